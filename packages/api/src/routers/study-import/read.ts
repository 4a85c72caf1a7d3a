import { readStudyImport, readStudyImportInput } from "@alongside/services/study-import/read";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const read = procedure
  .input(readStudyImportInput)
  .query(async ({ ctx, input }) => unwrap(await readStudyImport(ctx, input)));
