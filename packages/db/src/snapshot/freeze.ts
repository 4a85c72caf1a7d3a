import type { CohortCriteria } from "@alongside/domain/cohort-definition/criteria";
import { CELL_FIGURES, CELL_TOTALS, storedRows } from "../change-statistic/cell-queries";
import type { Tx } from "../client";
import { memberCells } from "../cohort-statistic/member-cells";
import { notLeftOut } from "../consent/use-filter";
import { joinSql, type SqlFragment, sql } from "../sql";
import { hashedPeople, rootHash } from "./person-hash";

/** Forms that stand, as a table to look one up in. */
const STANDING = sql`(SELECT participant_id, id AS assessment_id FROM assessment WHERE current)`;

/** What was frozen: numbers of people, of forms that stand, of scores on them, and the hash of all of it. */
export interface Frozen {
  readonly people: number;
  readonly forms: number;
  readonly scores: number;
  readonly dataHash: string;
}

/** A cohort that somebody defined, whose sums are frozen beside those of the arms. */
export interface DefinedThen {
  readonly id: string;
  readonly criteria: CohortCriteria;
}

/**
 * Writes down who stands where, which forms stand, and the sums of the arms and of the cohorts given, in one statement and so
 * as they were at one moment. Without people who are left out because they wished so.
 * @param tx a transaction in which the snapshot itself was or will be written
 */
export async function freeze(
  tx: Tx,
  programmeId: string,
  snapshotId: string,
  definitions: readonly DefinedThen[],
): Promise<Frozen> {
  const [programme, snapshot] = [sql`${programmeId}::uuid`, sql`${snapshotId}::uuid`];
  const cells = [
    sql`SELECT programme_id, site_id, cohort_id, measure, timepoint_id, ${CELL_FIGURES}
          FROM (${storedRows(programmeId)}) AS of_arms`,
    ...definitions.map(
      ({ id, criteria }) => sql`SELECT programme_id, site_id, cohort_id, measure, timepoint_id, ${CELL_FIGURES}
                                  FROM ${memberCells(programmeId, id, criteria)} AS of_defined`,
    ),
  ];
  const rows = await tx.$queryRaw<Frozen[]>`
    WITH person AS MATERIALIZED (
      SELECT p.participant_id, p.programme_id, p.site_id, p.cohort_id, e.status, e.enrolled_on, e.ended_on
        FROM participant p
        JOIN enrolment e ON e.participant_id = p.participant_id AND e.programme_id = p.programme_id AND e.current
       WHERE p.programme_id = ${programme} AND ${notLeftOut(sql`p.participant_id`)}
    ),
    form AS MATERIALIZED (
      SELECT a.participant_id, a.id AS assessment_id, person.site_id
        FROM person JOIN assessment a ON a.participant_id = person.participant_id AND a.current
    ),
    hashed AS MATERIALIZED (${hashedPeople(sql`person`, STANDING)}),
    kept_person AS (
      INSERT INTO snapshot_person
             (participant_id, snapshot_id, programme_id, site_id, cohort_id, status, enrolled_on, ended_on, hash)
      SELECT participant_id, ${snapshot}, programme_id, site_id, cohort_id, status, enrolled_on, ended_on, hash_now FROM hashed
    ),
    kept_form AS (
      INSERT INTO snapshot_form (participant_id, snapshot_id, assessment_id, programme_id, site_id)
      SELECT participant_id, ${snapshot}, assessment_id, ${programme}, site_id FROM form
    ),
    kept_cell AS (
      INSERT INTO snapshot_cell (programme_id, snapshot_id, site_id, cohort_id, measure, timepoint_id, ${CELL_FIGURES})
      SELECT programme_id, ${snapshot}, site_id, cohort_id, measure, timepoint_id, ${CELL_FIGURES}
        FROM (${summed(cells)}) AS cell
    )
    SELECT count(*)::float8 AS people, (SELECT count(*) FROM form)::float8 AS forms,
           coalesce(sum(scores), 0)::float8 AS scores, ${rootHash(sql`hash_now`)} AS "dataHash"
      FROM hashed`;
  const [frozen] = rows;
  if (frozen === undefined) throw new Error("A statement with aggregates gave no row.");
  return frozen;
}

function summed(rows: readonly SqlFragment[]): SqlFragment {
  return sql`
    SELECT programme_id, site_id, cohort_id, measure, timepoint_id, ${CELL_TOTALS}
      FROM (${joinSql(rows, " UNION ALL ")}) AS every_cell
     GROUP BY programme_id, site_id, cohort_id, measure, timepoint_id`;
}
