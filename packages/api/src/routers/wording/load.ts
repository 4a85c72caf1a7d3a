import { loadWording, loadWordingInput } from "@alongside/services/wording/load";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const load = procedure
  .input(loadWordingInput)
  .mutation(async ({ ctx, input }) => unwrap(await loadWording(ctx, input)));
