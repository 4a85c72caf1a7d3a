import { readRetention, readRetentionInput } from "@alongside/services/retention/read";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const read = procedure
  .input(readRetentionInput)
  .query(async ({ ctx, input }) => unwrap(await readRetention(ctx, input)));
