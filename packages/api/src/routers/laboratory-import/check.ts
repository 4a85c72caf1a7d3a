import { checkLaboratoryFile } from "@alongside/services/laboratory-import/check";
import { checkLaboratoryFileInput } from "@alongside/services/laboratory-import/inputs";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const check = procedure
  .input(checkLaboratoryFileInput)
  .mutation(async ({ ctx, input }) => unwrap(await checkLaboratoryFile(ctx, input)));
