import { ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { perform } from "../perform";
import { cohortFields } from "./fields";

export const createCohortInput = z.object({ programmeId: z.uuid(), ...cohortFields });

/** Adds a group of participants that is followed and shown together. */
export function createCohort(context: Context, input: z.input<typeof createCohortInput>) {
  return perform(context, "cohort.create", createCohortInput, input, async (tx, _scope, value) => {
    const id = context.newId();
    await tx.cohort.create({ data: { id, ...value } });
    return ok({ subjectId: value.programmeId, detail: { cohortId: id, name: value.name }, value: { id } });
  });
}
