import { keysFromText } from "@alongside/db/vault/key-store";
import { keyringText, newKeyring } from "@alongside/db/vault/keyring";
import { openVault, type Vault } from "@alongside/db/vault/vault";
import type { DuplicateRecipe } from "@alongside/domain/identity/duplicate-recipe";
import type { Context } from "../context";
import { saveIdentitySettings } from "../identity-settings/save";

/** A vault of a test's own, with keys that nobody else has. */
export function testVault(url: string): Vault {
  return openVault({ url, keys: keysFromText(keyringText(newKeyring())) });
}

/** The programme keeps contact details, and notices by a recipe who is enrolled twice. */
export async function keepIdentity(
  administrator: Context,
  programmeId: string,
  duplicateRecipe: DuplicateRecipe = "none",
): Promise<void> {
  const settings = { programmeId, basedOn: 0, contactDetails: true, duplicateRecipe };
  const saved = await saveIdentitySettings(administrator, settings);
  if (!saved.ok) throw new Error(saved.failure.reason);
}
