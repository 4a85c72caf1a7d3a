import { listDueAssessments, listDueInput } from "@alongside/services/assessment/list-due";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const listDue = procedure
  .input(listDueInput)
  .query(async ({ ctx, input }) => unwrap(await listDueAssessments(ctx, input)));
