import type { Pipeline } from "@alongside/db/pipeline/pipeline";
import { sql } from "@alongside/db/sql";
import type { CollectingStanding } from "@alongside/domain/consent/collecting";
import { collectingColumns } from "../consent/collecting-columns";
import type { SaveAssessment } from "./input";

/** What stands in the database where an assessment is about to be written. */
export interface Slot {
  readonly siteId: string;
  readonly cohortId: string;
  readonly cohortKind: string;
  readonly enrolment: { readonly status: string; readonly enrolledOn: string; readonly endedOn: string | null };
  /** What the person said about being asked, and how far they have stepped back. */
  readonly survey: CollectingStanding["survey"];
  readonly surveyRequiredFrom: string | null;
  readonly withdrawal: CollectingStanding["withdrawal"];
  readonly timepoint: { readonly code: string; readonly active: boolean; readonly timeZone: string } | null;
  readonly baselineTimepointId: string | null;
  /** Every edition of the instrument the programme has switched on. */
  readonly uses: readonly {
    readonly edition: string;
    readonly active: boolean;
    readonly timepointCodes: readonly string[];
    readonly askedOf: string;
    readonly responsePath: unknown;
  }[];
  /** The assessment stored under the same id, if any. */
  readonly sameId: { readonly contentHash: string } | null;
  /** The assessment that currently fills this participant's timepoint and instrument. */
  readonly currentId: string | null;
  /** The participant's current scores of this instrument, at every timepoint. */
  readonly scores: readonly {
    readonly assessmentId: string;
    readonly measure: string;
    readonly timepointId: string;
    readonly value: number | null;
  }[];
}

/**
 * Locks the participant's row, then reads everything the rules need in one statement. The lock is a statement of its own:
 * under READ COMMITTED a statement that waited for a lock would still see the other rows as they were before the wait.
 *
 * @returns null when the programme has no such participant
 */
export async function lockAndReadSlot(pipeline: Pipeline, input: SaveAssessment): Promise<Slot | null> {
  const { participantId, programmeId, timepointId, instrument, assessmentId } = input;
  const lock = sql`
    SELECT 1 FROM participant
     WHERE participant_id = ${participantId}::uuid AND programme_id = ${programmeId}::uuid FOR UPDATE`;
  const read = sql`
    SELECT jsonb_build_object(
      'siteId', p.site_id,
      'cohortId', p.cohort_id,
      'cohortKind', (SELECT c.kind FROM cohort c WHERE c.id = p.cohort_id),
      'enrolment', (SELECT jsonb_build_object('status', e.status, 'enrolledOn', e.enrolled_on, 'endedOn', e.ended_on)
                      FROM enrolment e WHERE e.participant_id = p.participant_id AND e.programme_id = p.programme_id AND e.current),
      ${collectingColumns(sql`p.participant_id`, sql`p.programme_id`)},
      'timepoint', (SELECT jsonb_build_object('code', t.code, 'active', t.active, 'timeZone', g.time_zone)
                      FROM timepoint t JOIN programme g ON g.id = t.programme_id
                     WHERE t.id = ${timepointId}::uuid AND t.programme_id = p.programme_id),
      'baselineTimepointId', (SELECT t.id FROM timepoint t
                               WHERE t.programme_id = p.programme_id AND t.kind = 'baseline'
                               ORDER BY t.position LIMIT 1),
      'uses', coalesce((SELECT jsonb_agg(jsonb_build_object('edition', u.edition, 'active', u.active,
                                          'timepointCodes', coalesce(u.timepoint_codes, '{}'), 'askedOf', u.asked_of,
                                          'responsePath', u.response_path))
                 FROM instrument_use u WHERE u.programme_id = p.programme_id AND u.instrument = ${instrument}), '[]'),
      'sameId', (SELECT jsonb_build_object('contentHash', a.content_hash) FROM assessment a
                  WHERE a.participant_id = p.participant_id AND a.id = ${assessmentId}::uuid),
      'currentId', (SELECT a.id FROM assessment a
                     WHERE a.participant_id = p.participant_id AND a.timepoint_id = ${timepointId}::uuid
                       AND a.instrument = ${instrument} AND a.current),
      'scores', coalesce((SELECT jsonb_agg(jsonb_build_object('assessmentId', s.assessment_id, 'measure', s.measure,
                                            'timepointId', s.timepoint_id, 'value', s.value))
                   FROM score s WHERE s.participant_id = p.participant_id AND s.current
                    AND starts_with(s.measure, ${`${instrument}/`})), '[]')
    ) AS slot
    FROM participant p
     WHERE p.participant_id = ${participantId}::uuid AND p.programme_id = ${programmeId}::uuid`;
  const [, rows] = await pipeline.ask([lock, read]);
  const [row] = (rows ?? []) as readonly { readonly slot: Slot }[];
  return row?.slot ?? null;
}
