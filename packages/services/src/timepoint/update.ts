import { fail, ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { beforeAndAfter } from "../audit/before-and-after";
import type { Context } from "../context";
import { perform } from "../perform";
import { timepointFields } from "./fields";

const { code: _code, kind: _kind, ...changeable } = timepointFields;

/** Code and kind stay as they were made: what has been recorded points at them. */
export const updateTimepointInput = z.object({
  programmeId: z.uuid(),
  timepointId: z.uuid(),
  ...changeable,
  active: z.boolean(),
});

/** Changes a wave's label, order or window, or takes it out of the plan. A baseline cannot be taken out. */
export function updateTimepoint(context: Context, input: z.input<typeof updateTimepointInput>) {
  return perform(context, "timepoint.update", updateTimepointInput, input, async (tx, _scope, value) => {
    const { programmeId, timepointId, ...data } = value;
    const plain = { label: true, position: true, targetDay: true, daysBefore: true, daysAfter: true, active: true };
    const select = { kind: true, ...plain };
    const found = await tx.timepoint.findFirst({ where: { id: timepointId, programmeId }, select });
    if (found === null) return fail("not-found", "timepoint.none");
    if (found.kind === "baseline" && !data.active) return fail("rule", "timepoint.baseline-needed");
    await tx.timepoint.update({ where: { id: timepointId }, data });
    const changed = beforeAndAfter(found, data);
    return ok({ subjectId: programmeId, detail: changed && { timepointId, ...changed }, value: null });
  });
}
