import { emptySql, type SqlFragment, sql } from "../sql";

/** Columns of a person in a snapshot that the hash is of. */
const OF_PERSON = sql`person.participant_id, person.programme_id, person.site_id, person.cohort_id, person.status,
                      person.enrolled_on, person.ended_on`;

/**
 * A query of people with `hash_now`, the SHA-256 of everything each stands in a snapshot with (where and since when they are
 * enrolled, and every score on every form that stands), and `scores`, how many these are. Written so that the same content
 * gives the same text: by the order of ids, numbers in their shortest form. Forms and scores are looked up person by person,
 * so the time grows with the people whatever the planner thinks of tables that were just filled.
 * @param people rows with the columns of `snapshot_person`
 * @param forms rows with `participant_id` and `assessment_id`
 * @param besides further columns of the people, after a comma
 */
export function hashedPeople(people: SqlFragment, forms: SqlFragment, besides: SqlFragment = emptySql): SqlFragment {
  return sql`
    SELECT ${OF_PERSON} ${besides}, count(s.assessment_id) AS scores,
           encode(sha256(convert_to(concat_ws('|',
             person.participant_id, person.site_id, person.cohort_id, person.status, person.enrolled_on,
             coalesce(person.ended_on::text, ''),
             coalesce(string_agg(concat_ws(' ', s.assessment_id, s.measure, s.timepoint_id, s.outcome, s.prorated,
                                           coalesce(s.value::text, '')),
                                 '|' ORDER BY s.assessment_id, s.measure)
                        FILTER (WHERE s.assessment_id IS NOT NULL), '')), 'UTF8')), 'hex') AS hash_now
      FROM ${people} AS person
      LEFT JOIN ${forms} AS stood ON stood.participant_id = person.participant_id
      LEFT JOIN score s ON s.participant_id = stood.participant_id AND s.assessment_id = stood.assessment_id
     GROUP BY ${OF_PERSON} ${besides}`;
}

/** The SHA-256 over the hashes of all people, in their own order, so that it does not depend on who is who. */
export function rootHash(hash: SqlFragment): SqlFragment {
  return sql`encode(sha256(convert_to(coalesce(string_agg(${hash}, '' ORDER BY ${hash}), ''), 'UTF8')), 'hex')`;
}
