import type { QuantityKind } from "@alongside/domain/laboratory/kinds";
import { type Quantity, quantitySchema } from "@alongside/domain/laboratory/quantity";
import { type ViralLoad, viralLoadSchema } from "@alongside/domain/viral-load/measurement";
import { z } from "zod";

/** What was measured, of one kind, as it was reported. */
export type LabMeasurement =
  | { readonly kind: "viral-load"; readonly result: ViralLoad }
  | { readonly kind: QuantityKind; readonly result: Quantity };

export const labMeasurementSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("viral-load"), result: viralLoadSchema }),
  z.object({ kind: z.enum(["cd4-count", "cd4-percent", "weight"]), result: quantitySchema }),
]) satisfies z.ZodType<LabMeasurement>;
