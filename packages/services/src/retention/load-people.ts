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
}

/**
 * Everybody in the scope with a score of the measure at the baseline, from their enrolment to its end or to today. Nothing in it
 * says who somebody is.
 */
export async function loadRetentionPeople(
  { now }: Context,
  { db, programmeId, siteIds }: Scope,
  { measure, baselineTimepointId }: { readonly measure: string; readonly baselineTimepointId: string },
): Promise<readonly RetentionPerson[]> {
  const sites = siteIds === "all" ? sql`true` : sql`p.site_id IN (${uuidList(siteIds)})`;
  const rows = await db.$queryRaw<StoredPerson[]>(sql`
    SELECT p.cohort_id AS "cohortId", e.enrolled_on::text AS "enrolledOn", e.ended_on::text AS "endedOn", e.status,
           g.time_zone AS "timeZone"
      FROM participant p
      JOIN programme g ON g.id = p.programme_id
      JOIN enrolment e ON e.participant_id = p.participant_id AND e.programme_id = p.programme_id AND e.current
     WHERE p.programme_id = ${programmeId}::uuid AND ${sites} AND ${notLeftOut(sql`p.participant_id`)}
       AND EXISTS (SELECT 1 FROM score s
                    WHERE s.participant_id = p.participant_id AND s.current AND s.measure = ${measure}
                      AND s.timepoint_id = ${baselineTimepointId}::uuid AND s.value IS NOT NULL)
     ORDER BY e.enrolled_on, p.participant_id`);
  return rows.flatMap(({ cohortId, enrolledOn, endedOn, status, timeZone }) => {
    const known = ENROLMENT_STATUSES.find((one) => one === status);
    const days = daysBetween(enrolledOn, endedOn ?? todayIn(timeZone, now()));
    return known === undefined ? [] : [{ cohortId, days: Math.max(0, days), status: known }];
  });
}
