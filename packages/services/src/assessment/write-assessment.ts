import { cellDelta, type PersonScore } from "@alongside/analysis/change/cells-of-person";
import { type SqlFragment, sql } from "@alongside/db/sql";
import { measureKey } from "@alongside/domain/instruments/instrument";
import type { Scope } from "../access/authorise";
import { type AuditDetail, auditInsert } from "../audit/write-audit-event";
import type { Context } from "../context";
import type { SaveAssessment } from "./input";
import { type AssessmentRow, insertAssessments } from "./insert-assessments";
import type { Slot } from "./read-slot";
import { type ScoredSheet, scoreRows } from "./score-rows";

export interface AssessmentToWrite extends ScoredSheet {
  readonly input: SaveAssessment;
  readonly slot: Slot;
  readonly hash: string;
}

/**
 * The statements that write the answers, the scores computed from them, what they add to the change statistics, and the
 * audit event. When it corrects an earlier assessment, that one and its scores stay and stop being current.
 */
export function writeAssessment(context: Context, scope: Scope, what: AssessmentToWrite): readonly SqlFragment[] {
  const { participantId, programmeId, replaces } = what.input;
  const cells = contribution(what);
  const delta = { participantId, id: context.newId(), programmeId, cells, createdAt: context.now() };
  const rows = {
    assessments: [assessmentRow(context, scope, what)],
    scores: scoreRows(what),
    deltas: cells.length === 0 ? [] : [delta],
  };
  return [
    ...(replaces === undefined ? [] : retire(participantId, replaces.assessmentId)),
    ...insertAssessments(rows),
    ...auditInsert(context, scope, participantId, auditDetail(what)),
  ];
}

function auditDetail({ input, slot }: AssessmentToWrite): AuditDetail {
  return {
    assessmentId: input.assessmentId,
    instrument: `${input.instrument}@${input.edition}`,
    timepoint: slot.timepoint?.code ?? null,
    mode: input.mode,
    ...(input.replaces && { replaces: input.replaces.assessmentId, reason: input.replaces.reason }),
  };
}

function retire(participantId: string, assessmentId: string): readonly SqlFragment[] {
  return [
    sql`UPDATE assessment SET current = false WHERE participant_id = ${participantId}::uuid AND id = ${assessmentId}::uuid`,
    sql`UPDATE score SET current = false
         WHERE participant_id = ${participantId}::uuid AND assessment_id = ${assessmentId}::uuid`,
  ];
}

function assessmentRow(context: Context, scope: Scope, { input, hash }: AssessmentToWrite): AssessmentRow {
  const { assessmentId, replaces, ...rest } = input;
  return {
    ...rest,
    id: assessmentId,
    contentHash: hash,
    replacesId: replaces?.assessmentId ?? null,
    reason: replaces?.reason ?? null,
    recordedById: scope.actorId,
    recordedAt: context.now(),
  };
}

/** The exact difference this assessment makes, from the person's current scores of the instrument before and after it. */
function contribution({ input, slot, outcomes }: AssessmentToWrite) {
  const replaced = input.replaces?.assessmentId;
  const before: readonly PersonScore[] = slot.scores;
  const kept = slot.scores.filter((score) => score.assessmentId !== replaced);
  const added = Object.entries(outcomes).map(([scale, outcome]) => ({
    measure: measureKey(input.instrument, scale),
    timepointId: input.timepointId,
    value: outcome.outcome === "scored" ? outcome.value : null,
  }));
  const { siteId, cohortId } = slot;
  const place = { siteId, cohortId };
  return cellDelta({ ...place, scores: before }, { ...place, scores: [...kept, ...added] }, slot.baselineTimepointId);
}
