import path from "node:path";
import { keysFromFile, makeKeyFile } from "@alongside/db/vault/key-store";
import { BootError } from "./boot-failure";

/**
 * The file of the keys that open contact details: `<folder>/vault-keys.json`, readable by its owner alone, made once.
 * Throws `vault-keys-unusable`: with other keys nothing that is kept would ever open again, so no new ones are made.
 */
export function keepVaultKeys(folder: string): string {
  const file = path.join(folder, "vault-keys.json");
  try {
    makeKeyFile(file);
    keysFromFile(file).read();
    return file;
  } catch (error) {
    throw new BootError({ code: "vault-keys-unusable", file, reason: error instanceof Error ? error.message : "" });
  }
}
