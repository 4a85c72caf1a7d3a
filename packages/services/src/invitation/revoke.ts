import { fail, ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { perform } from "../perform";

export const revokeInvitationInput = z.object({ programmeId: z.uuid(), invitationId: z.uuid() });

/** Takes an invitation back: its link does nothing from now on. */
export function revokeInvitation(context: Context, input: z.input<typeof revokeInvitationInput>) {
  return perform(context, "invitation.revoke", revokeInvitationInput, input, async (tx, _scope, value) => {
    const { programmeId, invitationId: id } = value;
    const taken = await tx.invitation.updateMany({
      where: { id, programmeId, usedAt: null, revokedAt: null },
      data: { revokedAt: context.now() },
    });
    if (taken.count === 0) return fail("not-found", "invitation.none");
    return ok({ subjectId: programmeId, detail: { invitation: id }, value: null });
  });
}
