import type { Tx } from "../client";
import { sql } from "../sql";
import { cellsOfOne } from "./cell-queries";
import { FOLD_LOCK, foldDeltas } from "./fold-deltas";

/** Somebody whose share in the sums is moved, under the id of the new delta. */
export interface ShiftedPerson {
  readonly programmeId: string;
  readonly participantId: string;
  readonly deltaId: string;
  readonly at: Date;
}

/**
 * Takes everything a person adds to the change statistics out of them (-1), or puts it back (1), in the caller's
 * transaction. The caller holds the person's row, so no score of theirs is written meanwhile.
 */
export async function shiftPerson(tx: Tx, person: ShiftedPerson, sign: 1 | -1): Promise<void> {
  const { programmeId, participantId, deltaId, at } = person;
  await tx.$executeRaw(sql`
    INSERT INTO change_statistic_delta (participant_id, id, programme_id, cells, created_at)
    SELECT ${participantId}::uuid, ${deltaId}::uuid, ${programmeId}::uuid, jsonb_agg(jsonb_build_object(
             'siteId', c.site_id, 'cohortId', c.cohort_id, 'measure', c.measure, 'timepointId', c.timepoint_id,
             'n', c.n * ${sign}::int, 'sum', c.sum * ${sign}::int, 'sumSquares', c.sum_squares * ${sign}::int,
             'unscored', c.unscored * ${sign}::int, 'pairs', c.pairs * ${sign}::int, 'sumX', c.sum_x * ${sign}::int,
             'sumY', c.sum_y * ${sign}::int, 'sumXX', c.sum_xx * ${sign}::int, 'sumYY', c.sum_yy * ${sign}::int,
             'sumXY', c.sum_xy * ${sign}::int)), ${at.toISOString()}::timestamptz
      FROM (${cellsOfOne(programmeId, participantId)})
           AS c(programme_id, site_id, cohort_id, measure, timepoint_id, n, sum, sum_squares, unscored, pairs, sum_x, sum_y,
                sum_xx, sum_yy, sum_xy)
    HAVING count(*) > 0`);
}

/**
 * Folds every delta of a programme, waiting for a fold that is at work, so that none bears the name of a person any more.
 * In the caller's transaction.
 */
export async function settleDeltas(tx: Tx, programmeId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${FOLD_LOCK})`;
  await foldDeltas(tx, programmeId);
}
