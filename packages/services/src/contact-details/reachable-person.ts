import type { Tx } from "@alongside/db/client";
import type { Vault } from "@alongside/db/vault/vault";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { coversSite, type Scope } from "../access/authorise";
import type { Context } from "../context";
import { currentIdentity } from "../identity-settings/settings";

/**
 * Is somebody in the scope, and does their programme keep contact details?
 * @param evenIf also somebody who does not want to be contacted any more: to see that something is kept, and delete it
 * @returns the vault; `not-found` for anybody outside the scope, `rule` where none are kept or the person has stepped back
 */
export async function reachablePerson(
  db: Tx,
  context: Context,
  scope: Scope,
  participantId: string,
  evenIf: { readonly steppedBack?: true } = {},
): Promise<Result<Vault>> {
  const { programmeId } = scope;
  const person = await db.participant.findUnique({ where: { participantId, programmeId }, select: { siteId: true } });
  if (person === null || !coversSite(scope, person.siteId)) return fail("not-found", "participant.none");
  const settings = await currentIdentity(db, programmeId);
  if (!settings.contactDetails || context.vault === null) return fail("rule", "contact-details.off");
  const standing = await db.withdrawal.findFirst({ where: { participantId, programmeId, current: true } });
  const mayReach = standing === null || standing.level === "none";
  if (!mayReach && !evenIf.steppedBack) return fail("rule", "contact-details.stepped-back");
  return ok(context.vault);
}
