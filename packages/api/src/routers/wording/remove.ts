import { removeWording, removeWordingInput } from "@alongside/services/wording/remove";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const remove = procedure
  .input(removeWordingInput)
  .mutation(async ({ ctx, input }) => unwrap(await removeWording(ctx, input)));
