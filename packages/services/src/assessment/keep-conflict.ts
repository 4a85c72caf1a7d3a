import type { Pipeline } from "@alongside/db/pipeline/pipeline";
import { sql } from "@alongside/db/sql";
import type { Scope } from "../access/authorise";
import { auditInsert } from "../audit/write-audit-event";
import type { Context } from "../context";
import type { SaveAssessment } from "./input";

/**
 * Keeps a submission whose id is taken by other content, beside the stored one, until a person decides. The same
 * submission arriving again is kept once.
 */
export async function keepConflict(
  pipeline: Pipeline,
  context: Context,
  scope: Scope,
  input: SaveAssessment,
  contentHash: string,
): Promise<void> {
  const { participantId, programmeId, assessmentId, ...rest } = input;
  const content = JSON.stringify({ ...rest, replaces: input.replaces ?? null });
  const keep = sql`
    INSERT INTO assessment_conflict (participant_id, id, programme_id, assessment_id, content_hash, content,
                                     received_by_id, received_at)
    VALUES (${participantId}::uuid, ${context.newId()}::uuid, ${programmeId}::uuid, ${assessmentId}::uuid, ${contentHash},
            ${content}::jsonb, ${scope.actorId}::uuid, ${context.now().toISOString()}::timestamptz)
    ON CONFLICT (participant_id, assessment_id, content_hash) DO NOTHING
    RETURNING id`;
  const [kept] = await pipeline.ask([keep]);
  if (kept?.length === 0) return;
  await pipeline.finish([auditInsert(context, scope, participantId, { assessmentId, conflict: true })]);
}
