import type { Db } from "@alongside/db/client";
import type { Actor } from "@alongside/domain/access/actor";
import Bowser from "bowser";
import { readSessionToken } from "./cookie";
import { traceSession } from "./session-trail";

/** One place where a person is signed in. */
export interface OpenSession {
  readonly id: string;
  /** As the browser names itself; null when it does not. */
  readonly browser: string | null;
  readonly system: string | null;
  readonly since: Date;
  readonly lastUsed: Date;
  readonly current: boolean;
}

/** Where a person is signed in now: this session first, then the newest. */
export async function listSessions(db: Db, actor: Actor, now: Date): Promise<readonly OpenSession[]> {
  const rows = await db.session.findMany({
    where: { userId: actor.userId, expiresAt: { gt: now } },
    select: { id: true, userAgent: true, createdAt: true, lastActiveAt: true },
    orderBy: { createdAt: "desc" },
  });
  const open = rows.map(({ id, userAgent, createdAt, lastActiveAt }) => {
    return { id, ...deviceWords(userAgent), since: createdAt, lastUsed: lastActiveAt, current: id === actor.sessionId };
  });
  return open.toSorted((a, b) => Number(b.current) - Number(a.current));
}

/** What kind of device it is, by the browser's own account: enough to know one's own, and no proof. */
export function deviceWords(userAgent: string | null): Pick<OpenSession, "browser" | "system"> {
  if (!userAgent) return { browser: null, system: null };
  const { browser, os } = Bowser.parse(userAgent);
  return { browser: browser.name || null, system: os.name || null };
}

/**
 * Ends one of the person's sessions, or all but the one that asks. Somebody else's stay, whatever id is given; so does
 * everything when a session asks that has not passed its second step.
 *
 * @param sessionId null: all others
 * @returns how many ended
 */
export async function endSessions(db: Db, actor: Actor, sessionId: string | null, now: Date): Promise<number> {
  const { userId } = actor;
  if (actor.secondFactor === "waiting") return 0;
  return db.$transaction(async (tx) => {
    const id = sessionId ?? { not: actor.sessionId };
    const { count } = await tx.session.deleteMany({ where: { userId, id } });
    if (count > 0) await traceSession(tx, userId, "session.end", { actorId: userId, at: now });
    return count;
  });
}

/**
 * Ends the session that a browser had when somebody, the same person or another, signed in with it again: nobody can get
 * back to it any more, except who has taken it.
 *
 * @param cookieHeader of the request that signed in
 */
export async function endReplacedSession(
  db: Db,
  cookieHeader: string | null,
  secret: string,
  now: Date,
): Promise<void> {
  const token = readSessionToken(cookieHeader, secret);
  if (token === null) return;
  await db.$transaction(async (tx) => {
    const replaced = await tx.session.findUnique({ where: { token }, select: { userId: true, expiresAt: true } });
    if (replaced === null) return;
    await tx.session.deleteMany({ where: { token } });
    if (replaced.expiresAt > now) await traceSession(tx, replaced.userId, "session.end", { actorId: null, at: now });
  });
}
