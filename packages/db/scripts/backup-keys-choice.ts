import { existsSync, readFileSync } from "node:fs";
import { type BackupSettings, passphraseProblem, readBackupSettings } from "../src/backup/backup-settings";
import type { Seal, SealKey } from "../src/backup/seal";
import { askSecret } from "./ask-secret";

/** Something to be mended by whoever typed the command; its message says how. */
export class Refused extends Error {}

/** What the environment says about backups. Throws what is wrong with it. */
export function backupSettings(): BackupSettings {
  const read = readBackupSettings(process.env);
  if (!read.ok) throw new Refused(`${read.variable}: ${read.problem}. Nothing was done.`);
  return read.settings;
}

function passphraseIn(file: string): string {
  if (!existsSync(file)) throw new Refused(`There is no file ${file}. Nothing was done.`);
  const passphrase = readFileSync(file, "utf8").trim();
  const problem = passphraseProblem(passphrase);
  if (problem !== undefined)
    throw new Refused(`The passphrase in ${file} was not taken: ${problem}. Nothing was done.`);
  return passphrase;
}

/** A new passphrase: the one in that file, or one that is typed twice. */
export async function choosePassphrase(what: string, file?: string): Promise<Seal> {
  if (file !== undefined) return { kind: "passphrase", passphrase: passphraseIn(file) };
  const passphrase = await askSecret(`Choose a passphrase for ${what}: `);
  if (passphrase === undefined) {
    throw new Refused(
      `Nothing says how to encrypt ${what}, and there is no terminal to ask on. Nothing was written.\n` +
        "Name a file that holds a passphrase: --passphrase-file FILE.",
    );
  }
  const problem = passphraseProblem(passphrase);
  if (problem !== undefined) throw new Refused(`The passphrase was not taken: ${problem}. Nothing was written.`);
  const again = await askSecret("The same once more: ");
  if (again !== passphrase) throw new Refused("The two are not the same. Nothing was written.");
  return { kind: "passphrase", passphrase };
}

/** The secret key in the text of a key file, which may hold comments; undefined when there is none. */
function identityIn(text: string): string | undefined {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .find((line) => /^AGE-SECRET-KEY-/.test(line));
}

/** How the command line says what a file is opened with. */
export interface KeyChoice {
  /** A file with a secret key. */
  readonly key?: string;
  readonly "passphrase-file"?: string;
}

/** What opens a backup: a key file, the passphrase that the command or the environment names, or one that is typed. */
export async function chooseKey({ key: keyFile, "passphrase-file": file }: KeyChoice): Promise<SealKey> {
  if (file !== undefined) return { kind: "passphrase", passphrase: passphraseIn(file) };
  if (keyFile !== undefined) {
    const identity = existsSync(keyFile) ? identityIn(readFileSync(keyFile, "utf8")) : undefined;
    if (identity !== undefined) return { kind: "identity", identity };
    throw new Refused(`${keyFile} holds no secret key (a line that begins with AGE-SECRET-KEY-). Nothing was done.`);
  }
  const { seal } = backupSettings();
  if (seal?.kind === "passphrase") return { kind: "passphrase", passphrase: seal.passphrase };
  const passphrase = await askSecret("Passphrase: ");
  if (passphrase !== undefined) return { kind: "passphrase", passphrase };
  throw new Refused("Say what opens it: --key FILE or --passphrase-file FILE. Nothing was done.");
}
