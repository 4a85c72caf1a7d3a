import { countWithdrawals, countWithdrawalsInput } from "@alongside/services/withdrawal/count";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const count = procedure
  .input(countWithdrawalsInput)
  .query(async ({ ctx, input }) => unwrap(await countWithdrawals(ctx, input)));
