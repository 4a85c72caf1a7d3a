import { openAssessmentForm, openFormInput } from "@alongside/services/assessment/open-form";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const openForm = procedure
  .input(openFormInput)
  .query(async ({ ctx, input }) => unwrap(await openAssessmentForm(ctx, input)));
