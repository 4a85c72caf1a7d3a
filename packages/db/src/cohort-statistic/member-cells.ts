import type { CohortCriteria } from "@alongside/domain/cohort-definition/criteria";
import { ENROLLED_MEASURE, NO_TIMEPOINT_ID } from "../change-statistic/cell";
import { membersOf } from "../cohort-definition/members-of";
import { notLeftOut } from "../consent/use-filter";
import { type SqlFragment, sql } from "../sql";

/**
 * The change cells of the people of a cohort that somebody defined, a row for each site, measure and time, in the columns of a
 * cell. The people are found once and their scores are read once, so it takes a third of the time of asking for both wherever
 * they are needed (`readDefinedCells`, by which it is proven).
 */
export function memberCells(programmeId: string, cohortId: string, criteria: CohortCriteria): SqlFragment {
  return sql`(
    WITH member AS MATERIALIZED (
      SELECT p.participant_id, p.site_id
        FROM (${membersOf(programmeId, criteria)}) AS chosen
        JOIN participant p ON p.participant_id = chosen.participant_id
       WHERE p.programme_id = ${programmeId}::uuid AND ${notLeftOut(sql`p.participant_id`)}
    ),
    said AS MATERIALIZED (
      SELECT s.participant_id, s.site_id, s.measure, s.timepoint_id, s.value::text::numeric AS value
        FROM member JOIN score s ON s.participant_id = member.participant_id
       WHERE s.current AND s.programme_id = ${programmeId}::uuid
    ),
    first AS MATERIALIZED (
      SELECT said.participant_id, said.measure, said.value
        FROM said JOIN timepoint t ON t.id = said.timepoint_id AND t.kind = 'baseline'
       WHERE said.value IS NOT NULL
    )
    SELECT ${programmeId}::uuid AS programme_id, y.site_id, ${cohortId}::uuid AS cohort_id, y.measure, y.timepoint_id,
           count(y.value) AS n, coalesce(sum(y.value), 0) AS sum, coalesce(sum(y.value * y.value), 0) AS sum_squares,
           count(*) - count(y.value) AS unscored, count(x.value + y.value) AS pairs,
           coalesce(sum(x.value) FILTER (WHERE y.value IS NOT NULL), 0) AS sum_x,
           coalesce(sum(y.value) FILTER (WHERE x.value IS NOT NULL), 0) AS sum_y,
           coalesce(sum(x.value * x.value) FILTER (WHERE y.value IS NOT NULL), 0) AS sum_xx,
           coalesce(sum(y.value * y.value) FILTER (WHERE x.value IS NOT NULL), 0) AS sum_yy,
           coalesce(sum(x.value * y.value), 0) AS sum_xy
      FROM said AS y
      LEFT JOIN first AS x ON x.participant_id = y.participant_id AND x.measure = y.measure
     GROUP BY y.site_id, y.measure, y.timepoint_id
    UNION ALL
    SELECT ${programmeId}::uuid, member.site_id, ${cohortId}::uuid, ${ENROLLED_MEASURE}::text, ${NO_TIMEPOINT_ID}::uuid,
           count(*), 0, 0, 0, 0, 0, 0, 0, 0, 0
      FROM member
     GROUP BY member.site_id)`;
}
