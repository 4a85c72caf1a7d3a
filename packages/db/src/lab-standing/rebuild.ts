import type { Tx } from "../client";
import { type SqlFragment, sql } from "../sql";
import { computedStandings, STANDING_COLUMNS } from "./standing-query";

/**
 * Makes the standings of a programme anew from what was recorded, in the caller's transaction. Who saves meanwhile waits:
 * the caller holds the programme's row, of which every save holds a share.
 * @param dueOn when the next result is due, as in `computedStandings`
 * @returns the number of standings written
 */
export async function rebuildStandings(tx: Tx, programmeId: string, dueOn: SqlFragment): Promise<number> {
  await tx.$executeRaw`DELETE FROM lab_standing WHERE ${of(programmeId)}`;
  return tx.$executeRaw`INSERT INTO lab_standing (${STANDING_COLUMNS}) ${computedStandings(of(programmeId), dueOn)}`;
}

/**
 * Compares every stored standing of a programme with what was recorded, in one statement.
 * @returns the people whose standing differs; none when all is well
 */
export async function verifyStandings(db: Tx, programmeId: string, dueOn: SqlFragment): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ participantId: string }[]>`
    WITH computed (${STANDING_COLUMNS}) AS (${computedStandings(of(programmeId), dueOn)}),
         stored AS (SELECT ${STANDING_COLUMNS} FROM lab_standing WHERE ${of(programmeId)})
    SELECT DISTINCT participant_id AS "participantId" FROM (
      (SELECT * FROM computed EXCEPT SELECT * FROM stored) UNION ALL (SELECT * FROM stored EXCEPT SELECT * FROM computed)
    ) AS different ORDER BY 1`;
  return rows.map(({ participantId }) => participantId);
}

function of(programmeId: string): SqlFragment {
  return sql`programme_id = ${programmeId}::uuid`;
}
