import { QUANTITY_KINDS, type QuantityKind } from "@alongside/domain/laboratory/kinds";
import { type LabQuantity, quantitySchema } from "@alongside/domain/laboratory/quantity";
import { type ViralLoad, viralLoadSchema } from "@alongside/domain/viral-load/measurement";
import { z } from "zod";

/** What was measured, of one kind, as it was reported. */
export type LabMeasurement =
  | { readonly kind: "viral-load"; readonly result: ViralLoad }
  | { readonly kind: QuantityKind; readonly result: LabQuantity };

const schema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("viral-load"), result: viralLoadSchema }),
  z.object({ kind: z.enum(QUANTITY_KINDS), result: quantitySchema }),
]) satisfies z.ZodType<LabMeasurement>;

/** Reads a measurement of a kind; the quantities name their kind inside, too. */
export function parseMeasurement(kind: string, measurement: Readonly<Record<string, unknown>>) {
  const result = kind === "viral-load" ? measurement : { ...measurement, kind };
  return schema.safeParse({ kind, result });
}
