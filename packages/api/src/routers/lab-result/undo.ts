import { undoLastSave, undoSaveInput } from "@alongside/services/lab-result/undo";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const undo = procedure
  .input(undoSaveInput)
  .mutation(async ({ ctx, input }) => unwrap(await undoLastSave(ctx, input)));
