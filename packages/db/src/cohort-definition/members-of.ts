import type { CohortCriteria, DOSE_TYPES } from "@alongside/domain/cohort-definition/criteria";
import { emptySql, joinSql, type SqlFragment, sql } from "../sql";

/**
 * Who belongs to a cohort, as a query of `participant_id`. Everything is looked up by the participant, so a sharded server
 * answers inside each shard. Somebody of whom a criterion is not known does not belong.
 * @param criteria none: everybody of the programme who is or was enrolled
 */
export function membersOf(programmeId: string, criteria: CohortCriteria): SqlFragment {
  return sql`
    SELECT member.participant_id
      FROM participant member
      JOIN enrolment stands ON stands.participant_id = member.participant_id AND stands.current
     WHERE member.programme_id = ${programmeId}::uuid AND stands.programme_id = ${programmeId}::uuid
     ${joinSql([emptySql, ...conditions(criteria)], " AND ")}`;
}

function conditions(criteria: CohortCriteria): SqlFragment[] {
  const { arms, sites, enrolled, daysOnTreatment, baseline, standing } = criteria;
  const who = whoTheyAre(criteria);
  const { dose, volunteers } = criteria;
  return [
    ...(arms ? [sql`member.cohort_id IN (${uuids(arms)})`] : []),
    ...(sites ? [sql`member.site_id IN (${uuids(sites)})`] : []),
    ...(enrolled?.from ? [sql`stands.enrolled_on >= ${enrolled.from}::date`] : []),
    ...(enrolled?.until ? [sql`stands.enrolled_on <= ${enrolled.until}::date`] : []),
    ...(daysOnTreatment
      ? [
          sql`EXISTS (SELECT 1 FROM treatment_start began
                       WHERE began.participant_id = member.participant_id AND began.current
                         AND ${within(sql`stands.enrolled_on - began.started_on`, daysOnTreatment)})`,
        ]
      : []),
    ...(baseline ?? []).map(
      ({ measure, ...band }) => sql`EXISTS (
        SELECT 1 FROM score first JOIN timepoint t ON t.id = first.timepoint_id AND t.kind = 'baseline'
         WHERE first.participant_id = member.participant_id AND first.measure = ${measure} AND first.current
           AND first.value IS NOT NULL AND ${within(sql`first.value`, band)})`,
    ),
    ...(who.length > 0
      ? [
          sql`EXISTS (SELECT 1 FROM participant_characteristics who
                       WHERE who.participant_id = member.participant_id AND who.current AND ${joinSql(who, " AND ")})`,
        ]
      : []),
    ...(dose ?? []).map(({ type, withinDays, ...band }) => within(minutesOf(type, withinDays), band)),
    ...(volunteers
      ? [
          sql`EXISTS (SELECT 1 FROM support_contact met
                       WHERE met.participant_id = member.participant_id AND met.current
                         AND met.volunteer_id IN (${uuids(volunteers)}))`,
        ]
      : []),
    ...(standing ? [sql`stands.status IN (${texts(standing)})`] : []),
  ];
}

/** Minutes of support somebody was given in the first days after the enrolment, the first of them included. */
function minutesOf(type: (typeof DOSE_TYPES)[number], withinDays: number): SqlFragment {
  return sql`coalesce((SELECT sum(given.minutes * ${SHARES[type]}) / 100.0 FROM support_contact given
     WHERE given.participant_id = member.participant_id AND given.current
       AND given.happened_on >= stands.enrolled_on AND given.happened_on < stands.enrolled_on + ${withinDays}::int), 0)`;
}

/** The part of a contact that counts, in per cent. */
const SHARES: Readonly<Record<(typeof DOSE_TYPES)[number], SqlFragment>> = {
  all: sql`100`,
  informational: sql`given.informational`,
  instrumental: sql`given.instrumental`,
  emotional: sql`given.emotional`,
  affiliational: sql`given.affiliational`,
  appraisal: sql`given.appraisal`,
};

function whoTheyAre({ age, gender, keyPopulations }: CohortCriteria): SqlFragment[] {
  return [
    ...(age ? [within(sql`who.age`, age)] : []),
    ...(gender ? [sql`who.gender IN (${texts(gender)})`] : []),
    ...(keyPopulations ? [sql`who.key_populations && ARRAY[${texts(keyPopulations)}]::text[]`] : []),
  ];
}

function within(
  value: SqlFragment,
  { from, below }: { readonly from: number | null; readonly below: number | null },
): SqlFragment {
  const at = (bound: number) => sql`${bound}::float8`;
  return joinSql(
    [
      ...(from === null ? [] : [sql`${value} >= ${at(from)}`]),
      ...(below === null ? [] : [sql`${value} < ${at(below)}`]),
    ],
    " AND ",
  );
}

function uuids(ids: readonly string[]): SqlFragment {
  return joinSql(ids.map((id) => sql`${id}::uuid`));
}

function texts(words: readonly string[]): SqlFragment {
  return joinSql(words.map((word) => sql`${word}`));
}
