import type { ChangeCell } from "@alongside/analysis/change/cells";
import { type SqlFragment, sql } from "@alongside/db/sql";
import type { SaveAssessment } from "./input";
import type { ScoreRow } from "./score-rows";

/** An assessment as it is stored. */
export interface AssessmentRow
  extends Pick<SaveAssessment, "participantId" | "programmeId" | "timepointId" | "instrument" | "edition" | "mode"> {
  readonly id: string;
  readonly language: string;
  /** "YYYY-MM-DD" */
  readonly answeredOn: string;
  readonly answers: SaveAssessment["answers"];
  readonly contentHash: string;
  readonly replacesId?: string | null;
  readonly reason?: string | null;
  readonly recordedById: string | null;
  readonly recordedAt: Date;
}

/** What an assessment adds to the change statistics. */
export interface DeltaRow {
  readonly participantId: string;
  readonly id: string;
  readonly programmeId: string;
  readonly cells: readonly ChangeCell[];
  readonly createdAt: Date;
}

export interface AssessmentRows {
  readonly assessments: readonly AssessmentRow[];
  readonly scores: readonly ScoreRow[];
  readonly deltas: readonly DeltaRow[];
}

/**
 * The statements that store assessments with their scores and what they add to the change statistics: one a table, with
 * all its rows as one text.
 */
export function insertAssessments({ assessments, scores, deltas }: AssessmentRows): readonly SqlFragment[] {
  const stored = sql`
    INSERT INTO assessment (participant_id, id, programme_id, timepoint_id, instrument, edition, mode, language,
                            answered_on, answers, content_hash, replaces_id, reason, recorded_by_id, recorded_at)
    SELECT "participantId", id, "programmeId", "timepointId", instrument, edition, mode, language,
           "answeredOn", answers, "contentHash", "replacesId", reason, "recordedById", "recordedAt"
      FROM json_to_recordset(${JSON.stringify(assessments)}::json) AS r(
           "participantId" uuid, id uuid, "programmeId" uuid, "timepointId" uuid, instrument text, edition text,
           mode text, language text, "answeredOn" date, answers jsonb, "contentHash" text, "replacesId" uuid,
           reason text, "recordedById" uuid, "recordedAt" timestamptz)`;
  const scored = sql`
    INSERT INTO score (participant_id, assessment_id, measure, programme_id, site_id, cohort_id, timepoint_id, outcome,
                       value, items_used, items_total, prorated, provenance)
    SELECT "participantId", "assessmentId", measure, "programmeId", "siteId", "cohortId", "timepointId", outcome,
           value, "itemsUsed", "itemsTotal", prorated, provenance
      FROM json_to_recordset(${JSON.stringify(scores)}::json) AS r(
           "participantId" uuid, "assessmentId" uuid, measure text, "programmeId" uuid, "siteId" uuid, "cohortId" uuid,
           "timepointId" uuid, outcome text, value float8, "itemsUsed" int, "itemsTotal" int, prorated boolean,
           provenance jsonb)`;
  const summed = sql`
    INSERT INTO change_statistic_delta (participant_id, id, programme_id, cells, created_at)
    SELECT "participantId", id, "programmeId", cells, "createdAt"
      FROM json_to_recordset(${JSON.stringify(deltas)}::json) AS r(
           "participantId" uuid, id uuid, "programmeId" uuid, cells jsonb, "createdAt" timestamptz)`;
  return [stored, scored, ...(deltas.length === 0 ? [] : [summed])];
}
