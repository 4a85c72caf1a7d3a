import { saveAssessmentInput } from "@alongside/services/assessment/input";
import { saveAssessment } from "@alongside/services/assessment/save";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const save = procedure
  .input(saveAssessmentInput)
  .mutation(async ({ ctx, input }) => unwrap(await saveAssessment(ctx, input)));
