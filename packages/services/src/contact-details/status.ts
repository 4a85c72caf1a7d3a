import { ok, type Result } from "@alongside/domain/failure/failure";
import { CONTACT_FIELD_NAMES, type ContactField } from "@alongside/domain/identity/contact-field";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { reachablePerson, whyNotReached } from "./reachable-person";

export const contactStatusInput = z.object({ programmeId: z.uuid(), participantId: z.uuid() });

export interface ContactStatus {
  /** Which details are kept; none of them is opened to find that out. */
  readonly kept: readonly ContactField[];
  /** Why none may be written or opened for this person; null where they may. */
  readonly closed: Awaited<ReturnType<typeof whyNotReached>>;
}

/** Which contact details are kept of somebody, without opening any. */
export async function contactStatus(
  context: Context,
  input: z.input<typeof contactStatusInput>,
): Promise<Result<ContactStatus>> {
  const parsed = parseInput(contactStatusInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, participantId } = parsed.value;
  const scope = authorise(context, "contact-details.read", programmeId);
  if (!scope.ok) return scope;
  const vault = await reachablePerson(scope.value.db, context, scope.value, participantId, { notToBeReached: true });
  if (!vault.ok) return vault;
  const kept = new Set(await vault.value.fieldsOf(programmeId, participantId));
  const closed = await whyNotReached(scope.value.db, { participantId, programmeId });
  return ok({ kept: CONTACT_FIELD_NAMES.filter((field) => kept.has(field)), closed });
}
