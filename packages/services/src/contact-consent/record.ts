import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { lockPerson } from "../participant/lock-person";
import { perform } from "../perform";

export const recordConsentInput = z.object({
  programmeId: z.uuid(),
  participantId: z.uuid(),
  /** Made by the caller, so that a repeated request records once. */
  consentId: z.uuid(),
  /** Whether a peer supporter may be asked to contact the person. */
  mayContact: z.boolean(),
});

export interface RecordedConsent {
  readonly mayContact: boolean;
}

/** Records whether a person agrees to be contacted by a peer supporter. What was said before stays in the history. */
export function recordContactConsent(
  context: Context,
  input: z.input<typeof recordConsentInput>,
): Promise<Result<RecordedConsent>> {
  return perform(context, "contact-consent.record", recordConsentInput, input, async (tx, scope, asked) => {
    const { participantId, consentId, mayContact } = asked;
    if ((await lockPerson(tx, context, scope, participantId)) === null) return fail("not-found", "participant.none");
    const value = { mayContact };
    const before = await tx.contactConsent.findUnique({
      where: { participantId_id: { participantId, id: consentId } },
    });
    if (before !== null) {
      const same = before.mayContact === mayContact;
      return same ? ok({ subjectId: participantId, detail: null, value }) : fail("conflict", "contact-consent.other");
    }
    await tx.contactConsent.updateMany({ where: { participantId, current: true }, data: { current: false } });
    await tx.contactConsent.create({
      data: {
        ...{ participantId, id: consentId, programmeId: scope.programmeId, mayContact },
        ...{ recordedById: scope.actorId, recordedAt: context.now() },
      },
    });
    return ok({ subjectId: participantId, detail: { mayContact }, value });
  });
}
