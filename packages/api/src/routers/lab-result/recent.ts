import { readRecentInput, readRecentResults } from "@alongside/services/lab-result/read-recent";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const recent = procedure
  .input(readRecentInput)
  .query(async ({ ctx, input }) => unwrap(await readRecentResults(ctx, input)));
