import { listAssessmentConflicts, listConflictsInput } from "@alongside/services/assessment/list-conflicts";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const listConflicts = procedure
  .input(listConflictsInput)
  .query(async ({ ctx, input }) => unwrap(await listAssessmentConflicts(ctx, input)));
