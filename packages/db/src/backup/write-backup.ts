import { createWriteStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { type Pack, pack } from "tar-stream";
import { BackupError } from "./backup-failure";
import { backupFileName } from "./backup-files";
import { checkBackup } from "./check-backup";
import { copyTarget, settleForCopy } from "./copy-settings";
import { HISTORY, listTables } from "./list-tables";
import { type BackupHead, type BackupManifest, type BackupTable, FORMAT, FORMAT_VERSION, tableName } from "./manifest";
import { RowFingerprint, type RowTotals } from "./row-fingerprint";
import { prepareSealing, type Seal } from "./seal";

/** Rows are packed in pieces of this size, so that memory stays the same however large a table is. */
const PIECE_BYTES = 2_000_000;

export interface BackupOptions {
  /** Of the owner of every table. */
  readonly ownerUrl: string;
  /** Folder the file is put into; made when absent. */
  readonly folder: string;
  readonly seal: Seal;
  readonly now: Date;
  readonly programVersion: string;
  /** Short fingerprints of the keys outside the database, by name. */
  readonly keys?: Readonly<Record<string, string>>;
}

export interface WrittenBackup {
  readonly file: string;
  readonly bytes: number;
  readonly manifest: BackupManifest;
}

function addEntry(archive: Pack, name: string, contents: Buffer, mtime: Date): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.entry({ name, mtime, size: contents.length, mode: 0o600 }, contents, (error) =>
      error ? reject(error) : resolve(),
    );
  });
}

async function describe(client: pg.Client, options: BackupOptions): Promise<BackupHead> {
  const migrations = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM "${HISTORY}"
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  const server = await client.query<{ version: string }>("SELECT current_setting('server_version') AS version");
  return {
    ...{ format: FORMAT, formatVersion: FORMAT_VERSION, programVersion: options.programVersion },
    ...{ postgresVersion: server.rows[0]?.version ?? "", takenAt: options.now.toISOString() },
    ...{ migrations: migrations.rows, tables: await listTables(client), keys: options.keys ?? {} },
  };
}

async function addTable(archive: Pack, client: pg.Client, table: BackupTable, mtime: Date): Promise<RowTotals> {
  const fingerprint = new RowFingerprint();
  const name = (piece: number) => `tables/${table.schema}/${table.table}/${String(piece).padStart(6, "0")}.copy`;
  let held: Buffer[] = [];
  let bytes = 0;
  let pieces = 0;
  const flush = async () => {
    await addEntry(archive, name(pieces), Buffer.concat(held), mtime);
    pieces += 1;
    held = [];
    bytes = 0;
  };
  const rows = client.query(copyTo(`COPY ${copyTarget(client, table)} TO STDOUT`));
  for await (const piece of rows) {
    fingerprint.add(piece);
    held.push(piece);
    bytes += piece.length;
    if (bytes >= PIECE_BYTES) await flush();
  }
  if (bytes > 0) await flush();
  return fingerprint.totals();
}

/** Everything the database holds at one moment, as entries of the archive. Work goes on meanwhile. */
async function fill(archive: Pack, options: BackupOptions): Promise<BackupManifest> {
  const client = new pg.Client({ connectionString: options.ownerUrl });
  client.on("error", () => {});
  await client.connect();
  try {
    await settleForCopy(client);
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const head = await describe(client, options);
    await addEntry(archive, "head.json", Buffer.from(JSON.stringify(head, null, 1)), options.now);
    const totals: Record<string, RowTotals> = {};
    for (const table of head.tables) totals[tableName(table)] = await addTable(archive, client, table, options.now);
    await addEntry(archive, "totals.json", Buffer.from(JSON.stringify(totals, null, 1)), options.now);
    archive.finalize();
    return { ...head, totals };
  } finally {
    await client.end().catch(() => {});
  }
}

async function settleOnDisk(target: string): Promise<void> {
  const handle = await open(target, "r");
  await handle.sync().catch(() => {
    // Folders cannot be synchronised everywhere; the file itself has been.
  });
  await handle.close();
}

/**
 * Writes a backup of the whole database, encrypted and compressed, while work goes on, then reads the file back whole and
 * compares what it holds with what was copied. Only then does it get its name: a file with that name is a good backup.
 * Memory does not grow with the database. Throws a BackupError.
 */
export async function writeBackup(options: BackupOptions): Promise<WrittenBackup> {
  const file = path.join(options.folder, backupFileName(options.now));
  const draft = `${file}.partial`;
  try {
    await mkdir(options.folder, { recursive: true, mode: 0o700 });
    const sealing = await prepareSealing(options.seal);
    const archive = pack();
    const compressed = createGzip();
    const stored = pipeline(await sealing.encrypt(compressed), createWriteStream(draft, { mode: 0o600 }));
    const packed = pipeline(archive, compressed);
    const filled = fill(archive, options).catch((error: unknown) => {
      archive.destroy(error instanceof Error ? error : new Error(String(error)));
      throw error;
    });
    const [outcome] = await Promise.allSettled([filled, packed, stored]).then((all) => {
      const broken = all.find((one) => one.status === "rejected");
      if (broken) throw broken.reason;
      return all;
    });
    if (outcome.status === "rejected") throw outcome.reason;
    await settleOnDisk(draft);
    const read = await checkBackup(draft, sealing.checkKey);
    if (JSON.stringify(read.totals) !== JSON.stringify(outcome.value.totals)) {
      throw new BackupError({ code: "damaged", detail: "what was read back is not what was written" });
    }
    await rename(draft, file);
    await settleOnDisk(options.folder);
    return { file, bytes: (await stat(file)).size, manifest: outcome.value };
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    throw asBackupError(error, options.folder);
  }
}

/** Any error as one of the closed list: the disk's, or the database's. */
function asBackupError(error: unknown, folder: string): BackupError {
  if (error instanceof BackupError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  const onDisk = error instanceof Error && "syscall" in error && "path" in error;
  const full = error instanceof Error && "code" in error && error.code === "ENOSPC";
  if (onDisk || full) return new BackupError({ code: "file-unusable", path: folder, detail });
  return new BackupError({ code: "database-unusable", detail });
}
