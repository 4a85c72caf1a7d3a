import type { Tx } from "@alongside/db/client";
import { pipelineInside } from "@alongside/db/pipeline/pipeline-inside";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { findInstrument } from "@alongside/domain/instruments/registry";
import { z } from "zod";
import { coversSite, type Scope } from "../access/authorise";
import type { Context } from "../context";
import { type Done, perform } from "../perform";
import type { SaveAssessment } from "./input";
import { conflictContent } from "./list-conflicts";
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
  const conflict = await tx.assessmentConflict.findUnique({
    where: { participantId_id: { participantId, id: conflictId } },
    include: { assessment: { select: { participant: { select: { siteId: true } } } } },
  });
  if (
    conflict === null ||
    conflict.programmeId !== programmeId ||
    !coversSite(scope, conflict.assessment.participant.siteId)
  ) {
    return fail("not-found", "assessment.no-conflict");
  }
  const done = (assessmentId: string): Result<Done<ResolvedConflict>> =>
    ok({ subjectId: participantId, detail: { conflictId, keep, assessmentId }, value: { assessmentId } });
  if (conflict.resolvedAt !== null) {
    if (conflict.resolution !== keep) return fail("rule", "assessment.conflict-decided");
    return done(keep === "stored" ? conflict.assessmentId : decision.assessmentId);
  }
  const standing =
    keep === "stored" ? ok(conflict.assessmentId) : await takeOther(tx, context, scope, decision, conflict);
  if (!standing.ok) return standing;
  await tx.assessmentConflict.update({
    where: { participantId_id: { participantId, id: conflictId } },
    data: { resolvedAt: context.now(), resolution: keep },
  });
  return done(standing.value);
}

/** Stores the other submission: as a correction of whatever fills its place now, or into an empty place. */
async function takeOther(
  tx: Tx,
  context: Context,
  scope: Scope,
  decision: Decision,
  conflict: { readonly content: unknown },
): Promise<Result<string>> {
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
  return saved.ok ? ok(assessmentId) : saved;
}
