import { cellDelta, type PersonScore } from "@alongside/analysis/change/cells-of-person";
import type { Tx } from "@alongside/db/client";
import { measureKey } from "@alongside/domain/instruments/instrument";
import type { ScoreOutcome } from "@alongside/domain/instruments/score-outcome";
import type { Scope } from "../access/authorise";
import { toDay } from "../calendar-date";
import type { Context } from "../context";
import type { SaveAssessment } from "./input";
import type { Slot } from "./read-slot";

export interface ScoredSheet {
  readonly input: Pick<SaveAssessment, "programmeId" | "participantId" | "assessmentId" | "timepointId" | "instrument">;
  readonly slot: Pick<Slot, "siteId" | "cohortId">;
  readonly outcomes: Readonly<Record<string, ScoreOutcome>>;
}

export interface AssessmentToWrite extends ScoredSheet {
  readonly input: SaveAssessment;
  readonly slot: Slot;
  readonly hash: string;
}

/**
 * Writes the answers, the scores computed from them and what they add to the change statistics. When it corrects an
 * earlier assessment, that one and its scores stay and stop being current.
 */
export async function writeAssessment(tx: Tx, context: Context, scope: Scope, what: AssessmentToWrite): Promise<void> {
  const { input } = what;
  if (input.replaces !== undefined) await retire(tx, input.participantId, input.replaces.assessmentId);
  await tx.assessment.createMany({ data: [assessmentRow(context, scope, what)] });
  await tx.score.createMany({ data: scoreRows(what) });
  const cells = contribution(what);
  if (cells.length === 0) return;
  const { participantId, programmeId } = input;
  const delta = { participantId, id: context.newId(), programmeId, createdAt: context.now() };
  await tx.changeStatisticDelta.createMany({ data: [{ ...delta, cells: cells.map((cell) => ({ ...cell })) }] });
}

async function retire(tx: Tx, participantId: string, assessmentId: string): Promise<void> {
  await tx.assessment.update({
    where: { participantId_id: { participantId, id: assessmentId } },
    data: { current: false },
  });
  await tx.score.updateMany({ where: { participantId, assessmentId }, data: { current: false } });
}

function assessmentRow(context: Context, scope: Scope, { input, hash }: AssessmentToWrite) {
  const { assessmentId, replaces, answeredOn, ...rest } = input;
  return {
    ...rest,
    id: assessmentId,
    answeredOn: toDay(answeredOn),
    contentHash: hash,
    replacesId: replaces?.assessmentId ?? null,
    reason: replaces?.reason ?? null,
    recordedById: scope.actorId,
    recordedAt: context.now(),
  };
}

/** The rows in which the outcomes of one assessment are stored, one for each scale. */
export function scoreRows({ input, slot, outcomes }: ScoredSheet) {
  return Object.entries(outcomes).map(([scale, outcome]) => ({
    participantId: input.participantId,
    assessmentId: input.assessmentId,
    measure: measureKey(input.instrument, scale),
    programmeId: input.programmeId,
    siteId: slot.siteId,
    cohortId: slot.cohortId,
    timepointId: input.timepointId,
    outcome: outcome.outcome,
    value: outcome.outcome === "scored" ? outcome.value : null,
    itemsUsed: outcome.itemsUsed,
    itemsTotal: outcome.itemsTotal,
    prorated: outcome.outcome === "scored" && outcome.prorated,
    provenance: {
      edition: outcome.edition,
      engine: outcome.engine,
      rule: outcome.rule,
      missing: [...outcome.missing],
      ...(outcome.outcome === "not-applicable" && { why: outcome.why }),
    },
  }));
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
