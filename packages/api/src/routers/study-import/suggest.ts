import { suggestStudyMapping, suggestStudyMappingInput } from "@alongside/services/study-import/suggest";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const suggest = procedure
  .input(suggestStudyMappingInput)
  .query(async ({ ctx, input }) => unwrap(await suggestStudyMapping(ctx, input)));
