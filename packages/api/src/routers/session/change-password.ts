import { changeOwnPassword, changePasswordInput } from "@alongside/services/session/change-password";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const changePassword = procedure
  .input(changePasswordInput)
  .mutation(async ({ ctx, input }) => unwrap(await changeOwnPassword(ctx, input)));
