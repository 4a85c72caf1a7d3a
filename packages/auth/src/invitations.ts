import { appendEvents } from "@alongside/db/audit/append-events";
import type { Db, Tx } from "@alongside/db/client";
import { inProgramme } from "@alongside/db/scope/in-programme";
import { uuidv7 } from "uuidv7";
import { createAccount } from "./create-account";
import { invitationHash, programmeOfToken } from "./invitation-token";
import { type PasswordProblem, passwordProblem } from "./password-rules";

/** What whoever has the link is shown. */
export interface OpenInvitation {
  readonly email: string;
  readonly name: string;
}

/** An invitation that is open, with what its acceptance needs. */
interface Found extends OpenInvitation {
  readonly id: string;
  readonly programmeId: string;
  readonly role: string;
  readonly siteId: string | null;
}

/**
 * The invitation behind a link. Null for a link that was used, has run out, was taken back, or never was one: strangers
 * are told no difference. So is one whose address has an account by now, which its owner may not lose to a link.
 */
export async function readInvitation(db: Db, token: string, now: Date): Promise<OpenInvitation | null> {
  const found = await db.$transaction((tx) => findOpen(tx, token, now));
  return found && { email: found.email, name: found.name };
}

export type AcceptedInvitation = { readonly problem: PasswordProblem | "gone" | "name" } | { readonly userId: string };

/**
 * Makes the account that an invitation is for, with the name and password its owner chose. The link is used up in the
 * statement that looks whether it is open, so of two at the same moment one makes the account and the other finds nothing.
 */
export async function acceptInvitation(
  db: Db,
  token: string,
  chosen: { readonly name: string; readonly password: string },
  now: Date,
): Promise<AcceptedInvitation> {
  const name = chosen.name.trim();
  if (name.length < 2 || name.length > 120) return { problem: "name" };
  return db.$transaction(async (tx): Promise<AcceptedInvitation> => {
    const found = await findOpen(tx, token, now);
    if (found === null) return { problem: "gone" };
    const { programmeId, email, role, siteId } = found;
    return inProgramme(tx, programmeId, async () => {
      const programme = await tx.programme.findUnique({ where: { id: programmeId }, select: { name: true } });
      const problem = passwordProblem(chosen.password, email, programme ? [programme.name] : []);
      if (problem !== null) return { problem };
      const taken = await tx.invitation.updateMany({ where: { id: found.id, ...openAt(now) }, data: { usedAt: now } });
      if (taken.count !== 1) return { problem: "gone" };
      const userId = uuidv7();
      const account = { userId, accountId: uuidv7(), name, email, password: chosen.password };
      await createAccount(tx, { ...account, mustChangePassword: false });
      await tx.membership.create({ data: { id: uuidv7(), userId, programmeId, role, siteId } });
      const event = {
        subjectId: userId,
        id: uuidv7(),
        programmeId,
        actorId: userId,
        action: "invitation.accept",
        at: now,
      };
      const detail = { role, siteId, invitation: found.id };
      for (const statement of appendEvents([{ ...event, detail }])) await tx.$executeRaw(statement);
      return { userId };
    });
  });
}

const openAt = (now: Date) => ({ usedAt: null, revokedAt: null, expiresAt: { gt: now } });

async function findOpen(tx: Tx, token: string, now: Date): Promise<Found | null> {
  const programmeId = programmeOfToken(token);
  if (programmeId === null) return null;
  const found = await inProgramme(tx, programmeId, () =>
    tx.invitation.findFirst({
      where: { programmeId, tokenHash: invitationHash(token), ...openAt(now) },
      select: { id: true, programmeId: true, email: true, name: true, role: true, siteId: true },
    }),
  );
  if (found === null) return null;
  const user = await tx.user.findUnique({ where: { email: found.email }, select: { id: true } });
  return user === null ? found : null;
}
