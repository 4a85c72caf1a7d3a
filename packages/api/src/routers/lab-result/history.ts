import { readHistoryInput, readResultHistory } from "@alongside/services/lab-result/read-history";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const history = procedure
  .input(readHistoryInput)
  .query(async ({ ctx, input }) => unwrap(await readResultHistory(ctx, input)));
