import { confirmErasure, confirmErasureInput } from "@alongside/services/erasure/confirm";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const confirm = procedure
  .input(confirmErasureInput)
  .mutation(async ({ ctx, input }) => unwrap(await confirmErasure(ctx, input)));
