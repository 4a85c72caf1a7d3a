import { listInvitations, listInvitationsInput } from "@alongside/services/invitation/list";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const list = procedure
  .input(listInvitationsInput)
  .query(async ({ ctx, input }) => unwrap(await listInvitations(ctx, input)));
