import { type SqlFragment, sql } from "../sql";

/**
 * The one place that says, in SQL, whose data may be used for what. Everything is looked up by the participant, so a sharded
 * server answers inside each shard. The same rule in the program: domain/consent.
 *
 * @param id the participant's id, a column of the outer statement
 */
export function notLeftOut(id: SqlFragment): SqlFragment {
  return sql`NOT EXISTS (SELECT 1 FROM withdrawal left_out
                          WHERE left_out.participant_id = ${id} AND left_out.current AND left_out.leaves_out)`;
}

/** Purposes for which rows are chosen here. */
export type FilteredPurpose = "survey" | "laboratory-link" | "research-export";

/**
 * Whether something may be done for a purpose: after a yes; where nobody asked, unless the programme needs an answer of
 * people enrolled that day.
 * @param programmeId the programme of all the rows
 * @param id the participant's id, a column of the outer statement
 * @param enrolledOn the day of enrolment, a column of the outer statement
 */
export function consentPermits(
  purpose: FilteredPurpose,
  programmeId: string,
  id: SqlFragment,
  enrolledOn: SqlFragment,
): SqlFragment {
  return sql`coalesce(
    (SELECT said.state = 'given' FROM consent said
      WHERE said.participant_id = ${id} AND said.purpose = ${purpose} AND said.current),
    NOT EXISTS (SELECT 1 FROM consent_rule needed
                 WHERE needed.programme_id = ${programmeId}::uuid AND needed.purpose = ${purpose} AND needed.asked
                   AND needed.required_from <= ${enrolledOn}))`;
}

/** Whether somebody is still to be asked: nobody who stepped back from more than contact, nor who said no to the questions. */
export function stillAsked(id: SqlFragment): SqlFragment {
  return sql`NOT EXISTS (SELECT 1 FROM withdrawal stepped
                          WHERE stepped.participant_id = ${id} AND stepped.current AND stepped.level IN ('use', 'erase'))
    AND NOT EXISTS (SELECT 1 FROM consent declined
                     WHERE declined.participant_id = ${id} AND declined.current AND declined.purpose = 'survey'
                       AND declined.state <> 'given')`;
}

/** Whether somebody may be contacted: after a yes, unless they have stepped back in any way since. */
export function mayBeContacted(id: SqlFragment): SqlFragment {
  return sql`EXISTS (SELECT 1 FROM consent agreed
                      WHERE agreed.participant_id = ${id} AND agreed.current AND agreed.purpose = 'contact'
                        AND agreed.state = 'given')
    AND NOT EXISTS (SELECT 1 FROM withdrawal stepped
                     WHERE stepped.participant_id = ${id} AND stepped.current AND stepped.level <> 'none')`;
}
