import { cancelLaboratoryImport } from "@alongside/services/laboratory-import/cancel";
import { cancelLaboratoryImportInput } from "@alongside/services/laboratory-import/inputs";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const cancel = procedure
  .input(cancelLaboratoryImportInput)
  .mutation(async ({ ctx, input }) => unwrap(await cancelLaboratoryImport(ctx, input)));
