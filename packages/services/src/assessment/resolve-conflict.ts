import type { Tx } from "@alongside/db/client";
import { pipelineInside } from "@alongside/db/pipeline/pipeline-inside";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { findInstrument } from "@alongside/domain/instruments/registry";
import type { RiskAlert } from "@alongside/domain/instruments/risk-watch";
import { z } from "zod";
import { type Scope, scopeFilter } from "../access/authorise";
import type { Context } from "../context";
import { type Done, perform } from "../perform";
import { conflictContent } from "./conflict-content";
import type { SaveAssessment } from "./input";
import { storedAnswers } from "./read";
import { riskReader } from "./read-risk";
import { lockAndReadSlot } from "./read-slot";
import { saveInside } from "./save";

export const resolveConflictInput = z.object({
  programmeId: z.uuid(),
  participantId: z.uuid(),
  conflictId: z.uuid(),
  /** `stored`: what was saved first stays. `other`: the other submission becomes a correction of it. */
  keep: z.enum(["stored", "other"]),
  reason: z.string().trim().min(3).max(500),
  /** Id of the correction, made by the caller, so that deciding twice changes once. */
  assessmentId: z.uuid(),
});
type Decision = z.output<typeof resolveConflictInput>;

export interface ResolvedConflict {
  /** The assessment that stands now. */
  readonly assessmentId: string;
  /** Set when one of its answers calls for somebody to act: choosing it is a moment to be told so again. */
  readonly risk: RiskAlert | null;
}

/** Decides between a stored assessment and another submission under the same id. Both stay on record either way. */
export function resolveAssessmentConflict(context: Context, input: z.input<typeof resolveConflictInput>) {
  return perform(context, "assessment.resolve-conflict", resolveConflictInput, input, (tx, scope, decision) =>
    decide(tx, context, scope, decision),
  );
}

async function decide(
  tx: Tx,
  context: Context,
  scope: Scope,
  decision: Decision,
): Promise<Result<Done<ResolvedConflict>>> {
  const { participantId, programmeId, conflictId, keep } = decision;
  // The lock every save takes too: nothing else moves this person's assessments meanwhile.
  await tx.$queryRaw`SELECT 1 FROM participant WHERE participant_id = ${participantId}::uuid FOR UPDATE`;
  const conflict = await tx.assessmentConflict.findFirst({
    where: { participantId, id: conflictId, programmeId, assessment: { participant: scopeFilter(scope) } },
    include: { assessment: { select: { timepointId: true, instrument: true } } },
  });
  if (conflict === null) return fail("not-found", "assessment.no-conflict");
  const done = async (): Promise<Result<Done<ResolvedConflict>>> => {
    const chosen = keep === "other" ? conflictContent(conflict.content) : null;
    const { timepointId, instrument } = chosen ?? conflict.assessment;
    const standing = await tx.assessment.findFirst({
      where: { participantId, timepointId, instrument, current: true },
      select: { id: true, edition: true, answers: true },
    });
    if (standing === null) return fail("not-found", "assessment.none");
    const riskOf = await riskReader(tx, programmeId);
    const { id: assessmentId, edition, answers } = standing;
    return ok({
      subjectId: participantId,
      detail: { conflictId, keep, assessmentId },
      value: { assessmentId, risk: riskOf({ instrument, edition, answers: storedAnswers(answers) }) },
    });
  };
  if (conflict.resolvedAt !== null) {
    if (conflict.resolution !== keep) return fail("rule", "assessment.conflict-decided");
    return done();
  }
  const taken = keep === "stored" ? ok(null) : await takeOther(tx, context, scope, decision, conflict);
  if (!taken.ok) return taken;
  await tx.assessmentConflict.update({
    where: { participantId_id: { participantId, id: conflictId } },
    data: { resolvedAt: context.now(), resolvedById: scope.actorId, resolution: keep, reason: decision.reason },
  });
  return done();
}

/** Stores the other submission: as a correction of whatever fills its place now, or into an empty place. */
async function takeOther(
  tx: Tx,
  context: Context,
  scope: Scope,
  decision: Decision,
  conflict: { readonly content: unknown },
): Promise<Result<null>> {
  const { participantId, programmeId, assessmentId, reason } = decision;
  const content = conflictContent(conflict.content);
  const instrument = content && findInstrument(content.instrument, content.edition);
  if (content === null || instrument === undefined || instrument === null) {
    return fail("rule", "assessment.conflict-unreadable");
  }
  const input: SaveAssessment = { ...content, programmeId, participantId, assessmentId };
  const pipeline = pipelineInside(tx);
  const slot = await lockAndReadSlot(pipeline, input);
  if (slot === null) return fail("not-found", "participant.none");
  const replaced = slot.currentId === null ? {} : { replaces: { assessmentId: slot.currentId, reason } };
  const saved = await saveInside(pipeline, context, scope, { ...input, ...replaced }, instrument);
  return saved.ok ? ok(null) : saved;
}
