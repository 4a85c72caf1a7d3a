import type { Tx } from "../client";
import { notLeftOut } from "../consent/use-filter";
import { sql } from "../sql";
import { hashedPeople, rootHash } from "./person-hash";

/** What is left of a snapshot: the people still in it, how many of them stand there otherwise than was written down, the hash now. */
export interface SnapshotState {
  readonly people: number;
  /** People whose rows do not give the hash that was written beside them. */
  readonly altered: number;
  /** People who have stepped back since and are left out of everything computed from rows. */
  readonly leftOut: number;
  readonly dataHash: string;
}

/** Computes a snapshot's hash anew from the rows it names. */
export async function verifySnapshot(db: Tx, programmeId: string, snapshotId: string): Promise<SnapshotState> {
  const of = sql`programme_id = ${programmeId}::uuid AND snapshot_id = ${snapshotId}::uuid`;
  const people = sql`(SELECT * FROM snapshot_person WHERE ${of})`;
  const forms = sql`(SELECT participant_id, assessment_id FROM snapshot_form WHERE ${of})`;
  const rows = await db.$queryRaw<SnapshotState[]>`
    SELECT count(*)::float8 AS people, (count(*) FILTER (WHERE hash <> hash_now))::float8 AS altered,
           (count(*) FILTER (WHERE NOT ${notLeftOut(sql`participant_id`)}))::float8 AS "leftOut",
           ${rootHash(sql`hash_now`)} AS "dataHash"
      FROM (${hashedPeople(people, forms, sql`, person.hash`)}) AS anew`;
  return rows[0] ?? { people: 0, altered: 0, leftOut: 0, dataHash: "" };
}
