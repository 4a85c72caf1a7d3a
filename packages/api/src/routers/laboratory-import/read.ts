import { readLaboratoryImportInput } from "@alongside/services/laboratory-import/inputs";
import { readLaboratoryImport } from "@alongside/services/laboratory-import/read";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const read = procedure
  .input(readLaboratoryImportInput)
  .query(async ({ ctx, input }) => unwrap(await readLaboratoryImport(ctx, input)));
