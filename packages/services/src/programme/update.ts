import {
  GREATEST_THRESHOLD,
  LEAST_FOR_REAL_DATA,
  LEAST_THRESHOLD,
  NO_THRESHOLD,
} from "@alongside/domain/disclosure/threshold";
import { fail, ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { beforeAndAfter } from "../audit/before-and-after";
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
  /** Counts from 1 to one less than this are hidden. */
  suppressionThreshold: z.union([z.literal(NO_THRESHOLD), z.int().min(LEAST_THRESHOLD).max(GREATEST_THRESHOLD)], {
    message: "programme.threshold",
  }),
});

/**
 * Changes a programme's name, time zone or disclosure threshold.
 * @returns `programme.threshold-of-real-data` for a threshold that would say too much of real people
 */
export function updateProgramme(context: Context, input: z.input<typeof updateProgrammeInput>) {
  return perform(context, "programme.update", updateProgrammeInput, input, async (tx, _scope, value) => {
    const { programmeId, ...data } = value;
    const select = { dataLabel: true, name: true, timeZone: true, suppressionThreshold: true };
    const before = await tx.programme.findUnique({ where: { id: programmeId }, select });
    if (before === null) return fail("not-found", "programme.none");
    if (before.dataLabel === null && data.suppressionThreshold < LEAST_FOR_REAL_DATA) {
      return fail("rule", "programme.threshold-of-real-data", { params: { smallest: LEAST_FOR_REAL_DATA } });
    }
    await tx.programme.update({ where: { id: programmeId }, data });
    return ok({ subjectId: programmeId, detail: beforeAndAfter(before, data), value: null });
  });
}
