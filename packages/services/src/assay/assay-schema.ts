import { type Assay, MEANINGS_OF_BELOW } from "@alongside/domain/viral-load/assay";
import { RESULT_UNITS, SPECIMENS } from "@alongside/domain/viral-load/measurement";
import { z } from "zod";
import { calendarDate } from "../calendar-date";

const limit = z.number().positive().max(1e12).nullable();
const loinc = z
  .string()
  .regex(/^\d{1,7}-\d$/, "assay.loinc")
  .nullable();
const words = z.string().trim().min(1).max(120);

/** An assay as a programme describes it, with limits that can be true together. */
export const assaySchema = z
  .object({
    key: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "assay.key")
      .max(80),
    edition: z.string().trim().min(1).max(20),
    platform: words,
    name: z.object({ en: words, zh: words }),
    specimen: z.enum(SPECIMENS),
    unit: z.enum(RESULT_UNITS),
    lowerLimit: limit,
    upperLimit: limit,
    detectionLimit: limit,
    loinc: z.object({ copies: loinc, log10: loinc, iu: loinc }),
    meansOfBelow: z.enum(MEANINGS_OF_BELOW),
    iuPerCopy: z.number().positive().max(1000).nullable(),
    source: z.string().trim().min(3).max(500),
    validFrom: calendarDate,
  })
  .refine(({ lowerLimit, upperLimit }) => lowerLimit === null || upperLimit === null || lowerLimit < upperLimit, {
    path: ["upperLimit"],
    message: "assay.limits-crossed",
  })
  .refine(
    ({ lowerLimit, detectionLimit }) => lowerLimit === null || detectionLimit === null || detectionLimit <= lowerLimit,
    { path: ["detectionLimit"], message: "assay.detection-above-lower" },
  ) satisfies z.ZodType<Assay>;
