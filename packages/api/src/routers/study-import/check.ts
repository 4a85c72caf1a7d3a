import { checkStudy, checkStudyInput } from "@alongside/services/study-import/check";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const check = procedure
  .input(checkStudyInput)
  .mutation(async ({ ctx, input }) => unwrap(await checkStudy(ctx, input)));
