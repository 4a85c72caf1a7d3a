import { saveAssay, saveAssayInput } from "@alongside/services/assay/save";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const save = procedure
  .input(saveAssayInput)
  .mutation(async ({ ctx, input }) => unwrap(await saveAssay(ctx, input)));
