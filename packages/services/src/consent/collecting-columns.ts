import type { Tx } from "@alongside/db/client";
import { type SqlFragment, sql } from "@alongside/db/sql";
import { type CollectingStanding, collectingRefusal } from "@alongside/domain/consent/collecting";
import type { Failure } from "@alongside/domain/failure/failure";

/**
 * What decides whether answers may be collected, as pairs inside a `jsonb_build_object`: `survey`, `surveyRequiredFrom`,
 * `withdrawal`.
 */
export function collectingColumns(participantId: SqlFragment, programmeId: SqlFragment): SqlFragment {
  return sql`
      'survey', (SELECT jsonb_build_object('state', y.state, 'decidedOn', y.decided_on) FROM consent y
                  WHERE y.participant_id = ${participantId} AND y.purpose = 'survey' AND y.current),
      'surveyRequiredFrom', (SELECT y.required_from FROM consent_rule y
                              WHERE y.programme_id = ${programmeId} AND y.purpose = 'survey' AND y.asked),
      'withdrawal', (SELECT jsonb_build_object('level', y.level, 'fromOn', y.from_on, 'leavesOut', y.leaves_out)
                       FROM withdrawal y WHERE y.participant_id = ${participantId} AND y.current)`;
}

interface StoredStanding {
  readonly survey: CollectingStanding["survey"];
  readonly surveyRequiredFrom: string | null;
  readonly withdrawal: CollectingStanding["withdrawal"];
}

/** Why no form may be opened for somebody on a day; null where it may. */
export async function closedFor(
  tx: Tx,
  about: { readonly programmeId: string; readonly participantId: string; readonly enrolledOn: string },
  day: string,
): Promise<Failure | null> {
  const columns = collectingColumns(sql`${about.participantId}::uuid`, sql`${about.programmeId}::uuid`);
  const [row] = await tx.$queryRaw<{ standing: StoredStanding }[]>(
    sql`SELECT jsonb_build_object(${columns}) AS standing`,
  );
  if (row === undefined) return null;
  const { survey, surveyRequiredFrom, withdrawal } = row.standing;
  const standing = { survey, requiredFrom: surveyRequiredFrom, enrolledOn: about.enrolledOn, withdrawal };
  const refusal = collectingRefusal(standing, day);
  return refusal === null ? null : { code: "rule", reason: refusal };
}

/** Whether nobody is to ask again: not so where the question of consent itself is still open. */
export function endsAsking(closed: Failure | null): boolean {
  return closed?.reason === "participant.withdrawn" || closed?.reason === "consent.survey-refused";
}
