import { changePersonRole, changeRoleInput } from "@alongside/services/person/change-role";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const changeRole = procedure
  .input(changeRoleInput)
  .mutation(async ({ ctx, input }) => unwrap(await changePersonRole(ctx, input)));
