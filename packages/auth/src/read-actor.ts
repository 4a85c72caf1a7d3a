import type { Db } from "@alongside/db/client";
import { askDirectly } from "@alongside/db/pipeline/ask-directly";
import { sql } from "@alongside/db/sql";
import type { Actor } from "@alongside/domain/access/actor";
import type { Opening } from "@alongside/domain/access/break-glass";
import { type Hold, IDLE_MINUTES } from "@alongside/domain/access/hold";
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
  // One statement: this is asked at every request, and the same through nested selects would be three.
  const asked = sql`
    SELECT s.id AS "sessionId", u.id AS "userId", u.name, u.email, u.language, u.must_change_password AS "mustChangePassword",
           CASE WHEN NOT EXISTS (SELECT 1 FROM app_authenticator a WHERE a.user_id = u.id AND a.confirmed_at IS NOT NULL)
                 AND NOT EXISTS (SELECT 1 FROM app_passkey k WHERE k.user_id = u.id) THEN 'none'
                WHEN s.second_factor_at IS NULL THEN 'waiting' ELSE 'passed' END AS "secondFactor",
           coalesce((SELECT jsonb_agg(jsonb_build_object('programmeId', m.programme_id, 'role', m.role, 'siteId', m.site_id)
                                      ORDER BY m.given_at, m.membership_id)
                       FROM app_roles_of(u.id) m), '[]') AS memberships,
           coalesce((SELECT jsonb_agg(jsonb_build_object('breakGlassId', b.id, 'programmeId', b.programme_id,
                       'siteId', b.opened_site_id, 'participantId', b.subject_id, 'endsAt', b.ends_at))
                       FROM app_openings_of(u.id, ${now.toISOString()}::timestamptz) b), '[]') AS openings,
           coalesce(d.idle_minutes, ${IDLE_MINUTES.usual}::int) AS "idleMinutes", d.pin_hash IS NOT NULL AS "hasPin",
           s.handed_over AS "handedOver", s.locked_at IS NOT NULL AS locked, s.last_active_at AS "lastActiveAt"
      FROM app_session s JOIN app_user u ON u.id = s.user_id LEFT JOIN device_setting d ON d.user_id = u.id
     WHERE s.token = ${token} AND s.expires_at > ${now.toISOString()}::timestamptz AND u.disabled_at IS NULL`;
  const [session] = await askDirectly<SessionRow>(db, asked);
  if (session === undefined) return null;
  const { handedOver, locked, lastActiveAt, memberships, openings, ...person } = session;
  const restedMs = now.getTime() - lastActiveAt.getTime();
  const hold = holdOf(handedOver, locked || restedMs >= person.idleMinutes * 60_000);
  // A held session is not used by being asked about; another is written down now and then, which keeps it to one statement.
  if (hold === null && restedMs >= NOTED_EVERY_MS) await noteUse(db, person.sessionId, now);
  return {
    ...person,
    hold,
    openings: openings.map(({ endsAt, ...opening }) => ({ ...opening, endsAt: new Date(endsAt) })),
    memberships: memberships.flatMap(({ programmeId, role, siteId }) =>
      isRole(role) ? [{ programmeId, role, siteId }] : [],
    ),
  };
}

/** How exactly it is known when a session was last used. */
const NOTED_EVERY_MS = 15_000;

async function noteUse(db: Db, sessionId: string, now: Date): Promise<void> {
  const at = now.toISOString();
  await askDirectly(
    db,
    sql`UPDATE app_session SET last_active_at = ${at}::timestamptz
         WHERE id = ${sessionId}::uuid AND last_active_at < ${at}::timestamptz AND locked_at IS NULL`,
  );
}

/** A phone in a participant's hands stays with the form, however long they think. */
function holdOf(handedOver: HandedOver | null, locked: boolean): Hold | null {
  if (handedOver !== null) return { kind: "handed-over", ...handedOver };
  return locked ? { kind: "locked" } : null;
}

type HandedOver = Omit<Extract<Hold, { kind: "handed-over" }>, "kind">;

interface SessionRow extends Omit<Actor, "memberships" | "openings" | "hold"> {
  readonly openings: readonly (Omit<Opening, "endsAt"> & { readonly endsAt: string })[];
  readonly handedOver: HandedOver | null;
  readonly locked: boolean;
  readonly lastActiveAt: Date;
  readonly memberships: readonly {
    readonly programmeId: string;
    readonly role: string;
    readonly siteId: string | null;
  }[];
}
