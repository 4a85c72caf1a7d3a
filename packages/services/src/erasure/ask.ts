import { WITHDRAWAL_REASONS } from "@alongside/domain/consent/withdrawal";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { lockPerson } from "../participant/lock-person";
import { perform } from "../perform";
import { stepTo } from "../withdrawal/record";

export const askErasureInput = z.object({
  programmeId: z.uuid(),
  participantId: z.uuid(),
  /** Made by the caller, so that a repeated request asks once. */
  withdrawalId: z.uuid(),
  reason: z.enum(WITHDRAWAL_REASONS),
});

export interface AskedErasure {
  readonly participantId: string;
}

/** Asks that a person be erased. Nothing of theirs is used from that moment on; a colleague has to confirm it. */
export function askErasure(context: Context, input: z.input<typeof askErasureInput>): Promise<Result<AskedErasure>> {
  return perform(context, "erasure.ask", askErasureInput, input, async (tx, scope, asked) => {
    const { participantId, withdrawalId, reason } = asked;
    const person = await lockPerson(tx, context, scope, participantId);
    if (person === null) return fail("not-found", "participant.none");
    const value = { participantId };
    const standing = await tx.withdrawal.findFirst({ where: { participantId, current: true } });
    if (standing?.level === "erase") {
      const repeated = standing.id === withdrawalId;
      return repeated ? ok({ subjectId: participantId, detail: null, value }) : fail("rule", "erasure.asked-already");
    }
    const leftOut = standing?.leavesOut ?? false;
    const wish = { withdrawalId, level: "erase", fromOn: person.today, leavesOut: true, reason, leftOut } as const;
    await stepTo(tx, context, scope, person, wish);
    return ok({ subjectId: participantId, detail: { reason }, value });
  });
}
