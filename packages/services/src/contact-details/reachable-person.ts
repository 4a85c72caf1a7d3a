import type { Tx } from "@alongside/db/client";
import type { Vault } from "@alongside/db/vault/vault";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { coversSite, type Scope } from "../access/authorise";
import type { Context } from "../context";
import { currentIdentity } from "../identity-settings/settings";

/**
 * Is somebody in the scope, and does their programme keep contact details?
 * @returns the vault; `not-found` for anybody outside the scope, `rule` where none are kept
 */
export async function reachablePerson(
  db: Tx,
  context: Context,
  scope: Scope,
  participantId: string,
): Promise<Result<Vault>> {
  const { programmeId } = scope;
  const person = await db.participant.findUnique({ where: { participantId, programmeId }, select: { siteId: true } });
  if (person === null || !coversSite(scope, person.siteId)) return fail("not-found", "participant.none");
  const settings = await currentIdentity(db, programmeId);
  if (!settings.contactDetails || context.vault === null) return fail("rule", "contact-details.off");
  return ok(context.vault);
}
