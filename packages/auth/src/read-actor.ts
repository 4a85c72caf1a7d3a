import type { Db } from "@alongside/db/client";
import type { Actor } from "@alongside/domain/access/actor";
import { isRole } from "@alongside/domain/access/role";
import { readSessionToken } from "./cookie";

/**
 * The person behind a request, or null: no cookie, a forged one, an expired session, a disabled account.
 * Read from the database at every request, so that a sign-out or a disabled account counts at once in every process.
 *
 * @param cookieHeader the request's Cookie header
 * @param now the time against which the session's end is judged
 */
export async function readActor(db: Db, cookieHeader: string | null, secret: string, now: Date): Promise<Actor | null> {
  const token = readSessionToken(cookieHeader, secret);
  if (token === null) return null;
  const session = await db.session.findUnique({
    where: { token },
    select: {
      id: true,
      expiresAt: true,
      user: {
        select: {
          id: true,
          name: true,
          email: true,
          language: true,
          disabledAt: true,
          mustChangePassword: true,
          memberships: { select: { programmeId: true, role: true, siteId: true } },
        },
      },
    },
  });
  if (session === null || session.expiresAt <= now || session.user.disabledAt !== null) return null;
  const { user } = session;
  return {
    userId: user.id,
    name: user.name,
    email: user.email,
    language: user.language,
    sessionId: session.id,
    mustChangePassword: user.mustChangePassword,
    memberships: user.memberships.flatMap(({ programmeId, role, siteId }) =>
      isRole(role) ? [{ programmeId, role, siteId }] : [],
    ),
  };
}
