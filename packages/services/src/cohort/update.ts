import { fail, ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { beforeAndAfter } from "../audit/before-and-after";
import type { Context } from "../context";
import { perform } from "../perform";
import { cohortFields } from "./fields";

export const updateCohortInput = z.object({
  programmeId: z.uuid(),
  cohortId: z.uuid(),
  ...cohortFields,
  /** False: closed to new participants. Everything recorded stays. */
  active: z.boolean(),
});

/** Changes a cohort's name, kind, description or order, or closes it to new participants. */
export function updateCohort(context: Context, input: z.input<typeof updateCohortInput>) {
  return perform(context, "cohort.update", updateCohortInput, input, async (tx, _scope, value) => {
    const { programmeId, cohortId, ...data } = value;
    const select = { name: true, kind: true, description: true, position: true, active: true };
    const before = await tx.cohort.findFirst({ where: { id: cohortId, programmeId }, select });
    if (before === null) return fail("not-found", "cohort.none");
    await tx.cohort.updateMany({ where: { id: cohortId, programmeId }, data });
    const changed = beforeAndAfter(before, data);
    return ok({ subjectId: programmeId, detail: changed && { cohortId, ...changed }, value: null });
  });
}
