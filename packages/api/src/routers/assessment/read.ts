import { readAssessment, readAssessmentInput } from "@alongside/services/assessment/read";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const read = procedure
  .input(readAssessmentInput)
  .query(async ({ ctx, input }) => unwrap(await readAssessment(ctx, input)));
