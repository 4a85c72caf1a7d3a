import { fail, ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { perform } from "../perform";
import { timepointFields } from "./fields";

export const createTimepointInput = z.object({ programmeId: z.uuid(), ...timepointFields });

/** Adds a planned wave. A programme has one baseline: change is counted from it. */
export function createTimepoint(context: Context, input: z.input<typeof createTimepointInput>) {
  return perform(context, "timepoint.create", createTimepointInput, input, async (tx, _scope, value) => {
    const { programmeId } = value;
    if (value.kind === "baseline") {
      const other = await tx.timepoint.findFirst({ where: { programmeId, kind: "baseline" }, select: { code: true } });
      if (other !== null) return fail("duplicate", "timepoint.second-baseline", { params: { existing: other.code } });
    }
    const id = context.newId();
    await tx.timepoint.create({ data: { id, ...value } });
    return ok({ subjectId: programmeId, detail: { timepointId: id, code: value.code }, value: { id } });
  });
}
