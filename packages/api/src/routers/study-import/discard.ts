import { discardStudyImport, discardStudyImportInput } from "@alongside/services/study-import/discard";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const discard = procedure
  .input(discardStudyImportInput)
  .mutation(async ({ ctx, input }) => unwrap(await discardStudyImport(ctx, input)));
