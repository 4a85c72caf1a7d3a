import { saveLaboratoryInput } from "@alongside/services/laboratory-import/inputs";
import { saveProgrammeLaboratory } from "@alongside/services/laboratory-import/save-laboratory";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const saveLaboratory = procedure
  .input(saveLaboratoryInput)
  .mutation(async ({ ctx, input }) => unwrap(await saveProgrammeLaboratory(ctx, input)));
