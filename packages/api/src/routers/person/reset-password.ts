import { resetPasswordInput, resetPersonPassword } from "@alongside/services/person/reset-password";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const resetPassword = procedure
  .input(resetPasswordInput)
  .mutation(async ({ ctx, input }) => unwrap(await resetPersonPassword(ctx, input)));
