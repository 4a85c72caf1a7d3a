import { endOpening, endOpeningInput } from "@alongside/services/break-glass/end";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const end = procedure
  .input(endOpeningInput)
  .mutation(async ({ ctx, input }) => unwrap(await endOpening(ctx, input)));
