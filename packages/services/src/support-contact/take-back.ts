import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { lockPerson } from "../participant/lock-person";
import { perform } from "../perform";

export const takeBackContactInput = z.object({
  programmeId: z.uuid(),
  participantId: z.uuid(),
  contactId: z.uuid(),
});

/**
 * Takes a contact back that was logged by mistake: it counts no more, and stays in the history.
 * @returns `not-found` outside the scope
 */
export function takeBackContact(context: Context, input: z.input<typeof takeBackContactInput>): Promise<Result<null>> {
  return perform(context, "support-contact.log", takeBackContactInput, input, async (tx, scope, asked) => {
    const { participantId, contactId } = asked;
    const person = await lockPerson(tx, context, scope, participantId);
    const where = { participantId_id: { participantId, id: contactId } };
    const found = person === null ? null : await tx.supportContact.findUnique({ where });
    if (found === null) return fail("not-found", "support-contact.none");
    // The same request again.
    if (!found.current) return ok({ subjectId: participantId, detail: null, value: null });
    const data = { current: false, takenBackById: scope.actorId, takenBackAt: context.now() };
    await tx.supportContact.update({ where, data });
    return ok({ subjectId: participantId, detail: { contactId }, value: null });
  });
}
