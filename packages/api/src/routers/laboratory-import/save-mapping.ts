import { saveMappingInput } from "@alongside/services/laboratory-import/inputs";
import { saveLaboratoryMapping } from "@alongside/services/laboratory-import/save-mapping";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const saveMapping = procedure
  .input(saveMappingInput)
  .mutation(async ({ ctx, input }) => unwrap(await saveLaboratoryMapping(ctx, input)));
