import { changePassword, changePasswordInput } from "@alongside/services/session/change-password";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const changePassword = procedure
  .input(changePasswordInput)
  .mutation(async ({ ctx, input }) => unwrap(await changePassword(ctx, input)));
