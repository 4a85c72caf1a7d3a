import type { Tx } from "../client";

/** A role of a person in a programme, at one site or (null) at all of them. */
export interface HeldRole {
  readonly programmeId: string;
  readonly role: string;
  readonly siteId: string | null;
  readonly slug: string;
  readonly name: string;
  /** Null for data of real people. */
  readonly dataLabel: string | null;
}

/**
 * Every role of one person, in the order in which the programmes were founded. The only thing that can be read across
 * programmes: a function of the database gives it, and of one person at a time. Whose, the caller must have a reason for.
 */
export async function rolesOf(db: Tx, userId: string): Promise<readonly HeldRole[]> {
  return await db.$queryRaw<HeldRole[]>`
    SELECT programme_id AS "programmeId", role, site_id AS "siteId", slug, name, data_label AS "dataLabel"
      FROM app_roles_of(${userId}::uuid) ORDER BY founded_at, programme_id, given_at, membership_id`;
}
