import { startComputation } from "@alongside/services/computation/start";
import { outcomeInput } from "@alongside/services/outcome/outcome-input";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const start = procedure
  .input(outcomeInput)
  .mutation(async ({ ctx, input }) => unwrap(await startComputation(ctx, input)));
