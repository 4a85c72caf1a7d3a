import type { Tx } from "../client";
import { consentPermits, notLeftOut } from "../consent/use-filter";
import { joinSql, type SqlFragment, sql } from "../sql";

/** Everybody in reach, scored or not. Dates are ISO days. */
export interface OutcomePerson {
  readonly participantId: string;
  readonly siteId: string;
  readonly cohortId: string;
  readonly status: string;
  readonly enrolledOn: string;
  readonly endedOn: string | null;
}

/** One current score, or the fact that there are answers without one. */
export interface OutcomeScore {
  readonly participantId: string;
  readonly timepointId: string;
  readonly value: number | null;
  readonly prorated: boolean;
}

export interface OutcomeRows {
  /** In the order of their ids, which is that of enrolment. */
  readonly people: readonly OutcomePerson[];
  readonly scores: readonly OutcomeScore[];
}

/** What rows are for: figures on a page, or rows that leave it. */
export type RowUse = "figures" | "export";

/**
 * All people of a programme with all current scores of one measure, without those who are left out because they wished so,
 * and in an export without those who do not allow one.
 * @param siteIds only these sites; all when absent. An empty list gives nobody.
 */
export async function readOutcomeRows(
  db: Tx,
  programmeId: string,
  measure: string,
  siteIds?: readonly string[],
  use: RowUse = "figures",
): Promise<OutcomeRows> {
  if (siteIds?.length === 0) return { people: [], scores: [] };
  const reach = sql`${inReach(programmeId, siteIds)} AND ${notLeftOut(sql`p.participant_id`)} AND ${mayLeave(use, programmeId)}`;
  const people = await db.$queryRaw<OutcomePerson[]>`
    SELECT p.participant_id AS "participantId", p.site_id AS "siteId", p.cohort_id AS "cohortId", e.status,
           e.enrolled_on::text AS "enrolledOn", e.ended_on::text AS "endedOn"
      FROM participant p
      JOIN enrolment e ON e.participant_id = p.participant_id AND e.programme_id = p.programme_id AND e.current
     WHERE ${reach}
     ORDER BY p.participant_id`;
  const scores = await db.$queryRaw<OutcomeScore[]>`
    SELECT s.participant_id AS "participantId", s.timepoint_id AS "timepointId", s.value, s.prorated
      FROM participant p
      JOIN enrolment e ON e.participant_id = p.participant_id AND e.programme_id = p.programme_id AND e.current
      JOIN score s ON s.participant_id = p.participant_id AND s.programme_id = p.programme_id AND s.measure = ${measure} AND s.current
     WHERE ${reach}`;
  return { people, scores };
}

function inReach(programmeId: string, siteIds?: readonly string[]): SqlFragment {
  const atSites = siteIds ? sql`p.site_id IN (${joinSql(siteIds.map((id) => sql`${id}::uuid`))})` : sql`true`;
  return sql`p.programme_id = ${programmeId}::uuid AND ${atSites}`;
}

function mayLeave(use: RowUse, programmeId: string): SqlFragment {
  if (use === "figures") return sql`true`;
  return consentPermits("research-export", programmeId, sql`p.participant_id`, sql`e.enrolled_on`);
}
