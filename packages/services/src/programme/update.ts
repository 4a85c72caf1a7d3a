import { fail, ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { perform } from "../perform";

/** IANA name that this run time knows. */
const timeZone = z.string().refine((name) => Intl.supportedValuesOf("timeZone").includes(name) || name === "UTC", {
  message: "time-zone.unknown",
});

export const updateProgrammeInput = z.object({
  programmeId: z.uuid(),
  name: z.string().trim().min(2).max(120),
  timeZone,
  /** Counts from 1 to one less than this are hidden. 3 is the least that protects anybody; 1 hides nothing. */
  suppressionThreshold: z.union([z.literal(1), z.int().min(3).max(20)], { message: "programme.threshold" }),
});

/** The threshold of data that are neither published nor simulated is never lower. */
const LEAST_FOR_REAL_DATA = 5;

/**
 * Changes a programme's name, time zone or disclosure threshold.
 * @returns `programme.threshold-of-real-data` for a threshold that would say too much of real people
 */
export function updateProgramme(context: Context, input: z.input<typeof updateProgrammeInput>) {
  return perform(context, "programme.update", updateProgrammeInput, input, async (tx, _scope, value) => {
    const { programmeId, ...data } = value;
    const stored = await tx.programme.findUnique({ where: { id: programmeId }, select: { dataLabel: true } });
    if (stored?.dataLabel === null && data.suppressionThreshold < LEAST_FOR_REAL_DATA) {
      return fail("rule", "programme.threshold-of-real-data", { params: { smallest: LEAST_FOR_REAL_DATA } });
    }
    await tx.programme.update({ where: { id: programmeId }, data });
    return ok({ subjectId: programmeId, detail: data, value: null });
  });
}
