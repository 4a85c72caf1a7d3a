import { takeRelease, takeReleaseInput } from "@alongside/services/release/take";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const take = procedure
  .input(takeReleaseInput)
  .mutation(async ({ ctx, input }) => unwrap(await takeRelease(ctx, input)));
