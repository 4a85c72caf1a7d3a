import { withoutProgramme } from "@alongside/db/scope/without-programme";
import type { Actor } from "@alongside/domain/access/actor";
import { UNLOCK_ATTEMPTS } from "@alongside/domain/access/hold";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { Context } from "../context";

/**
 * Whether whoever sits before an open session knows its person's password. A try is counted before it is looked at, with those
 * of unlocking; after the last wrong one the session is over and a trace is left, so that a phone that was found open is no
 * place to guess at.
 * @param field where the password was typed
 */
export async function checkOwnPassword(
  context: Context,
  actor: Actor,
  password: string,
  field: string,
): Promise<Result<null>> {
  const { accounts } = context;
  const db = withoutProgramme(context.database);
  const mine = { id: actor.sessionId };
  const [counted] = await db.session.updateManyAndReturn({
    where: mine,
    data: { unlockFailures: { increment: 1 } },
    select: { unlockFailures: true },
  });
  if (counted === undefined) return fail("signed-out", "session.none");
  const left = UNLOCK_ATTEMPTS - counted.unlockFailures;
  if (left >= 0 && (await accounts.isPassword(db, actor.userId, password))) {
    await db.session.updateMany({ where: mine, data: { unlockFailures: 0 } });
    return ok(null);
  }
  if (left > 0) return fail("invalid", "password.wrong", { issues: [{ path: field, rule: "password.wrong" }] });
  await db.$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: mine });
    // Of many tries at once one ends the session and leaves the trace. Who tried is not known.
    if (count === 0) return;
    const told = { actorId: null, at: context.now(), attempts: UNLOCK_ATTEMPTS };
    await accounts.traceSession(tx, actor.userId, "session.unlock-failed", told);
  });
  return fail("signed-out", "session.none");
}
