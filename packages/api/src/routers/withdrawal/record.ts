import { recordWithdrawal, recordWithdrawalInput } from "@alongside/services/withdrawal/record";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const record = procedure
  .input(recordWithdrawalInput)
  .mutation(async ({ ctx, input }) => unwrap(await recordWithdrawal(ctx, input)));
