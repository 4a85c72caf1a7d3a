import { listAnalysisPlans, listAnalysisPlansInput } from "@alongside/services/analysis-plan/list";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const list = procedure
  .input(listAnalysisPlansInput)
  .query(async ({ ctx, input }) => unwrap(await listAnalysisPlans(ctx, input)));
