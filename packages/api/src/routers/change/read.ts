import { readChange, readChangeInput } from "@alongside/services/change/read";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const read = procedure
  .input(readChangeInput)
  .query(async ({ ctx, input }) => unwrap(await readChange(ctx, input)));
