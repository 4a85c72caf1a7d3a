import { resetPersonSecondFactor, resetSecondFactorInput } from "@alongside/services/person/reset-second-factor";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const resetSecondFactor = procedure
  .input(resetSecondFactorInput)
  .mutation(async ({ ctx, input }) => unwrap(await resetPersonSecondFactor(ctx, input)));
