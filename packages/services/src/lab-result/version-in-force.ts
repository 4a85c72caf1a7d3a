import { type SqlFragment, sql } from "@alongside/db/sql";

/**
 * The id of the version in force of a result, however often it was corrected since; null where it was taken back. A
 * scalar subquery.
 */
export function versionInForce(participantId: SqlFragment, resultId: SqlFragment): SqlFragment {
  return sql`(
    WITH RECURSIVE version (id, current) AS (
      SELECT f.id, f.current FROM lab_result f WHERE f.participant_id = ${participantId} AND f.id = ${resultId}
      UNION
      SELECT n.id, n.current FROM version v
        JOIN lab_result n ON n.participant_id = ${participantId} AND n.replaces_id = v.id
    ) SELECT v.id FROM version v WHERE v.current LIMIT 1)`;
}
