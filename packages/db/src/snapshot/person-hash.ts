import { type SqlFragment, sql } from "../sql";

/**
 * A query of people with `hash_now`, the SHA-256 of everything each stands in a snapshot with (where and since when they are
 * enrolled, and every score on every form that stands), and `scores`, how many these are. Written so that the same content
 * gives the same text: by the order of ids, numbers in their shortest form.
 * @param people rows with the columns of `snapshot_person`
 * @param forms rows with `participant_id` and `assessment_id`
 */
export function hashedPeople(people: SqlFragment, forms: SqlFragment): SqlFragment {
  return sql`
    SELECT person.*, coalesce(said.scores, 0) AS scores,
           encode(sha256(convert_to(concat_ws('|',
             person.participant_id, person.site_id, person.cohort_id, person.status, person.enrolled_on,
             coalesce(person.ended_on::text, ''), coalesce(said.line, '')), 'UTF8')), 'hex') AS hash_now
      FROM ${people} AS person
      LEFT JOIN (SELECT s.participant_id, count(*) AS scores,
                        string_agg(concat_ws(' ', s.assessment_id, s.measure, s.timepoint_id, s.outcome, s.prorated,
                                             coalesce(s.value::text, '')),
                                   '|' ORDER BY s.assessment_id, s.measure) AS line
                   FROM ${forms} AS stood
                   JOIN score s ON s.participant_id = stood.participant_id AND s.assessment_id = stood.assessment_id
                  GROUP BY s.participant_id) AS said
        ON said.participant_id = person.participant_id`;
}

/** The SHA-256 over the hashes of all people, in their own order, so that it does not depend on who is who. */
export function rootHash(hash: SqlFragment): SqlFragment {
  return sql`encode(sha256(convert_to(coalesce(string_agg(${hash}, '' ORDER BY ${hash}), ''), 'UTF8')), 'hex')`;
}
