import { updateCohort, updateCohortInput } from "@alongside/services/cohort/update";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const update = procedure
  .input(updateCohortInput)
  .mutation(async ({ ctx, input }) => unwrap(await updateCohort(ctx, input)));
