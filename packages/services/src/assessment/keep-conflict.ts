import type { Tx } from "@alongside/db/client";
import type { Scope } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import type { SaveAssessment } from "./input";

/**
 * Keeps a submission whose id is taken by other content, beside the stored one, until a person decides. The same
 * submission arriving again is kept once.
 */
export async function keepConflict(
  tx: Tx,
  context: Context,
  scope: Scope,
  input: SaveAssessment,
  contentHash: string,
): Promise<void> {
  const { participantId, programmeId, assessmentId, ...content } = input;
  const kept = await tx.assessmentConflict.createMany({
    data: [
      {
        participantId,
        id: context.newId(),
        programmeId,
        assessmentId,
        contentHash,
        content: { ...content, replaces: input.replaces ?? null },
        receivedById: scope.actorId,
        receivedAt: context.now(),
      },
    ],
    skipDuplicates: true,
  });
  if (kept.count > 0) await writeAuditEvent(tx, context, scope, participantId, { assessmentId, conflict: true });
}
