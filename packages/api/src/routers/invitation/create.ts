import { createInvitation, createInvitationInput } from "@alongside/services/invitation/create";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const create = procedure
  .input(createInvitationInput)
  .mutation(async ({ ctx, input }) => unwrap(await createInvitation(ctx, input)));
