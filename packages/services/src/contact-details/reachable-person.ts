import type { Tx } from "@alongside/db/client";
import type { Vault } from "@alongside/db/vault/vault";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { coversSite, type Scope } from "../access/authorise";
import type { Context } from "../context";
import { currentIdentity } from "../identity-settings/settings";

/**
 * Is somebody in the scope, and does their programme keep contact details?
 * @param evenIf also somebody who does not want to be contacted: to see that something is kept, and delete it
 * @returns the vault; `not-found` for anybody outside the scope, `rule` where none are kept or the person did not agree
 */
export async function reachablePerson(
  db: Tx,
  context: Context,
  scope: Scope,
  participantId: string,
  evenIf: { readonly notToBeReached?: true } = {},
): Promise<Result<Vault>> {
  const { programmeId } = scope;
  const person = await db.participant.findUnique({ where: { participantId, programmeId }, select: { siteId: true } });
  if (person === null || !coversSite(scope, person.siteId)) return fail("not-found", "participant.none");
  const settings = await currentIdentity(db, programmeId);
  if (!settings.contactDetails || context.vault === null) return fail("rule", "contact-details.off");
  const closed = evenIf.notToBeReached ? null : await whyNotReached(db, { participantId, programmeId });
  return closed === null ? ok(context.vault) : fail("rule", closed);
}

/** Why nobody may reach somebody: they stepped back, or never agreed. Null where they agreed and it holds. */
export async function whyNotReached(
  db: Tx,
  about: { readonly participantId: string; readonly programmeId: string },
): Promise<"contact-details.stepped-back" | "contact-details.not-agreed" | null> {
  const [standing, consent] = await Promise.all([
    db.withdrawal.findFirst({ where: { ...about, current: true }, select: { level: true } }),
    db.consent.findFirst({ where: { ...about, purpose: "contact", current: true }, select: { state: true } }),
  ]);
  if (standing !== null && standing.level !== "none") return "contact-details.stepped-back";
  return consent?.state === "given" ? null : "contact-details.not-agreed";
}
