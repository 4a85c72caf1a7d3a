import { existsSync, readFileSync } from "node:fs";
import { type BackupSettings, passphraseProblem, readBackupSettings } from "../src/backup/backup-settings";
import { identityIn, type Seal, type SealKey } from "../src/backup/seal";
import { askSecret } from "./ask-secret";

/** Something to be mended by whoever typed the command; its message says how. */
export class Refused extends Error {}

/** What the environment says about backups. Throws what is wrong with it. */
export function backupSettings(): BackupSettings {
  const read = readBackupSettings(process.env);
  if (!read.ok) throw new Refused(`${read.variable}: ${read.problem}. Nothing was done.`);
  return read.settings;
}

/** A new passphrase, typed twice. */
export async function choosePassphrase(what: string): Promise<Seal> {
  const passphrase = await askSecret(`Choose a passphrase for ${what}: `);
  if (passphrase === undefined) {
    throw new Refused(
      `Nothing says how to encrypt ${what}, and there is no terminal to ask on. Nothing was written.\n` +
        "Set ALONGSIDE_BACKUP_PASSPHRASE_FILE, or ALONGSIDE_BACKUP_RECIPIENT to a public key (pnpm backup make-key).",
    );
  }
  const problem = passphraseProblem(passphrase);
  if (problem !== undefined) throw new Refused(`The passphrase was not taken: ${problem}. Nothing was written.`);
  const again = await askSecret("The same once more: ");
  if (again !== passphrase) throw new Refused("The two are not the same. Nothing was written.");
  return { kind: "passphrase", passphrase };
}

/** What opens a backup: a key file, the passphrase that the environment names, or one that is typed. */
export async function chooseKey(keyFile: string | undefined): Promise<SealKey> {
  if (keyFile !== undefined) {
    const identity = existsSync(keyFile) ? identityIn(readFileSync(keyFile, "utf8")) : undefined;
    if (identity !== undefined) return { kind: "identity", identity };
    throw new Refused(`${keyFile} holds no secret key (a line that begins with AGE-SECRET-KEY-). Nothing was done.`);
  }
  const { seal } = backupSettings();
  if (seal?.kind === "passphrase") return { kind: "passphrase", passphrase: seal.passphrase };
  const passphrase = await askSecret("Passphrase: ");
  if (passphrase !== undefined) return { kind: "passphrase", passphrase };
  throw new Refused("Say what opens it: --key FILE, or ALONGSIDE_BACKUP_PASSPHRASE_FILE. Nothing was done.");
}
