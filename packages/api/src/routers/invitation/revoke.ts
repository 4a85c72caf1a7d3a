import { revokeInvitation, revokeInvitationInput } from "@alongside/services/invitation/revoke";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const revoke = procedure
  .input(revokeInvitationInput)
  .mutation(async ({ ctx, input }) => unwrap(await revokeInvitation(ctx, input)));
