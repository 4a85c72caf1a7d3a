import { ok, type Result } from "@alongside/domain/failure/failure";
import { CONTACT_FIELD_NAMES } from "@alongside/domain/identity/contact-field";
import { z } from "zod";
import type { Context } from "../context";
import { lockRow } from "../participant/lock-row";
import { changeDetails } from "./change-details";

export const removeContactDetailsInput = z.object({
  programmeId: z.uuid(),
  participantId: z.uuid(),
  fields: z.union([z.literal("all"), z.array(z.enum(CONTACT_FIELD_NAMES)).min(1)]),
});

/** Deletes contact details for good. Deleting what is not there changes nothing. */
export function removeContactDetails(
  context: Context,
  input: z.input<typeof removeContactDetailsInput>,
): Promise<Result<{ readonly removed: readonly string[] }>> {
  return changeDetails(
    context,
    "contact-details.delete",
    removeContactDetailsInput,
    input,
    async (change, tx, scope, { participantId, fields }) => {
      await lockRow(tx, scope.programmeId, participantId);
      const removed = await change.remove(participantId, fields);
      const detail = removed.length === 0 ? null : { removed };
      return ok({ subjectId: participantId, detail, value: { removed } });
    },
    { notToBeReached: true },
  );
}
