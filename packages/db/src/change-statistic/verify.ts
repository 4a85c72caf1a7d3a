import type { Tx } from "../client";
import { CELL_FIGURES, CELL_KEY, CELL_TOTALS, computedCells, storedRows } from "./cell-queries";

/** A cell whose stored sums differ from those computed from the scores. Figures in the order of the table's columns. */
export interface CellDifference {
  readonly programmeId: string;
  readonly siteId: string;
  readonly cohortId: string;
  readonly measure: string;
  readonly timepointId: string;
  /** Null when nothing is stored. */
  readonly stored: string | null;
  /** Null when no score belongs to the cell. */
  readonly computed: string | null;
}

/**
 * Compares the stored change statistics (folded and not) with the current scores and enrolments, exactly, in one
 * statement and so at one moment.
 * @param programmeId one programme; all when absent
 * @returns the cells that differ; none when all is well
 */
export async function verifyCells(db: Tx, programmeId?: string): Promise<readonly CellDifference[]> {
  return db.$queryRaw<CellDifference[]>`
    WITH stored AS (
      SELECT ${CELL_KEY}, ROW(${CELL_FIGURES}) AS figures
        FROM (SELECT ${CELL_KEY}, ${CELL_TOTALS} FROM (${storedRows(programmeId)}) AS r GROUP BY ${CELL_KEY}) AS total
       WHERE (${CELL_FIGURES}) <> (0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    ),
    computed AS (
      SELECT ${CELL_KEY}, ROW(n, sum, sum_squares, unscored, pairs, sum_x, sum_y, sum_xx, sum_yy, sum_xy) AS figures
        FROM (${computedCells(programmeId)}) AS cell
    )
    SELECT programme_id AS "programmeId", site_id AS "siteId", cohort_id AS "cohortId", measure,
           timepoint_id AS "timepointId", stored.figures::text AS stored, computed.figures::text AS computed
      FROM stored FULL JOIN computed USING (${CELL_KEY})
     WHERE stored.figures IS DISTINCT FROM computed.figures
     ORDER BY ${CELL_KEY}`;
}
