import { handOver, handOverInput } from "@alongside/services/handover/begin";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const begin = procedure
  .input(handOverInput)
  .mutation(async ({ ctx, input }) => unwrap(await handOver(ctx, input)));
