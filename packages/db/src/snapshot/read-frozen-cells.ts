import type { StoredCell } from "../change-statistic/cell";
import { CELL_FIGURES, readableCells } from "../change-statistic/cell-queries";
import { atSites } from "../change-statistic/read-cells";
import type { Tx } from "../client";
import { joinSql, sql } from "../sql";

/**
 * The change cells of some cohorts as they were frozen.
 * @param cohortIds arms, or cohorts that somebody had defined
 * @param siteIds only these sites; all when absent. An empty list gives no cells.
 */
export async function readFrozenCells(
  db: Tx,
  at: { readonly programmeId: string; readonly snapshotId: string },
  cohortIds: readonly string[],
  siteIds?: readonly string[],
): Promise<readonly StoredCell[]> {
  if (siteIds?.length === 0 || cohortIds.length === 0) return [];
  const rows = sql`
    SELECT programme_id, site_id, cohort_id, measure, timepoint_id, ${CELL_FIGURES} FROM snapshot_cell
     WHERE programme_id = ${at.programmeId}::uuid AND snapshot_id = ${at.snapshotId}::uuid
       AND cohort_id IN (${joinSql(cohortIds.map((id) => sql`${id}::uuid`))})`;
  return db.$queryRaw<StoredCell[]>(readableCells(atSites(rows, siteIds)));
}
