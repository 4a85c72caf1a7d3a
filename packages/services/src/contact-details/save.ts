import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { CONTACT_FIELD_NAMES, contactDetailsSchema } from "@alongside/domain/identity/contact-field";
import { z } from "zod";
import type { Context } from "../context";
import { lockRow } from "../participant/lock-row";
import { changeDetails } from "./change-details";
import type { ContactStatus } from "./status";

export const saveContactDetailsInput = z.object({
  programmeId: z.uuid(),
  participantId: z.uuid(),
  /** Only what is named is written; what stood there is gone. */
  details: contactDetailsSchema,
});

/** Writes or corrects contact details. The trail names the fields, never what stands in them. */
export function saveContactDetails(
  context: Context,
  input: z.input<typeof saveContactDetailsInput>,
): Promise<Result<Pick<ContactStatus, "kept">>> {
  return changeDetails(
    context,
    "contact-details.save",
    saveContactDetailsInput,
    input,
    async (change, tx, scope, asked) => {
      const { participantId, details } = asked;
      const fields = CONTACT_FIELD_NAMES.filter((field) => details[field] !== undefined);
      if (fields.length === 0) return fail("invalid", "contact-details.nothing-said");
      if (!(await lockRow(tx, scope.programmeId, participantId))) return fail("not-found", "participant.none");
      const before = new Set(await change.fieldsOf(participantId));
      for (const field of fields) await change.put(participantId, field, details[field] ?? "");
      const kept = CONTACT_FIELD_NAMES.filter((field) => before.has(field) || fields.includes(field));
      const corrected = fields.filter((field) => before.has(field));
      const added = fields.filter((field) => !before.has(field));
      return ok({ subjectId: participantId, detail: { added, corrected }, value: { kept } });
    },
  );
}
