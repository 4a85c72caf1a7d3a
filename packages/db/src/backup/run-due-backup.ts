import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { BackupError, type BackupFailure } from "./backup-failure";
import { backupTakenAt } from "./backup-files";
import { readPastRuns, recordBackup } from "./backup-runs";
import { fingerprintKeys, readKeyFiles } from "./key-files";
import type { Retention } from "./read-retention";
import { backupsToDelete } from "./retention";
import { isBackupDue } from "./schedule";
import type { Seal } from "./seal";

/** Key of the lock that a scheduled backup holds, so that of several servers one makes it. */
const BACKUP_LOCK = 72707373;
/** What is left of a backup that broke off is deleted once it is surely nobody's. */
const ABANDONED_MS = 86_400_000;

export interface DueBackup {
  /** Of the owner of every table. */
  readonly ownerUrl: string;
  readonly folder: string;
  readonly seal: Seal;
  readonly atMinute: number;
  readonly keep: Retention;
  /** Whose keys are fingerprinted into the backup. */
  readonly dataFolder: string;
  readonly programVersion: string;
  readonly now: Date;
}

export type DueOutcome =
  | { readonly kind: "made"; readonly file: string; readonly deleted: readonly string[] }
  | { readonly kind: "not-due" }
  /** Another server is at it. */
  | { readonly kind: "elsewhere" }
  | { readonly kind: "failed"; readonly failure: BackupFailure };

/** Makes today's backup if it is due and nobody else does, then deletes what retention lets go. Never throws. */
export async function runDueBackup(due: DueBackup): Promise<DueOutcome> {
  const client = new pg.Client({ connectionString: due.ownerUrl });
  client.on("error", () => {});
  try {
    await client.connect();
    const lock = await client.query<{ got: boolean }>("SELECT pg_try_advisory_lock($1) AS got", [BACKUP_LOCK]);
    if (lock.rows[0]?.got !== true) return { kind: "elsewhere" };
    if (!isBackupDue(due.now, due.atMinute, await readPastRuns(client))) return { kind: "not-due" };
    const keys = fingerprintKeys(await readKeyFiles(due.dataFolder));
    const { file } = await recordBackup("scheduled", { ...due, keys });
    // Only now that the new one is known to be good.
    return { kind: "made", file, deleted: await sweep(due) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const failure = error instanceof BackupError ? error.failure : ({ code: "database-unusable", detail } as const);
    return { kind: "failed", failure };
  } finally {
    await client.end().catch(() => {});
  }
}

/** Deletes backups that retention lets go, and drafts that broke off. Other files in the folder are left alone. */
async function sweep({ folder, keep, now }: DueBackup): Promise<readonly string[]> {
  const names = await readdir(folder);
  const backups = names.flatMap((name) => {
    const taken = backupTakenAt(name);
    return taken === undefined ? [] : [{ name, taken }];
  });
  const going = new Set(
    backupsToDelete(
      backups.map(({ taken }) => taken),
      keep,
    ),
  );
  const deleted = backups.filter(({ taken }) => going.has(taken)).map(({ name }) => name);
  for (const name of names) {
    if (!name.endsWith(".partial") || backupTakenAt(name.slice(0, -".partial".length)) === undefined) continue;
    const about = await stat(path.join(folder, name)).catch(() => undefined);
    if (about !== undefined && now.getTime() - about.mtimeMs > ABANDONED_MS) deleted.push(name);
  }
  for (const name of deleted) await rm(path.join(folder, name), { force: true });
  return deleted;
}
