import { fail, ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { perform } from "../perform";
import { roleFields } from "../person/fields";

export const createInvitationInput = z.object({
  programmeId: z.uuid(),
  name: z.string().trim().min(2).max(120),
  email: z.email().max(254),
  ...roleFields,
});

/** How long a link can be used. */
export const INVITATION_DAYS = 3;

/** What came of an invitation: nothing of it is left to use for somebody who has an account. */
interface Invited {
  readonly invitationId: string | null;
  /** Stands in the link; shown once. */
  readonly token: string | null;
}

/**
 * Invites somebody to a role. A new address gets a link, returned once and stored only as a hash, by which its owner
 * chooses a name and a password; an earlier link for the same address ends. Somebody who has an account gets the role at
 * once, and `token` is null.
 */
export function createInvitation(context: Context, input: z.input<typeof createInvitationInput>) {
  return perform(context, "invitation.create", createInvitationInput, input, async (tx, scope, value) => {
    const { programmeId, name, role, siteId } = value;
    const email = value.email.toLowerCase();
    const now = context.now();
    if (siteId !== null) {
      const site = await tx.site.findFirst({ where: { id: siteId, programmeId }, select: { id: true } });
      if (site === null) return fail("not-found", "site.none");
    }
    const known = await tx.user.findUnique({ where: { email }, select: { id: true } });
    if (known !== null) {
      await tx.membership.create({ data: { id: context.newId(), userId: known.id, programmeId, role, siteId } });
      const detail = { role, siteId, known: true };
      const made: Invited = { invitationId: null, token: null };
      return ok({ subjectId: known.id, detail, value: made });
    }
    await tx.invitation.updateMany({
      where: { programmeId, email, usedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    const invitationId = context.newId();
    const { token, hash } = context.accounts.drawInvitation(programmeId, context.randomBytes);
    const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 24 * 3_600_000);
    await tx.invitation.create({
      data: {
        ...{ id: invitationId, programmeId, email, name, role, siteId, tokenHash: hash },
        ...{ invitedById: scope.actorId, createdAt: now, expiresAt },
      },
    });
    const detail = { role, siteId, invitation: invitationId };
    const made: Invited = { invitationId, token };
    return ok({ subjectId: programmeId, detail, value: made });
  });
}
