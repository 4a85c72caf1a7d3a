import { readAccess, readAccessInput } from "@alongside/services/access/read";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const read = procedure
  .input(readAccessInput)
  .query(async ({ ctx, input }) => unwrap(await readAccess(ctx, input)));
