import type { Vault } from "@alongside/db/vault/vault";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { normalisedAttribute } from "@alongside/domain/identity/duplicate-recipe";
import type { IdentitySettings } from "../identity-settings/settings";

/**
 * What was typed at enrolment, as the keyed hash that may be stored. It cannot be turned back without the key, which no
 * database holds, and differs from programme to programme.
 * @returns null where the programme does not ask; `invalid` when it is not what the programme asks for
 */
export function duplicateClaim(
  vault: Vault | null,
  programmeId: string,
  { duplicateRecipe }: IdentitySettings,
  attribute: string | undefined,
): Result<string | null> {
  if (attribute === undefined || duplicateRecipe === "none" || vault === null) return ok(null);
  const plain = normalisedAttribute(duplicateRecipe, attribute);
  if (plain === null) {
    return fail("invalid", "duplicate.unreadable", {
      issues: [{ path: "attribute", rule: `duplicate.${duplicateRecipe}` }],
    });
  }
  return ok(`${programmeId}:like:${vault.hash(["alongside.like.1", programmeId, duplicateRecipe, plain])}`);
}
