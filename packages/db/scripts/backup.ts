// `pnpm backup [--to FOLDER]`: a backup of the whole database, encrypted and checked, whether Alongside runs or not.
//   pnpm backup check FILE [--key FILE]   reads a backup whole and says what is in it
//   pnpm backup make-key FILE             a pair of keys: the secret one goes into FILE, the public one is printed
//   pnpm backup keys FILE                 the keys kept beside the database, with a passphrase of their own
import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { BackupError, backupAdvice } from "../src/backup/backup-failure";
import { recordBackup } from "../src/backup/backup-runs";
import { checkBackup } from "../src/backup/check-backup";
import { describeBackup } from "../src/backup/describe-backup";
import { fingerprintKeys, readKeyFiles, saveKeys } from "../src/backup/key-files";
import { PROGRAM_VERSION } from "../src/backup/program-version";
import { makeKey } from "../src/backup/seal";
import { backupSettings, chooseKey, choosePassphrase, type KeyChoice, Refused } from "./backup-keys-choice";
import { dataFolder, openDatabase } from "./open-database";

const USAGE = `usage: pnpm backup [--to FOLDER] [--passphrase-file FILE]
       pnpm backup check FILE [--key FILE | --passphrase-file FILE]
       pnpm backup make-key FILE
       pnpm backup keys FILE [--passphrase-file FILE]`;
type Options = KeyChoice & { readonly to?: string };

async function backUp({ to, "passphrase-file": file }: Options): Promise<void> {
  const settings = backupSettings();
  const folder = path.resolve(to ?? settings.folder ?? "");
  if (to === undefined && settings.folder === undefined)
    throw new Refused(`Say where to: --to FOLDER, or ALONGSIDE_BACKUP_DIR.\n${USAGE}`);
  const seal = (file === undefined && settings.seal) || (await choosePassphrase("this backup", file));
  const keys = fingerprintKeys(await readKeyFiles(dataFolder()));
  const database = await openDatabase();
  try {
    const { ownerUrl } = database;
    const written = await recordBackup("manual", {
      ownerUrl,
      folder,
      seal,
      keys,
      now: new Date(),
      programVersion: PROGRAM_VERSION,
    });
    console.log(`${written.file}: ${written.bytes} bytes, written and read back whole.`);
    console.log(describeBackup(written.manifest));
    const names = Object.keys(keys);
    if (names.length === 0) return;
    console.log(`\nNot in it, on purpose: the keys beside the database (${names.join(", ")}). Whoever had both would have everything.
Save them once, and after every change of a key, for another place: pnpm backup keys FILE`);
  } finally {
    await database.close();
  }
}

async function makeKeyFile(file: string): Promise<void> {
  const { identity, recipient } = await makeKey();
  const text = `# Opens backups made for the public key below. Keep it away from the machine that makes them.\n# public key: ${recipient}\n${identity}\n`;
  try {
    writeFileSync(file, text, { flag: "wx", mode: 0o600 });
  } catch (error) {
    throw new Refused(
      `${file} was not written (${error instanceof Error ? error.message : error}). An existing file is never replaced.`,
    );
  }
  console.log(`${file} holds the secret key. Take it to a safe place, twice; without it no backup made for it can be opened.
On the machine that makes the backups, set:

  ALONGSIDE_BACKUP_RECIPIENT=${recipient}
`);
}

async function run(words: readonly string[], options: Options): Promise<void> {
  const [command, file, ...more] = words;
  if (command === undefined) return backUp(options);
  if (file === undefined || more.length > 0) throw new Refused(USAGE);
  if (command === "check") return console.log(describeBackup(await checkBackup(file, await chooseKey(options))));
  if (command === "make-key") return makeKeyFile(file);
  if (command !== "keys") throw new Refused(USAGE);
  const names = await saveKeys(dataFolder(), file, await choosePassphrase("the keys", options["passphrase-file"]));
  console.log(names.length === 0 ? "There are no keys in the data folder." : `${file}: ${names.join(", ")}`);
}

try {
  const text = { type: "string" } as const;
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { to: text, key: text, "passphrase-file": text },
  });
  await run(positionals, values);
} catch (error) {
  if (error instanceof BackupError) console.error(backupAdvice(error.failure));
  else console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
