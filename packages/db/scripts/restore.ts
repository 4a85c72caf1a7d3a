// `pnpm restore FILE [--key FILE] [--again]`: a backup into an empty database: a new data folder (ALONGSIDE_DATA_DIR) or a
// new database on a server (DATABASE_URL). Stop Alongside first.
//   pnpm restore keys FILE   puts saved keys back into the data folder
import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { BackupError, backupAdvice } from "../src/backup/backup-failure";
import { checkBackup } from "../src/backup/check-backup";
import { describeBackup } from "../src/backup/describe-backup";
import { fingerprintKeys, putKeysBack, readKeyFiles } from "../src/backup/key-files";
import { restoreBackup } from "../src/backup/restore-backup";
import type { RestoredTrails } from "../src/backup/verify-restored-trails";
import { MIGRATIONS_DIRECTORY } from "../src/migrate/migrations-directory";
import { chooseKey, type KeyChoice, Refused } from "./backup-keys-choice";
import { dataFolder, openDatabase } from "./open-database";

const USAGE = `usage: pnpm restore FILE [--key FILE | --passphrase-file FILE] [--again]
       pnpm restore keys FILE [--passphrase-file FILE]`;

async function restore(file: string, choice: KeyChoice, again: boolean): Promise<void> {
  if (!existsSync(file)) throw new Refused(`There is no file ${file}. Nothing was changed.`);
  const key = await chooseKey(choice);
  // Before anything is made: a cluster, say, in a folder that was to stay as it is.
  console.log(describeBackup(await checkBackup(file, key)));
  const database = await openDatabase();
  const log = (line: string) => console.log(`  ${line} …`);
  try {
    const { ownerUrl } = database;
    const migrationsDirectory = MIGRATIONS_DIRECTORY;
    const report = await restoreBackup({ file, key, ownerUrl, migrationsDirectory, again, log });
    console.log(`Restored: ${report.rows} rows, each table compared with the backup after loading.`);
    if (report.upgradedBy.length > 0) console.log(`Brought up to date by ${report.upgradedBy.join(", ")}.`);
    console.log(trailWords(report.trails));
    await compareKeys(report.manifest.keys);
  } finally {
    await database.close();
  }
}

function trailWords({ programmes, events, faults }: RestoredTrails): string {
  const what = `Audit trails: ${events} events of ${programmes} programmes computed again`;
  if (faults === 0)
    return `${what}; every one holds. Put the keys back, then pnpm audit:verify checks the signatures too.`;
  return `${what}; ${faults} places were changed BEFORE this backup was made. pnpm audit:verify names them.
Keep this backup, and look for an older one in which they hold.`;
}

async function compareKeys(needed: Readonly<Record<string, string>>): Promise<void> {
  const here = fingerprintKeys(await readKeyFiles(dataFolder()));
  const missing = Object.keys(needed).filter((name) => here[name] !== needed[name]);
  if (missing.length === 0) return;
  console.log(`\nThese keys of the backup are not in ${dataFolder()}, or are others: ${missing.join(", ")}.
Without them sessions end, and what was encrypted or signed with them cannot be read or checked.
Put them back before you start Alongside: pnpm restore keys FILE`);
}

async function restoreKeys(file: string, choice: KeyChoice): Promise<void> {
  if (!existsSync(file)) throw new Refused(`There is no file ${file}. Nothing was changed.`);
  const { written, kept } = await putKeysBack(file, await chooseKey(choice), dataFolder());
  console.log(`Put back into ${dataFolder()}: ${written.join(", ") || "nothing"}.`);
  if (kept.length === 0) return;
  console.error(
    `Left as they are, because others are there: ${kept.join(", ")}. Move those away and run the command again.`,
  );
  process.exitCode = 1;
}

try {
  const key = { type: "string" } as const;
  const options = { key, "passphrase-file": key, again: { type: "boolean" } } as const;
  const { positionals, values } = parseArgs({ allowPositionals: true, options });
  const [first, second, ...more] = positionals.map((word, i) =>
    word === "keys" && i === 0 ? word : path.resolve(word),
  );
  if (first === undefined || more.length > 0 || (second !== undefined && first !== "keys")) throw new Refused(USAGE);
  if (first === "keys" && second !== undefined) await restoreKeys(second, values);
  else await restore(first, values, values.again ?? false);
} catch (error) {
  if (error instanceof BackupError) console.error(backupAdvice(error.failure));
  else console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
