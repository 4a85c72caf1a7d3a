import { withoutProgramme } from "@alongside/db/scope/without-programme";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { Context } from "../context";

/** Locks one's own session: nothing is answered any more until the PIN or password is given. One that is held stays so. */
export async function lockSession(context: Context): Promise<Result<null>> {
  const { actor, held } = context;
  if (held !== null) return ok(null);
  if (actor === null) return fail("signed-out", "session.none");
  await withoutProgramme(context.database).session.updateMany({
    where: { id: actor.sessionId, lockedAt: null },
    data: { lockedAt: context.now() },
  });
  return ok(null);
}
