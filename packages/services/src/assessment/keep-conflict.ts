import type { Pipeline } from "@alongside/db/pipeline/pipeline";
import { sql } from "@alongside/db/sql";
import type { Scope } from "../access/authorise";
import { auditInsert } from "../audit/write-audit-event";
import type { Context } from "../context";
import type { SaveAssessment } from "./input";

/** More undecided versions of one form than any device sends by mistake; nobody could compare them. */
export const MOST_OPEN_VERSIONS = 20;

/**
 * Keeps a submission whose id is taken by other content, beside the stored one, until a person decides. The same
 * submission arriving again is kept once. The caller holds the participant's lock.
 *
 * @returns false when so many versions of the form wait for a decision that this one is not kept
 */
export async function keepConflict(
  pipeline: Pipeline,
  context: Context,
  scope: Scope,
  input: SaveAssessment,
  contentHash: string,
): Promise<boolean> {
  const { participantId, programmeId, assessmentId, ...rest } = input;
  const [waiting = []] = await pipeline.ask([
    sql`
      SELECT content_hash = ${contentHash} AS same FROM assessment_conflict
       WHERE participant_id = ${participantId}::uuid AND assessment_id = ${assessmentId}::uuid
         AND (resolved_at IS NULL OR content_hash = ${contentHash})`,
  ]);
  if ((waiting as readonly { readonly same: boolean }[]).some(({ same }) => same)) return true;
  if (waiting.length >= MOST_OPEN_VERSIONS) return false;
  const content = JSON.stringify({ ...rest, replaces: input.replaces ?? null });
  const kept = sql`
    INSERT INTO assessment_conflict (participant_id, id, programme_id, assessment_id, content_hash, content,
                                     received_by_id, received_at)
    VALUES (${participantId}::uuid, ${context.newId()}::uuid, ${programmeId}::uuid, ${assessmentId}::uuid, ${contentHash},
            ${content}::jsonb, ${scope.actorId}::uuid, ${context.now().toISOString()}::timestamptz)`;
  await pipeline.finish([kept, ...auditInsert(context, scope, participantId, { assessmentId, conflict: true })]);
  return true;
}
