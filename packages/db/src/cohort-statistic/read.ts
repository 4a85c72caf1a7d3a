import type { StoredCell } from "../change-statistic/cell";
import type { Tx } from "../client";
import { emptySql, joinSql, sql } from "../sql";

/** The sums of one cohort as they were made. */
export interface CohortSums {
  readonly definitionId: string;
  /** Version of the definition. */
  readonly number: number;
  readonly asOf: Date;
  readonly costMs: number;
  readonly cells: readonly StoredCell[];
}

/** A row of the state with a cell, or with none where the cohort has nobody at the sites asked for. */
interface Row extends Omit<StoredCell, "siteId"> {
  readonly siteId: string | null;
  readonly number: number;
  readonly asOf: Date;
  readonly costMs: number;
}

/**
 * The sums of cohorts that somebody defined, each with its moment, from one statement: never the cells of one moment beside
 * the date of another. Cohorts of which none were made are not in it.
 * @param siteIds only these sites; all when absent
 */
export async function readCohortSums(
  db: Tx,
  programmeId: string,
  definitionIds: readonly string[],
  siteIds?: readonly string[],
): Promise<readonly CohortSums[]> {
  if (definitionIds.length === 0) return [];
  const uuids = (ids: readonly string[]) => joinSql(ids.map((id) => sql`${id}::uuid`));
  const here =
    siteIds === undefined ? emptySql : sql`AND c.site_id IN (${uuids(siteIds.length === 0 ? [NOWHERE] : siteIds)})`;
  const rows = await db.$queryRaw<Row[]>`
    SELECT s.definition_id AS "cohortId", s.number, s.as_of AS "asOf", s.cost_ms AS "costMs", c.site_id AS "siteId",
           c.measure, c.timepoint_id AS "timepointId", c.n::float8, c.unscored::float8, c.pairs::float8,
           trim_scale(c.sum)::text AS sum, trim_scale(c.sum_squares)::text AS "sumSquares",
           trim_scale(c.sum_x)::text AS "sumX", trim_scale(c.sum_y)::text AS "sumY", trim_scale(c.sum_xx)::text AS "sumXX",
           trim_scale(c.sum_yy)::text AS "sumYY", trim_scale(c.sum_xy)::text AS "sumXY"
      FROM cohort_statistic_state s
      LEFT JOIN cohort_statistic c ON c.programme_id = s.programme_id AND c.definition_id = s.definition_id ${here}
     WHERE s.programme_id = ${programmeId}::uuid AND s.definition_id IN (${uuids(definitionIds)})
     ORDER BY c.site_id, c.measure, c.timepoint_id`;
  return definitionIds.flatMap((id) => {
    const own = rows.filter(({ cohortId }) => cohortId === id);
    const [first] = own;
    if (first === undefined) return [];
    const { number, asOf, costMs } = first;
    return [{ definitionId: id, number, asOf, costMs, cells: own.flatMap(cellOf) }];
  });
}

/** A valid, impossible id. */
const NOWHERE = "00000000-0000-0000-0000-000000000000";

function cellOf({ number: _number, asOf: _asOf, costMs: _costMs, siteId, ...cell }: Row): readonly StoredCell[] {
  return siteId === null ? [] : [{ ...cell, siteId }];
}
