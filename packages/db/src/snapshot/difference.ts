import type { Tx } from "../client";
import { sql } from "../sql";

/** What tells one snapshot from another, in numbers of people and of forms. */
export interface SnapshotDifference {
  /** People in the first only, in the second only, and in both. */
  readonly people: { readonly gone: number; readonly come: number; readonly both: number };
  /** Of those in both: at another site or in another cohort, standing otherwise, or with other scores. */
  readonly moved: number;
  readonly standing: number;
  readonly changed: number;
  /** Forms by timepoint, in the first only and in the second only: a corrected form is in both columns. */
  readonly forms: readonly { readonly timepointId: string; readonly gone: number; readonly come: number }[];
}

/** Compares two snapshots by the people and forms that they name. */
export async function compareSnapshots(
  db: Tx,
  programmeId: string,
  [first, second]: readonly [string, string],
): Promise<SnapshotDifference> {
  const rowsOf = (table: "snapshot_person" | "snapshot_form", id: string) => {
    const of = table === "snapshot_person" ? sql`snapshot_person` : sql`snapshot_form`;
    return sql`(SELECT * FROM ${of} WHERE programme_id = ${programmeId}::uuid AND snapshot_id = ${id}::uuid)`;
  };
  const people = await db.$queryRaw<
    { gone: number; come: number; both: number; moved: number; standing: number; changed: number }[]
  >`
    SELECT (count(*) FILTER (WHERE b.participant_id IS NULL))::float8 AS gone,
           (count(*) FILTER (WHERE a.participant_id IS NULL))::float8 AS come,
           count(a.hash || b.hash)::float8 AS both,
           (count(*) FILTER (WHERE (a.site_id, a.cohort_id) <> (b.site_id, b.cohort_id)))::float8 AS moved,
           (count(*) FILTER (WHERE a.status <> b.status))::float8 AS standing,
           (count(*) FILTER (WHERE a.hash <> b.hash))::float8 AS changed
      FROM ${rowsOf("snapshot_person", first)} AS a
      FULL JOIN ${rowsOf("snapshot_person", second)} AS b ON b.participant_id = a.participant_id`;
  const forms = await db.$queryRaw<{ timepointId: string; gone: number; come: number }[]>`
    SELECT f.timepoint_id AS "timepointId", (count(*) FILTER (WHERE one.second_id IS NULL))::float8 AS gone,
           (count(*) FILTER (WHERE one.first_id IS NULL))::float8 AS come
      FROM (SELECT coalesce(a.participant_id, b.participant_id) AS participant_id,
                   a.assessment_id AS first_id, b.assessment_id AS second_id
              FROM ${rowsOf("snapshot_form", first)} AS a
              FULL JOIN ${rowsOf("snapshot_form", second)} AS b
                     ON b.participant_id = a.participant_id AND b.assessment_id = a.assessment_id
             WHERE a.assessment_id IS NULL OR b.assessment_id IS NULL) AS one
      JOIN assessment f ON f.participant_id = one.participant_id AND f.id = coalesce(one.first_id, one.second_id)
     GROUP BY f.timepoint_id`;
  const { gone, come, both, ...rest } = people[0] ?? { gone: 0, come: 0, both: 0, moved: 0, standing: 0, changed: 0 };
  return { people: { gone, come, both }, ...rest, forms };
}
