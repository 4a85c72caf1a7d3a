import { logContact, logContactInput } from "@alongside/services/support-contact/log";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const log = procedure
  .input(logContactInput)
  .mutation(async ({ ctx, input }) => unwrap(await logContact(ctx, input)));
