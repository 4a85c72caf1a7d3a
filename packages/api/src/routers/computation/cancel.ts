import { cancelComputation } from "@alongside/services/computation/cancel";
import { computationInput } from "@alongside/services/computation/find-computation";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const cancel = procedure
  .input(computationInput)
  .mutation(async ({ ctx, input }) => unwrap(await cancelComputation(ctx, input)));
