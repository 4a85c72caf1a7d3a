import { runLaboratoryImportInput } from "@alongside/services/laboratory-import/inputs";
import { runLaboratoryImport } from "@alongside/services/laboratory-import/run";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const run = procedure
  .input(runLaboratoryImportInput)
  .mutation(async ({ ctx, input }) => unwrap(await runLaboratoryImport(ctx, input)));
