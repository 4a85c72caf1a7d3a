import { askRelease, askReleaseInput } from "@alongside/services/release/ask";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const ask = procedure
  .input(askReleaseInput)
  .mutation(async ({ ctx, input }) => unwrap(await askRelease(ctx, input)));
