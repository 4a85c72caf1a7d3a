import { recordConsents, recordConsentsInput } from "@alongside/services/consent/record";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const record = procedure
  .input(recordConsentsInput)
  .mutation(async ({ ctx, input }) => unwrap(await recordConsents(ctx, input)));
