import { ok } from "@alongside/domain/failure/failure";
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

/** Changes a programme's name, time zone or disclosure threshold. */
export function updateProgramme(context: Context, input: z.input<typeof updateProgrammeInput>) {
  return perform(context, "programme.update", updateProgrammeInput, input, async (tx, _scope, value) => {
    const { programmeId, ...data } = value;
    await tx.programme.update({ where: { id: programmeId }, data });
    return ok({ subjectId: programmeId, detail: data, value: null });
  });
}
