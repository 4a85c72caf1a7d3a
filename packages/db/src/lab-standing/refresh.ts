import { joinSql, type SqlFragment, sql } from "../sql";
import { computedStandings, STANDING_COLUMNS } from "./standing-query";

/**
 * The statements that bring the standings of these people up to date, to be sent in the transaction that changed their
 * results or treatment starts. The caller holds their rows locked.
 * @param participantIds at least one
 * @param dueOn when the next result is due, as in `computedStandings`
 */
export function refreshStandings(participantIds: readonly string[], dueOn: SqlFragment): readonly SqlFragment[] {
  const only = sql`participant_id IN (${joinSql(participantIds.map((id) => sql`${id}::uuid`))})`;
  return [
    sql`DELETE FROM lab_standing WHERE ${only}`,
    sql`INSERT INTO lab_standing (${STANDING_COLUMNS}) ${computedStandings(only, dueOn)}`,
  ];
}
