import type { Tx } from "../client";
import { emptySql, joinSql, sql } from "../sql";
import type { StoredCell } from "./cell";
import { CELL_FIGURES, CELL_TOTALS, storedRows } from "./cell-queries";

/**
 * All change cells of a programme, folded or not, from one statement and so from one moment. The cost grows with the
 * number of cells and of unfolded deltas, not with the number of scores.
 * @param siteIds only these sites; all when absent. An empty list gives no cells.
 */
export async function readCells(
  db: Tx,
  programmeId: string,
  siteIds?: readonly string[],
): Promise<readonly StoredCell[]> {
  if (siteIds?.length === 0) return [];
  const atSites = siteIds ? sql`WHERE site_id IN (${joinSql(siteIds.map((id) => sql`${id}::uuid`))})` : emptySql;
  return db.$queryRaw<StoredCell[]>`
    SELECT site_id AS "siteId", cohort_id AS "cohortId", measure, timepoint_id AS "timepointId",
           n::float8, unscored::float8, pairs::float8, trim_scale(sum)::text AS sum,
           trim_scale(sum_squares)::text AS "sumSquares", trim_scale(sum_x)::text AS "sumX",
           trim_scale(sum_y)::text AS "sumY", trim_scale(sum_xx)::text AS "sumXX",
           trim_scale(sum_yy)::text AS "sumYY", trim_scale(sum_xy)::text AS "sumXY"
      FROM (SELECT site_id, cohort_id, measure, timepoint_id, ${CELL_TOTALS}
              FROM (${storedRows(programmeId)}) AS stored ${atSites}
             GROUP BY site_id, cohort_id, measure, timepoint_id) AS total
     WHERE (${CELL_FIGURES}) <> (0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
     ORDER BY site_id, cohort_id, measure, timepoint_id`;
}
