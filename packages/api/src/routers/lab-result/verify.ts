import { verifyLabResult, verifyResultInput } from "@alongside/services/lab-result/verify";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const verify = procedure
  .input(verifyResultInput)
  .mutation(async ({ ctx, input }) => unwrap(await verifyLabResult(ctx, input)));
