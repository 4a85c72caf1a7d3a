import type { RetentionPerson } from "@alongside/analysis/retention/retention-person";
import { notLeftOut } from "@alongside/db/consent/use-filter";
import { sql } from "@alongside/db/sql";
import { ENROLMENT_STATUSES } from "@alongside/domain/enrolment/enrolment-status";
import { daysBetween, todayIn } from "@alongside/domain/schedule/calendar-date";
import type { Scope } from "../access/authorise";
import type { Context } from "../context";
import { uuidList } from "../lab-result/read-people";

interface StoredPerson {
  readonly cohortId: string;
  readonly enrolledOn: string;
  readonly endedOn: string | null;
  readonly status: string;
  readonly timeZone: string;
  readonly seenOn: readonly string[];
  readonly loggedFrom: string | null;
}

/**
 * Everybody in the scope with a score of the measure at the baseline, from their enrolment to its end or to today, with the days on
 * which somebody saw them: a contact that was logged, a form answered, a specimen taken. Nothing in it says who somebody is.
 */
export async function loadRetentionPeople(
  { now }: Context,
  { db, programmeId, siteIds }: Scope,
  { measure, baselineTimepointId }: { readonly measure: string; readonly baselineTimepointId: string },
): Promise<readonly RetentionPerson[]> {
  const sites = siteIds === "all" ? sql`true` : sql`p.site_id IN (${uuidList(siteIds)})`;
  const rows = await db.$queryRaw<StoredPerson[]>(sql`
    WITH logged AS (
      SELECT other.cohort_id, min(c.happened_on)::text AS from_day
        FROM support_contact c
        JOIN participant other ON other.participant_id = c.participant_id AND other.programme_id = c.programme_id
       WHERE c.programme_id = ${programmeId}::uuid AND c.current
       GROUP BY other.cohort_id)
    SELECT p.cohort_id AS "cohortId", e.enrolled_on::text AS "enrolledOn", e.ended_on::text AS "endedOn", e.status,
           g.time_zone AS "timeZone", seen.on_days AS "seenOn", logged.from_day AS "loggedFrom"
      FROM participant p
      JOIN programme g ON g.id = p.programme_id
      JOIN enrolment e ON e.participant_id = p.participant_id AND e.programme_id = p.programme_id AND e.current
      LEFT JOIN logged ON logged.cohort_id = p.cohort_id
      CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(DISTINCT day::text), '{}') AS on_days
          FROM (SELECT c.happened_on AS day FROM support_contact c
                 WHERE c.participant_id = p.participant_id AND c.programme_id = p.programme_id AND c.current
                UNION ALL
                SELECT a.answered_on FROM assessment a
                 WHERE a.participant_id = p.participant_id AND a.programme_id = p.programme_id AND a.current
                UNION ALL
                SELECT l.collected_on FROM lab_result l
                 WHERE l.participant_id = p.participant_id AND l.programme_id = p.programme_id AND l.current) every
         WHERE day > e.enrolled_on) seen
     WHERE p.programme_id = ${programmeId}::uuid AND ${sites} AND ${notLeftOut(sql`p.participant_id`)}
       AND EXISTS (SELECT 1 FROM score s
                    WHERE s.participant_id = p.participant_id AND s.current AND s.measure = ${measure}
                      AND s.timepoint_id = ${baselineTimepointId}::uuid AND s.value IS NOT NULL)
     ORDER BY e.enrolled_on, p.participant_id`);
  return rows.flatMap(({ cohortId, enrolledOn, endedOn, status, timeZone, seenOn, loggedFrom }) => {
    const known = ENROLMENT_STATUSES.find((one) => one === status);
    const days = daysBetween(enrolledOn, endedOn ?? todayIn(timeZone, now()));
    const since = (day: string) => daysBetween(enrolledOn, day);
    if (known === undefined) return [];
    return [
      {
        ...{ cohortId, days: Math.max(0, days), status: known, seen: seenOn.map(since) },
        loggedFrom: loggedFrom === null ? null : since(loggedFrom),
      },
    ];
  });
}
