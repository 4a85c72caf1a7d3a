import type { Tx } from "../client";
import { emptySql, sql } from "../sql";
import { CELL_FIGURES, CELL_KEY, CELL_TOTALS, deltaCells } from "./cell-queries";

/** Folds are serialised by this key, so that two of them never wait for each other row by row. */
export const FOLD_LOCK = 72707371;

export type FoldOutcome =
  | { readonly kind: "folded"; readonly deltas: number }
  /** Another fold is at work; there is nothing to do. */
  | { readonly kind: "elsewhere" };

/**
 * Moves deltas into the change statistics. One statement deletes them and adds their sums, so a reader sees each delta
 * exactly once, and a fold that is killed has either happened or not. May be called at any time and any number of times.
 * @param programmeId one programme; all when absent
 */
export async function foldDeltas(db: Tx, programmeId?: string): Promise<FoldOutcome> {
  const only = programmeId === undefined ? emptySql : sql`WHERE programme_id = ${programmeId}::uuid`;
  // The lock ends with the statement's transaction. MATERIALIZED: it is asked for once, before any row is touched.
  const [row] = await db.$queryRaw<{ locked: boolean; deltas: number }[]>`
    WITH turn AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(${FOLD_LOCK}) AS locked),
    taken AS (
      DELETE FROM change_statistic_delta
       USING (SELECT locked FROM turn WHERE locked) AS mine
       ${only} RETURNING programme_id, cells
    ),
    added AS (
      INSERT INTO change_statistic (${CELL_KEY}, ${CELL_FIGURES})
      SELECT ${CELL_KEY}, ${CELL_TOTALS} FROM (${deltaCells(sql`taken`)}) AS cell
       GROUP BY ${CELL_KEY} ORDER BY ${CELL_KEY}
      ON CONFLICT (${CELL_KEY}) DO UPDATE SET
        n = change_statistic.n + excluded.n,
        sum = change_statistic.sum + excluded.sum,
        sum_squares = change_statistic.sum_squares + excluded.sum_squares,
        unscored = change_statistic.unscored + excluded.unscored,
        pairs = change_statistic.pairs + excluded.pairs,
        sum_x = change_statistic.sum_x + excluded.sum_x,
        sum_y = change_statistic.sum_y + excluded.sum_y,
        sum_xx = change_statistic.sum_xx + excluded.sum_xx,
        sum_yy = change_statistic.sum_yy + excluded.sum_yy,
        sum_xy = change_statistic.sum_xy + excluded.sum_xy
    )
    SELECT turn.locked, (SELECT count(*)::float8 FROM taken) AS deltas FROM turn`;
  return row?.locked ? { kind: "folded", deltas: row.deltas } : { kind: "elsewhere" };
}
