import { readConsents, readConsentsInput } from "@alongside/services/consent/read";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const read = procedure
  .input(readConsentsInput)
  .query(async ({ ctx, input }) => unwrap(await readConsents(ctx, input)));
