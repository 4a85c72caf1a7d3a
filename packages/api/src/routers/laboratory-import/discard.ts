import { discardLaboratoryImport } from "@alongside/services/laboratory-import/discard";
import { discardLaboratoryImportInput } from "@alongside/services/laboratory-import/inputs";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const discard = procedure
  .input(discardLaboratoryImportInput)
  .mutation(async ({ ctx, input }) => unwrap(await discardLaboratoryImport(ctx, input)));
