import type { AnchorKey } from "@alongside/db/audit/anchor-key";
import { makeAnchor } from "@alongside/db/audit/make-anchor";
import type { Database } from "@alongside/db/client";
import { scopedDb } from "@alongside/db/scope/scoped-db";
import { withoutProgramme } from "@alongside/db/scope/without-programme";

/**
 * Makes the day's anchor of every programme that has had events since its last one. Safe to call as often as one likes and
 * from several servers: each day has one anchor. Work of the server itself, so nobody's rights are asked.
 *
 * @returns how many were made
 */
export async function makeDueAnchors(database: Database, key: AnchorKey, now: Date): Promise<number> {
  const today = now.toISOString().slice(0, 10);
  const due = await withoutProgramme(database).$queryRaw<{ programmeId: string }[]>`
    SELECT programme_id AS "programmeId" FROM app_programmes_to_anchor(${today}::date)`;
  let made = 0;
  for (const { programmeId } of due) {
    const db = scopedDb(database, { programmeId, siteIds: "all" });
    const number = await db.$transaction((tx) => makeAnchor(tx, programmeId, key, now));
    if (number !== null) made += 1;
  }
  return made;
}
