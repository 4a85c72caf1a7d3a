import { saveAnalysisPlan, saveAnalysisPlanInput } from "@alongside/services/analysis-plan/save";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const save = procedure
  .input(saveAnalysisPlanInput)
  .mutation(async ({ ctx, input }) => unwrap(await saveAnalysisPlan(ctx, input)));
