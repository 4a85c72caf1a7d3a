import type { AnchorKey } from "@alongside/db/audit/anchor-key";
import type { AnchorWitness } from "@alongside/db/audit/anchor-witness";
import { makeAnchor } from "@alongside/db/audit/make-anchor";
import type { Database } from "@alongside/db/client";
import { scopedDb } from "@alongside/db/scope/scoped-db";
import { withoutProgramme } from "@alongside/db/scope/without-programme";

/** What came of a round. */
export interface AnchorsMade {
  readonly made: number;
  /** Programmes whose last anchor is not stored any more: nothing was signed. */
  readonly cut: readonly string[];
}

/**
 * Makes the day's anchor of every programme that has had events since its last one. Safe to call as often as one likes and
 * from several servers: each day has one anchor. Work of the server itself, so nobody's rights are asked.
 */
export async function makeDueAnchors(
  database: Database,
  { key, witness }: { readonly key: AnchorKey; readonly witness: AnchorWitness },
  now: Date,
): Promise<AnchorsMade> {
  const today = now.toISOString().slice(0, 10);
  const due = await withoutProgramme(database).$queryRaw<{ programmeId: string }[]>`
    SELECT programme_id AS "programmeId" FROM app_programmes_to_anchor(${today}::date)`;
  let made = 0;
  const cut: string[] = [];
  for (const { programmeId } of due) {
    const db = scopedDb(database, { programmeId, siteIds: "all" });
    const seen = witness.seen(programmeId);
    const anchor = await db.$transaction((tx) => makeAnchor(tx, programmeId, key, now, seen));
    if (anchor === "cut") cut.push(programmeId);
    else if (anchor !== null) {
      witness.remember(programmeId, anchor);
      made += 1;
    }
  }
  return { made, cut };
}
