import { withoutProgramme } from "@alongside/db/scope/without-programme";
import { UNLOCK_ATTEMPTS } from "@alongside/domain/access/hold";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { parseInput } from "../parse-input";

export const unlockInput = z.object({ secret: z.string().min(1).max(256) });

/**
 * Takes back a session that is locked or handed over, with the PIN or the password. A try is counted before it is looked
 * at, so that many at once do not slip through; after the last wrong one the session is over, and only signing in helps.
 */
export async function unlockSession(context: Context, input: z.input<typeof unlockInput>): Promise<Result<null>> {
  const parsed = parseInput(unlockInput, input);
  if (!parsed.ok) return parsed;
  const { held, accounts } = context;
  if (held === null) return context.actor === null ? fail("signed-out", "session.none") : ok(null);
  const { secret } = parsed.value;
  const db = withoutProgramme(context.database);
  const mine = { id: held.sessionId };
  const [counted] = await db.session.updateManyAndReturn({
    where: mine,
    data: { unlockFailures: { increment: 1 } },
    select: { unlockFailures: true },
  });
  if (counted === undefined) return fail("signed-out", "session.none");
  const left = UNLOCK_ATTEMPTS - counted.unlockFailures;
  const right =
    left >= 0 &&
    ((/^\d{4,8}$/.test(secret) && (await accounts.isPin(db, held.userId, secret))) ||
      (await accounts.isPassword(db, held.userId, secret)));
  if (right) {
    await db.$executeRaw`
      UPDATE app_session SET locked_at = NULL, handed_over = NULL, unlock_failures = 0,
                             last_active_at = ${context.now().toISOString()}::timestamptz
       WHERE id = ${held.sessionId}::uuid`;
    return ok(null);
  }
  if (left > 0) return fail("invalid", "session.wrong-pin", { params: { left } });
  await db.$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: mine });
    // Of many tries at once one ends the session and leaves the trace. Who tried is not known.
    if (count === 0) return;
    const told = { actorId: null, at: context.now(), attempts: UNLOCK_ATTEMPTS };
    await accounts.traceSession(tx, held.userId, "session.unlock-failed", told);
  });
  return fail("signed-out", "session.none");
}
