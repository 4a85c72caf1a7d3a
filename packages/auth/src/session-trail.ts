import { appendEvents } from "@alongside/db/audit/append-events";
import type { Db, Tx } from "@alongside/db/client";
import { inProgramme } from "@alongside/db/scope/in-programme";
import { rolesOf } from "@alongside/db/scope/roles-of";
import type { SessionAction } from "@alongside/domain/access/session-action";
import { uuidv7 } from "uuidv7";
import type { AttemptLimit } from "./attempt-limit";
import { plainEmail } from "./plain-email";

/** Which refused sign-ins of one account within an hour leave a trace: enough to see that somebody is guessing, too few to fill the trail by guessing. */
const TRACED_FAILURES = [1, 10, 100];

/**
 * Leaves a trace of what a person did with their account in every programme they have a role in: a trail is read programme
 * by programme. Somebody without a role leaves none, as nobody could read it. Holds neither address nor password.
 *
 * @param actorId null when it is not known that it was the person
 */
export async function traceSession(
  tx: Tx,
  userId: string,
  action: SessionAction,
  { actorId, at, attempts }: { readonly actorId: string | null; readonly at: Date; readonly attempts?: number },
): Promise<void> {
  const detail = attempts === undefined ? null : { attempts };
  const held = await rolesOf(tx, userId);
  for (const programmeId of new Set(held.map((one) => one.programmeId))) {
    const events = appendEvents([{ subjectId: userId, id: uuidv7(), programmeId, actorId, action, detail, at }]);
    await inProgramme(tx, programmeId, async () => {
      for (const statement of events) await tx.$executeRaw(statement);
    });
  }
}

/**
 * Counts a sign-in that was refused, and leaves a trace of a few of them, with their number. Addresses without an account
 * are counted alike and end in one commit too, so that the time it takes does not tell who has one.
 */
export async function traceFailedSignIn(db: Db, limit: AttemptLimit, email: string, at: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const attempts = await limit.failed(tx, email);
    const user = await tx.user.findUnique({ where: { email: plainEmail(email) }, select: { id: true } });
    if (user === null || !TRACED_FAILURES.includes(attempts)) return;
    await traceSession(tx, user.id, "session.sign-in-failed", { actorId: null, at, attempts });
  });
}
