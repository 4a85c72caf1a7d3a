import { backupsGoneBy } from "@alongside/db/backup/gone-by";
import { settleDeltas } from "@alongside/db/change-statistic/shift-person";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { readParticipantCode } from "@alongside/domain/identity/participant-code";
import { z } from "zod";
import type { Context } from "../context";
import { lockPerson } from "../participant/lock-person";
import { perform } from "../perform";
import { personHash } from "./person-hash";
import { writeReceipt } from "./receipt";

export const confirmErasureInput = z.object({
  programmeId: z.uuid(),
  participantId: z.uuid(),
  /** The participant's code, typed by whoever confirms. */
  code: z.string().trim().min(1).max(40),
});

export interface ConfirmedErasure {
  readonly erasureId: string;
  /** To be handed to the person; also kept beside the trace that it happened. */
  readonly receipt: string;
}

const countsSchema = z.record(z.string(), z.number().int().nonnegative());

/**
 * Removes everything about a person, after a colleague asked for it. What stays is that it happened, the audit trail under
 * the random id, and the code, so that it is never given to anybody else.
 * @returns `erasure.not-asked`; `erasure.same-person` for whoever asked; `erasure.other-code` where the typed code differs
 */
export function confirmErasure(
  context: Context,
  input: z.input<typeof confirmErasureInput>,
): Promise<Result<ConfirmedErasure>> {
  return perform(context, "erasure.confirm", confirmErasureInput, input, async (tx, scope, asked) => {
    const { programmeId, actorId } = scope;
    const { participantId } = asked;
    const person = await lockPerson(tx, context, scope, participantId);
    if (person === null) return fail("not-found", "participant.none");
    const wish = await tx.withdrawal.findFirst({ where: { participantId, current: true, level: "erase" } });
    if (wish === null) return fail("rule", "erasure.not-asked");
    if (wish.recordedById === actorId) return fail("rule", "erasure.same-person");
    const typed = readParticipantCode(asked.code);
    const { code } = await tx.participant.findUniqueOrThrow({ where: { participantId }, select: { code: true } });
    if (!typed.ok || typed.code !== code) return fail("rule", "erasure.other-code");
    // The person's share left the sums when the erasure was asked for; no delta may bear their id any more.
    await settleDeltas(tx, programmeId);
    const [answer] = await tx.$queryRaw<{ removed: unknown }[]>`
      SELECT app_erase_participant(${programmeId}::uuid, ${participantId}::uuid, ${actorId}::uuid) AS removed`;
    // Pages kept as they were released have the person's share in their figures.
    await tx.releasedAnswer.deleteMany({ where: { programmeId } });
    const removed = countsSchema.parse(answer?.removed);
    const erasureId = context.newId();
    const erasedAt = context.now();
    const hash = personHash(participantId);
    const goneBy = context.backupsKept && backupsGoneBy(erasedAt, context.backupsKept);
    const facts = { erasureId, erasedAt, personHash: hash, removed, backupsGoneBy: goneBy };
    const { text, signature } = writeReceipt(facts, context.receipts);
    await tx.erasure.create({
      data: {
        ...{
          id: erasureId,
          programmeId,
          personHash: hash,
          askedById: wish.recordedById,
          confirmedById: actorId,
          erasedAt,
        },
        ...{ removed, receipt: text, signature },
      },
    });
    return ok({ subjectId: participantId, detail: { erasureId }, value: { erasureId, receipt: text } });
  });
}
