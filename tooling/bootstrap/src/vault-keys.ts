import { existsSync } from "node:fs";
import path from "node:path";
import { keysFromFile, makeKeyFile } from "@alongside/db/vault/key-store";
import { BootError } from "./boot-failure";

/**
 * Where the keys that open contact details are kept: `<folder>/vault-keys.json`, readable by its owner alone.
 * Throws `vault-keys-unusable` when it is there and cannot be used: with other keys nothing that is kept would ever open
 * again, so no new ones are made.
 */
export function vaultKeysFile(folder: string): string {
  const file = path.join(folder, "vault-keys.json");
  if (existsSync(file)) read(file);
  return file;
}

/**
 * Makes the file when there is none.
 * @param holdsSealed whether the database holds what only earlier keys open; then a missing file is no reason for new ones:
 *   throws `vault-keys-missing`
 */
export async function keepVaultKeys(file: string, holdsSealed: () => Promise<boolean>): Promise<void> {
  if (!existsSync(file) && (await holdsSealed())) throw new BootError({ code: "vault-keys-missing", file });
  try {
    makeKeyFile(file);
  } catch (error) {
    throw unusable(file, error);
  }
  read(file);
}

function read(file: string): void {
  try {
    keysFromFile(file).read();
  } catch (error) {
    throw unusable(file, error);
  }
}

function unusable(file: string, error: unknown): BootError {
  return new BootError({ code: "vault-keys-unusable", file, reason: error instanceof Error ? error.message : "" });
}
