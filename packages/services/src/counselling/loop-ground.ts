import { type SqlFragment, sql } from "@alongside/db/sql";
import type { ThresholdRule } from "@alongside/domain/viral-load/categorise";
import { versionInForce } from "../lab-result/version-in-force";
import { unsuppressed } from "../worklist/standing-sql";

/** The version in force of the result that opened a row of `counselling_loop AS l`; null where it was taken back. */
export const OPENING_IN_FORCE: SqlFragment = versionInForce(sql`l.participant_id`, sql`l.opened_by_result_id`);

/**
 * What became of the result that opened a row of `counselling_loop AS l`, as `LoopGround` names it. One that was corrected
 * and is unsuppressed by the rule all the same stands.
 */
export function loopGround(rule: ThresholdRule): SqlFragment {
  return sql`(SELECT CASE
      WHEN now.id IS NULL THEN 'withdrawn'
      WHEN now.id = l.opened_by_result_id THEN 'stands'
      WHEN EXISTS (
        SELECT 1 FROM (
          SELECT o.state AS answered_state, o.comparator AS answered_comparator,
                 CASE WHEN o.state IN ('quantified', 'above-upper') THEN coalesce(o.copies_per_ml, 0) ELSE 0 END
                   AS answered_low
            FROM lab_result o WHERE o.participant_id = l.participant_id AND o.id = now.id
        ) AS s WHERE ${unsuppressed(rule)}
      ) THEN 'stands'
      ELSE 'corrected' END
    FROM (SELECT ${OPENING_IN_FORCE} AS id) AS now)`;
}
