import { resolveAssessmentConflict, resolveConflictInput } from "@alongside/services/assessment/resolve-conflict";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const resolveConflict = procedure
  .input(resolveConflictInput)
  .mutation(async ({ ctx, input }) => unwrap(await resolveAssessmentConflict(ctx, input)));
