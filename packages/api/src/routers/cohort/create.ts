import { createCohort, createCohortInput } from "@alongside/services/cohort/create";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const create = procedure
  .input(createCohortInput)
  .mutation(async ({ ctx, input }) => unwrap(await createCohort(ctx, input)));
