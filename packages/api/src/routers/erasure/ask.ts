import { askErasure, askErasureInput } from "@alongside/services/erasure/ask";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const ask = procedure
  .input(askErasureInput)
  .mutation(async ({ ctx, input }) => unwrap(await askErasure(ctx, input)));
