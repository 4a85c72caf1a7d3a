import { suggestLaboratoryMappingInput } from "@alongside/services/laboratory-import/inputs";
import { suggestLaboratoryMapping } from "@alongside/services/laboratory-import/suggest-mapping";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const suggestMapping = procedure
  .input(suggestLaboratoryMappingInput)
  .query(async ({ ctx, input }) => unwrap(await suggestLaboratoryMapping(ctx, input)));
