import type { Tx } from "../client";
import { sql } from "../sql";

/**
 * How long before a moment something may have been recorded that was stored after it: longer than any transaction of the
 * program but an import, which takes the sums away when it is done (`forgetCohorts`), and than servers' clocks differ.
 */
export const LONGEST_TRANSACTION_MS = 60_000;

/**
 * Whether anything was stored after a moment that the sums of a defined cohort may depend on. May say yes for what was just
 * before it, never no for what came after.
 */
export async function isChangedSince(db: Tx, programmeId: string, moment: Date): Promise<boolean> {
  const since = new Date(moment.getTime() - LONGEST_TRANSACTION_MS).toISOString();
  const after = sql`programme_id = ${programmeId}::uuid AND recorded_at > ${since}::timestamptz`;
  const [row] = await db.$queryRaw<{ changed: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM assessment WHERE ${after}) OR EXISTS (SELECT 1 FROM enrolment WHERE ${after})
        OR EXISTS (SELECT 1 FROM withdrawal WHERE ${after}) OR EXISTS (SELECT 1 FROM treatment_start WHERE ${after})
        OR EXISTS (SELECT 1 FROM participant_characteristics WHERE ${after})
        OR EXISTS (SELECT 1 FROM support_contact WHERE ${after})
        OR EXISTS (SELECT 1 FROM support_contact
                    WHERE programme_id = ${programmeId}::uuid AND taken_back_at > ${since}::timestamptz)
        OR EXISTS (SELECT 1 FROM erasure
                    WHERE programme_id = ${programmeId}::uuid AND erased_at > ${since}::timestamptz) AS changed`;
  return row?.changed ?? true;
}

/** Takes all sums of defined cohorts away, in the transaction of whoever stored what may be older than it looks. */
export async function forgetCohorts(tx: Tx, programmeId: string): Promise<void> {
  await tx.cohortStatisticState.deleteMany({ where: { programmeId } });
}
