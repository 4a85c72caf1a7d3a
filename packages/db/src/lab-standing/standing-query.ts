import { type SqlFragment, sql } from "../sql";

/** The columns of `lab_standing` besides the day the next result is due. */
const RECORDED = sql`participant_id, programme_id, treatment_started_on, answered_id, answered_on, answered_state,
  answered_comparator, answered_low, answered_high, specimen_id, specimen_on, specimen_state`;

/** The columns of `lab_standing`, in the order in which `computedStandings` gives them. */
export const STANDING_COLUMNS: SqlFragment = sql`${RECORDED}, due_on`;

/**
 * Where people stand, computed from their results and treatment starts. Everything is joined by the participant, so a
 * sharded server answers inside each shard. People without either have no row.
 * @param only a condition on `participant_id` and `programme_id`, repeated inside so that only their rows are read
 * @param dueOn when the next result is due: an expression over the other columns of `s`
 */
export function computedStandings(only: SqlFragment, dueOn: SqlFragment): SqlFragment {
  return sql`
    SELECT s.*, ${dueOn} FROM (
      SELECT participant_id, programme_id, started_on, answered.id, answered.collected_on, answered.state,
             answered.comparator,
             CASE WHEN answered.state IN ('quantified', 'above-upper') THEN coalesce(answered.copies_per_ml, 0)
                  WHEN answered.state IS NOT NULL THEN 0 END,
             CASE WHEN answered.state IN ('quantified', 'below-quantification') THEN answered.copies_per_ml
                  WHEN answered.state = 'not-detected' THEN 0 END,
             specimen.id, specimen.collected_on, specimen.state
        FROM (SELECT DISTINCT ON (participant_id) participant_id, programme_id, id, collected_on, state
                FROM lab_result WHERE current AND kind = 'viral-load' AND ${only}
               ORDER BY participant_id, collected_on DESC, entered_at DESC, id DESC) AS specimen
        FULL JOIN (SELECT participant_id, programme_id, started_on FROM treatment_start WHERE current AND ${only})
             AS treatment USING (participant_id, programme_id)
        LEFT JOIN (SELECT DISTINCT ON (participant_id) participant_id, id, collected_on, state, comparator, copies_per_ml
                FROM lab_result
               WHERE current AND kind = 'viral-load' AND state NOT IN ('rejected', 'failed', 'pending') AND ${only}
               ORDER BY participant_id, collected_on DESC, entered_at DESC, id DESC) AS answered USING (participant_id)
    ) AS s (${RECORDED})`;
}
