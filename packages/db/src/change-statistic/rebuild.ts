import type { Db, Tx } from "../client";
import { emptySql, sql } from "../sql";
import { CELL_FIGURES, CELL_KEY, computedCells } from "./cell-queries";

/** Recomputing a large programme takes longer than an ordinary transaction may. */
const TIMEOUT_MS = 3_600_000;

/**
 * Makes the change statistics anew from the current scores and enrolments. People may go on saving meanwhile: the work
 * sees one moment, and what is saved after it stays as a delta. Folds wait.
 * @param programmeId one programme; all when absent
 * @returns the number of cells written
 */
export async function rebuildCells(db: Db, programmeId?: string): Promise<number> {
  const only = programmeId === undefined ? emptySql : sql`WHERE programme_id = ${programmeId}::uuid`;
  return db.$transaction(
    async (tx) => {
      // Keeps folds out. Must come before the first query, which fixes the moment that this transaction sees.
      await tx.$executeRaw`LOCK TABLE change_statistic IN SHARE ROW EXCLUSIVE MODE`;
      await tx.$executeRaw`DELETE FROM change_statistic_delta ${only}`;
      await tx.$executeRaw`DELETE FROM change_statistic ${only}`;
      return fillCells(tx, programmeId);
    },
    { isolationLevel: "RepeatableRead", timeout: TIMEOUT_MS },
  );
}

/**
 * Writes the change statistics of scores that have none yet, as after a bulk load.
 * @returns the number of cells written
 */
export function fillCells(tx: Tx, programmeId?: string): Promise<number> {
  return tx.$executeRaw`INSERT INTO change_statistic (${CELL_KEY}, ${CELL_FIGURES}) ${computedCells(programmeId)}`;
}
