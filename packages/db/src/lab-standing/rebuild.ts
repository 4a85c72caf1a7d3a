import type { Db, Tx } from "../client";
import { sql } from "../sql";
import { computedStandings, STANDING_COLUMNS } from "./standing-query";

/** A large programme takes longer than an ordinary transaction may. */
const TIMEOUT_MS = 3_600_000;

/**
 * Makes everybody's standing anew from what was recorded. Saving waits meanwhile.
 * @param programmeId one programme; all when absent
 * @returns the number of standings written
 */
export async function rebuildStandings(db: Db, programmeId?: string): Promise<number> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`LOCK TABLE lab_standing IN SHARE ROW EXCLUSIVE MODE`;
      await tx.$executeRaw`DELETE FROM lab_standing WHERE ${of(programmeId)}`;
      return writeStandings(tx, programmeId);
    },
    { timeout: TIMEOUT_MS },
  );
}

/**
 * Writes the standings of a programme that has none yet, in the caller's transaction.
 * @returns the number of standings written
 */
export async function writeStandings(tx: Tx, programmeId?: string): Promise<number> {
  return tx.$executeRaw`INSERT INTO lab_standing (${STANDING_COLUMNS}) ${computedStandings(of(programmeId))}`;
}

/**
 * Compares every stored standing with what was recorded, in one statement.
 * @returns the people whose standing differs; none when all is well
 */
export async function verifyStandings(db: Tx, programmeId?: string): Promise<readonly string[]> {
  const only = of(programmeId);
  const rows = await db.$queryRaw<{ participantId: string }[]>`
    WITH computed (${STANDING_COLUMNS}) AS (${computedStandings(only)}),
         stored AS (SELECT ${STANDING_COLUMNS} FROM lab_standing WHERE ${only})
    SELECT DISTINCT participant_id AS "participantId" FROM (
      (SELECT * FROM computed EXCEPT SELECT * FROM stored) UNION ALL (SELECT * FROM stored EXCEPT SELECT * FROM computed)
    ) AS different ORDER BY 1`;
  return rows.map(({ participantId }) => participantId);
}

function of(programmeId: string | undefined) {
  return programmeId === undefined ? sql`true` : sql`programme_id = ${programmeId}::uuid`;
}
