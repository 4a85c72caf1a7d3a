import { decideRelease, decideReleaseInput } from "@alongside/services/release/decide";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const decide = procedure
  .input(decideReleaseInput)
  .mutation(async ({ ctx, input }) => unwrap(await decideRelease(ctx, input)));
