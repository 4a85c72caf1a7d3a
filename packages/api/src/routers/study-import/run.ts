import { runStudyImport, runStudyImportInput } from "@alongside/services/study-import/run";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const run = procedure
  .input(runStudyImportInput)
  .mutation(async ({ ctx, input }) => unwrap(await runStudyImport(ctx, input)));
