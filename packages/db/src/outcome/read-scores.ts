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

/** Scores that are alike, and whose they are: a questionnaire has few possible scores, and may have a million forms. */
interface AlikeScores extends Omit<OutcomeScore, "participantId"> {
  readonly people: readonly string[];
}

export interface OutcomeRows {
  /** In the order of their ids, which is that of enrolment. */
  readonly people: readonly OutcomePerson[];
  readonly scores: readonly OutcomeScore[];
}

/** What rows are for: figures on a page, or rows that leave it. */
export type RowUse = "figures" | "export";

/** Which people and forms: those of the records as they are, or of a snapshot. */
export interface RowSource {
  readonly programmeId: string;
  readonly snapshotId?: string | undefined;
}

/**
 * All people of a programme with all scores of one measure that stand, without those who are left out because they wished so,
 * and in an export without those who do not allow one.
 * @param siteIds only these sites; all when absent. An empty list gives nobody.
 */
export async function readOutcomeRows(
  db: Tx,
  source: RowSource,
  measure: string,
  siteIds?: readonly string[],
  use: RowUse = "figures",
): Promise<OutcomeRows> {
  if (siteIds?.length === 0) return { people: [], scores: [] };
  const { programmeId } = source;
  const reach = sql`${inReach(programmeId, siteIds)} AND ${notLeftOut(sql`p.participant_id`)} AND ${mayLeave(use, programmeId)}`;
  const people = await db.$queryRaw<OutcomePerson[]>`
    SELECT p.participant_id AS "participantId", p.site_id AS "siteId", p.cohort_id AS "cohortId", p.status,
           p.enrolled_on::text AS "enrolledOn", p.ended_on::text AS "endedOn"
      FROM ${peopleOf(source)} p
     WHERE ${reach}
     ORDER BY p.participant_id`;
  const alike = await db.$queryRaw<AlikeScores[]>`
    SELECT s.timepoint_id AS "timepointId", s.value, s.prorated, array_agg(s.participant_id::text) AS people
      FROM ${peopleOf(source)} p
      JOIN score s ON s.participant_id = p.participant_id AND s.programme_id = p.programme_id AND s.measure = ${measure}
     WHERE ${reach} AND ${stands(source, sql`s.participant_id`, sql`s.assessment_id`, sql`s.current`)}
     GROUP BY s.timepoint_id, s.value, s.prorated`;
  const scores = alike.flatMap(({ people: whose, ...score }) =>
    whose.map((participantId): OutcomeScore => ({ participantId, ...score })),
  );
  return { people, scores };
}

/** Everybody with where and how they stand, now or when a snapshot was taken. */
function peopleOf({ snapshotId }: RowSource): SqlFragment {
  return snapshotId === undefined
    ? sql`(SELECT person.participant_id, person.programme_id, person.site_id, person.cohort_id,
                  e.status, e.enrolled_on, e.ended_on
             FROM participant person
             JOIN enrolment e ON e.participant_id = person.participant_id AND e.programme_id = person.programme_id
                             AND e.current)`
    : sql`(SELECT participant_id, programme_id, site_id, cohort_id, status, enrolled_on, ended_on
             FROM snapshot_person WHERE snapshot_id = ${snapshotId}::uuid)`;
}

/** Whether a form stands now, or stood when a snapshot was taken. */
export function stands(
  { snapshotId }: RowSource,
  participantId: SqlFragment,
  assessmentId: SqlFragment,
  current: SqlFragment,
): SqlFragment {
  if (snapshotId === undefined) return current;
  return sql`EXISTS (SELECT 1 FROM snapshot_form stood
                      WHERE stood.participant_id = ${participantId} AND stood.snapshot_id = ${snapshotId}::uuid
                        AND stood.assessment_id = ${assessmentId})`;
}

function inReach(programmeId: string, siteIds?: readonly string[]): SqlFragment {
  const atSites = siteIds ? sql`p.site_id IN (${joinSql(siteIds.map((id) => sql`${id}::uuid`))})` : sql`true`;
  return sql`p.programme_id = ${programmeId}::uuid AND ${atSites}`;
}

function mayLeave(use: RowUse, programmeId: string): SqlFragment {
  if (use === "figures") return sql`true`;
  return consentPermits("research-export", programmeId, sql`p.participant_id`, sql`p.enrolled_on`);
}
