import type { Pipeline } from "@alongside/db/pipeline/pipeline";
import { pipelinedTransaction } from "@alongside/db/pipeline/pipelined-transaction";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { Instrument } from "@alongside/domain/instruments/instrument";
import { findInstrument } from "@alongside/domain/instruments/registry";
import type { RiskAlert } from "@alongside/domain/instruments/risk-watch";
import { scoreAnswers } from "@alongside/domain/instruments/score";
import type { ScoreOutcome } from "@alongside/domain/instruments/score-outcome";
import type { z } from "zod";
import { authorise, coversSite, mayAt, type Scope } from "../access/authorise";
import type { Context } from "../context";
import { erasedAmong } from "../erasure/erased-among";
import { parseInput } from "../parse-input";
import { checkRules } from "./check-rules";
import { contentHash } from "./content-hash";
import { type SaveAssessment, saveAssessmentInput } from "./input";
import { keepConflict, MOST_OPEN_VERSIONS } from "./keep-conflict";
import { lockAndReadSlot, type Slot } from "./read-slot";
import { riskAlert } from "./risk-alert";
import { writeAssessment } from "./write-assessment";

export interface SavedAssessment {
  readonly assessmentId: string;
  /** False when the very same assessment had been stored before. */
  readonly stored: boolean;
  /** By scale; empty for a person who may not see scores. */
  readonly scores: Readonly<Record<string, ScoreOutcome>>;
  /** Set when an answer calls for somebody to act. */
  readonly risk: RiskAlert | null;
}

/**
 * Stores one answered instrument: answers, scores, sums and trace in one transaction, or nothing.
 *
 * Sending the same assessment again returns what is stored. The same id with other content is a `conflict`: both are
 * kept. Another assessment for the same participant, timepoint and instrument is a `duplicate`, unless it names the one
 * it corrects and why.
 */
export async function saveAssessment(
  context: Context,
  input: z.input<typeof saveAssessmentInput>,
): Promise<Result<SavedAssessment>> {
  const parsed = parseInput(saveAssessmentInput, input);
  if (!parsed.ok) return parsed;
  const verb = parsed.value.replaces === undefined ? "assessment.save" : "assessment.correct";
  const scope = authorise(context, verb, parsed.value.programmeId);
  if (!scope.ok) return scope;
  const instrument = findInstrument(parsed.value.instrument, parsed.value.edition);
  // An alias finds the instrument, but what is stored always carries its own code.
  if (instrument?.code !== parsed.value.instrument) {
    const { instrument: code, edition } = parsed.value;
    const held = findInstrument(code)?.edition;
    if (held !== undefined && held !== edition) {
      return fail("rule", "assessment.wrong-edition", { params: { instrument: code, sent: edition, inUse: held } });
    }
    return fail("not-found", "instrument.none", { params: { instrument: code, edition } });
  }
  const saved = await pipelinedTransaction(scope.value.db, (pipeline) =>
    saveInside(pipeline, context, scope.value, parsed.value, instrument),
  );
  if (saved.ok || saved.failure.reason !== "participant.none") return saved;
  // Of an erased person the device must hear that nothing may be kept.
  const { programmeId, participantId } = parsed.value;
  const gone = await erasedAmong(scope.value.db, programmeId, [participantId]);
  return gone.length === 0 ? saved : fail("rule", "participant.withdrawn");
}

/**
 * The same inside a transaction that is open already, for a scope that was granted by the caller. Nothing of it may be
 * kept when it answers with a failure other than `conflict`, and nothing has been written then.
 */
export async function saveInside(
  pipeline: Pipeline,
  context: Context,
  scope: Scope,
  input: SaveAssessment,
  instrument: Instrument,
): Promise<Result<SavedAssessment>> {
  const slot = await lockAndReadSlot(pipeline, input);
  if (slot === null || !coversSite(scope, slot.siteId)) return fail("not-found", "participant.none");

  const hash = contentHash(input);
  const outcomes = scoreAnswers(instrument, input.answers);
  const saved = describe(context, input, slot, instrument, outcomes);
  if (slot.sameId !== null) {
    if (slot.sameId.contentHash === hash) return ok({ ...saved, stored: false });
    const possible = checkRules(input, slot, instrument, context.now());
    if (!possible.ok) return possible;
    const kept = await keepConflict(pipeline, context, scope, input, hash);
    // Whoever is present must hear of it now: the second version is scored only if somebody chooses it.
    const suffix = saved.risk === null ? "" : "-risk";
    if (!kept) return fail("rule", `assessment.too-many-versions${suffix}`, { params: { limit: MOST_OPEN_VERSIONS } });
    return fail("conflict", `assessment.kept-both${suffix}`, { params: { assessmentId: input.assessmentId } });
  }

  const allowed = checkRules(input, slot, instrument, context.now());
  if (!allowed.ok) return allowed;
  const free = checkSlot(input, slot);
  if (!free.ok) return free;

  await pipeline.finish(writeAssessment(context, scope, { input, slot, hash, outcomes }));
  return ok({ ...saved, stored: true });
}

/** One current assessment per participant, timepoint and instrument; a correction must name that very one. */
function checkSlot(input: SaveAssessment, slot: Slot): Result<null> {
  const { replaces } = input;
  if (replaces === undefined) {
    if (slot.currentId === null) return ok(null);
    const params = { timepoint: slot.timepoint?.code ?? "", instrument: input.instrument, existing: slot.currentId };
    return fail("duplicate", "assessment.second-at-timepoint", { params });
  }
  if (slot.currentId === replaces.assessmentId) return ok(null);
  return fail("rule", "assessment.not-current", { params: { replaces: replaces.assessmentId } });
}

function describe(
  context: Context,
  input: SaveAssessment,
  slot: Slot,
  instrument: Instrument,
  outcomes: SavedAssessment["scores"],
) {
  const use = slot.uses.find(({ edition }) => edition === input.edition);
  return {
    assessmentId: input.assessmentId,
    scores: mayAt(context, "score.read", input.programmeId, slot.siteId) ? outcomes : {},
    risk: riskAlert(instrument, input.answers, use?.responsePath),
  };
}
