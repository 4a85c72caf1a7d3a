import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import {
  applyMigrations,
  connectOrCreate,
  ensureHistory,
  type MigrationOptions,
  RESTORE_MARK,
  readMigrations,
} from "../migrate/apply-migrations";
import { BackupError } from "./backup-failure";
import { checkBackup, readBackup } from "./check-backup";
import { copyTarget, settleForCopy } from "./copy-settings";
import { HISTORY, listTables } from "./list-tables";
import { type BackupHead, type BackupManifest, type BackupTable, tableName } from "./manifest";
import { readTotals } from "./read-totals";
import type { SealKey } from "./seal";
import { type RestoredTrails, verifyRestoredTrails } from "./verify-restored-trails";

/** Key of the lock that a restore holds from beginning to end. */
const RESTORE_LOCK = 72707371;

export interface RestoreOptions {
  readonly file: string;
  readonly key: SealKey;
  /** Of the role that is to own the tables. The database is created when missing, and must hold no tables. */
  readonly ownerUrl: string;
  readonly migrationsDirectory: string;
  /** Empty what an interrupted restore left behind, and begin again. */
  readonly again?: boolean;
  /** Receives a line about each step. */
  readonly log?: (line: string) => void;
  /** Runs when everything is verified, before the database is released for use. */
  readonly beforeRelease?: () => Promise<void>;
}

export interface RestoreReport {
  readonly manifest: BackupManifest;
  readonly rows: number;
  /** Migrations that are newer than the backup and were applied after it was loaded. */
  readonly upgradedBy: readonly string[];
  readonly trails: RestoredTrails;
}

/** Every migration of the backup must be one that this program has, unchanged. */
function checkHistory(head: BackupHead, directory: string): void {
  const known = new Map(readMigrations(directory).map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum } of head.migrations) {
    const ours = known.get(name);
    if (ours === undefined) {
      throw new BackupError({ code: "newer-version", migration: name, version: head.programVersion });
    }
    if (ours !== checksum) throw new BackupError({ code: "other-history", migration: name });
  }
}

async function migrate(options: RestoreOptions, how: MigrationOptions): Promise<readonly string[]> {
  const outcome = await applyMigrations(options.ownerUrl, options.migrationsDirectory, { ...how, restoring: true });
  if (outcome.ok) return outcome.applied;
  const { migration, detail } = outcome.failure;
  throw new BackupError({ code: "migration-failed", migration, detail });
}

async function hasMark(client: pg.Client): Promise<boolean> {
  const history = await client.query<{ there: boolean }>(
    `SELECT to_regclass('public."${HISTORY}"') IS NOT NULL AS there`,
  );
  if (history.rows[0]?.there !== true) return false;
  const mark = await client.query(`SELECT 1 FROM "${HISTORY}" WHERE migration_name = $1`, [RESTORE_MARK]);
  return mark.rowCount === 1;
}

/** Drops every schema of ours. Only ever called on what an interrupted restore left behind. */
async function empty(client: pg.Client, tables: readonly BackupTable[]): Promise<void> {
  const schemas = new Set(["public", ...tables.map(({ schema }) => schema)]);
  await client.query("BEGIN");
  for (const schema of schemas) await client.query(`DROP SCHEMA IF EXISTS ${client.escapeIdentifier(schema)} CASCADE`);
  await client.query("CREATE SCHEMA public");
  await client.query("COMMIT");
}

/** Makes sure that nothing is there, and marks the database as unusable until the restore has ended well. */
async function claimDatabase(client: pg.Client, options: RestoreOptions): Promise<void> {
  const lock = await client.query<{ got: boolean }>("SELECT pg_try_advisory_lock($1) AS got", [RESTORE_LOCK]);
  if (lock.rows[0]?.got !== true) throw new BackupError({ code: "restore-running" });
  let tables = await listTables(client);
  if (await hasMark(client)) {
    if (options.again !== true) throw new BackupError({ code: "restore-unfinished" });
    await empty(client, tables);
    tables = await listTables(client);
  }
  if (tables.length > 0) throw new BackupError({ code: "database-not-empty", tables: tables.length });
  await client.query("BEGIN");
  await ensureHistory(client);
  await client.query(
    `INSERT INTO "${HISTORY}" (id, checksum, migration_name, logs) VALUES (gen_random_uuid()::text, '', $1, $2)`,
    [RESTORE_MARK, "A restore began and has not ended. Restore again, or drop this database."],
  );
  await client.query("COMMIT");
}

/** Loads every row in one transaction, and reads each table back before it is kept. */
async function load(client: pg.Client, options: RestoreOptions, expected: BackupManifest): Promise<void> {
  await client.query("BEGIN");
  // What migrations put into tables of their own accord is in the backup too, as it was then.
  const all = expected.tables.map(
    (table) => `${client.escapeIdentifier(table.schema)}.${client.escapeIdentifier(table.table)}`,
  );
  if (all.length > 0) await client.query(`TRUNCATE ${all.join(", ")}`);
  await readBackup(options.file, options.key, {
    table: async (table, rows) => {
      await pipeline(rows, client.query(copyFrom(`COPY ${copyTarget(client, table)} FROM STDIN`)));
    },
  });
  for (const table of expected.tables) {
    const [found, said] = [await readTotals(client, table), expected.totals[tableName(table)]];
    if (found.rows === said?.rows && found.fingerprint === said.fingerprint) continue;
    const counts = { expected: said?.rows ?? 0, found: found.rows };
    throw new BackupError({ code: "rows-differ", table: tableName(table), ...counts });
  }
  await client.query("COMMIT");
  await client.query("ANALYZE");
}

/**
 * Restores a backup into an empty database. The file is read whole and verified before anything is touched; then come the
 * tables as they were when it was made, every row, a comparison of what was loaded with what was saved, and the changes
 * of newer versions. Until all that is done the database carries a mark that keeps every program from using it.
 * Throws a BackupError.
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreReport> {
  const log = options.log ?? (() => {});
  log("Reading the backup from beginning to end");
  const manifest = await checkBackup(options.file, options.key);
  checkHistory(manifest, options.migrationsDirectory);
  const client = await connect(options.ownerUrl);
  try {
    await settleForCopy(client);
    await claimDatabase(client, options);
    log("Making the tables as they were");
    await migrate(options, { only: new Set(manifest.migrations.map(({ name }) => name)) });
    log("Loading the rows and comparing them with the backup");
    await load(client, options, manifest);
    log("Bringing the tables up to date");
    const upgradedBy = await migrate(options, {});
    log("Computing the audit trails again");
    const trails = await verifyRestoredTrails(options.ownerUrl);
    await options.beforeRelease?.();
    await client.query(`DELETE FROM "${HISTORY}" WHERE migration_name = $1`, [RESTORE_MARK]);
    const rows = Object.values(manifest.totals).reduce((sum, table) => sum + table.rows, 0);
    return { manifest, rows, upgradedBy, trails };
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw unusable(error);
  } finally {
    await client.end().catch(() => {});
  }
}

function unusable(error: unknown): BackupError {
  return new BackupError({ code: "database-unusable", detail: error instanceof Error ? error.message : String(error) });
}

async function connect(url: string): Promise<pg.Client> {
  try {
    const client = await connectOrCreate(url);
    // A connection that is lost in the midst is told by the statement that was waiting.
    client.on("error", () => {});
    return client;
  } catch (error) {
    throw unusable(error);
  }
}
