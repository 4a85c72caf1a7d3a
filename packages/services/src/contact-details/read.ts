import { SealBroken } from "@alongside/db/vault/seal";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { ContactField } from "@alongside/domain/identity/contact-field";
import { contactPurposeSchema, SHOWN_FOR_SECONDS } from "@alongside/domain/identity/contact-purpose";
import { z } from "zod";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { perform } from "../perform";
import { reachablePerson } from "./reachable-person";
import { contactStatus } from "./status";

export const readContactDetailsInput = z.object({
  programmeId: z.uuid(),
  participantId: z.uuid(),
  /** Made by the caller, so that a request repeated while the details are shown is one reading. */
  readingId: z.uuid(),
  for: contactPurposeSchema,
});

export interface ShownContactDetails {
  readonly details: Readonly<Partial<Record<ContactField, string>>>;
  /** After this they have to be asked for again. */
  readonly shownForSeconds: number;
}

/**
 * Contact details of one person, for a stated purpose. That they are read, by whom and for what is written down first: when
 * that fails, nothing is opened.
 */
export async function readContactDetails(
  context: Context,
  input: z.input<typeof readContactDetailsInput>,
): Promise<Result<ShownContactDetails>> {
  const parsed = parseInput(readContactDetailsInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, participantId, readingId } = parsed.value;
  const status = await contactStatus(context, { programmeId, participantId });
  if (!status.ok) return status;
  const fields = status.value.kept;
  if (fields.length === 0) return fail("not-found", "contact-details.none");
  const noted = await perform(
    context,
    "contact-details.read",
    readContactDetailsInput,
    input,
    async (tx, scope, asked) => {
      const vault = await reachablePerson(tx, context, scope, participantId);
      if (!vault.ok) return vault;
      const { purpose } = asked.for;
      const purposeWords = asked.for.purpose === "other" ? asked.for.words : null;
      const before = await tx.contactReading.findUnique({
        where: { participantId_id: { participantId, id: readingId } },
      });
      if (before !== null) {
        const same = before.readerId === scope.actorId && before.purpose === purpose;
        const noted = fields.every((field) => before.fields.includes(field));
        // A request that is repeated comes at once: later it would be another reading, and leave no trace.
        const isRepeated = context.now().getTime() - before.readAt.getTime() <= SHOWN_FOR_SECONDS * 1000;
        if (!same || !noted || !isRepeated) return fail("conflict", "contact-details.other");
        return ok({ subjectId: participantId, detail: null, value: vault.value });
      }
      const reading = { participantId, id: readingId, programmeId, readerId: scope.actorId, purpose, purposeWords };
      await tx.contactReading.create({ data: { ...reading, fields: [...fields], readAt: context.now() } });
      return ok({ subjectId: participantId, detail: { purpose, fields }, value: vault.value });
    },
  );
  if (!noted.ok) return noted;
  try {
    const opened = await noted.value.open(programmeId, participantId, fields);
    return ok({ details: Object.fromEntries(opened), shownForSeconds: SHOWN_FOR_SECONDS });
  } catch (error) {
    if (error instanceof SealBroken) return fail("rule", `contact-details.${error.reason}`);
    throw error;
  }
}
