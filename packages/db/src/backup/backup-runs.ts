import { randomUUID } from "node:crypto";
import pg from "pg";
import { BackupError } from "./backup-failure";
import { tableName } from "./manifest";
import { type BackupOptions, type WrittenBackup, writeBackup } from "./write-backup";

/** Attempts so far, as the schedule needs them. */
export interface PastRuns {
  /** When the last good one began. */
  readonly goodAt: Date | null;
  /** When the last attempt began, whatever became of it. */
  readonly triedAt: Date | null;
}

const NO_SUCH_TABLE = "42P01";

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Reads when backups were tried, and made, on that connection. */
export async function readPastRuns(client: pg.Client): Promise<PastRuns> {
  const { rows } = await client.query<PastRuns>(
    `SELECT max(started_at) FILTER (WHERE finished_at IS NOT NULL AND failure IS NULL) AS "goodAt",
            max(started_at) AS "triedAt" FROM backup_run`,
  );
  return rows[0] ?? { goodAt: null, triedAt: null };
}

/**
 * Writes a backup and records the attempt in the database, so that administrators see when the last good one was made.
 * Throws what `writeBackup` throws, having recorded it.
 */
export async function recordBackup(kind: "scheduled" | "manual", options: BackupOptions): Promise<WrittenBackup> {
  const id = randomUUID();
  const { ownerUrl, now } = options;
  const record = (sql: string, values: readonly unknown[]) =>
    withClient(ownerUrl, (client) => client.query(sql, [...values])).catch((error: unknown) => {
      // A database that has not been brought up to date yet is backed up all the same: that is what one does before.
      if (error instanceof pg.DatabaseError && error.code === NO_SUCH_TABLE) return;
      const detail = error instanceof Error ? error.message : String(error);
      throw new BackupError({ code: "database-unusable", detail });
    });
  await record("INSERT INTO backup_run (id, started_at, kind) VALUES ($1, $2, $3)", [id, now, kind]);
  try {
    const written = await writeBackup(options);
    const { tables, totals } = written.manifest;
    const rows = tables.reduce((sum, table) => sum + (totals[tableName(table)]?.rows ?? 0), 0);
    await record(
      "UPDATE backup_run SET finished_at = clock_timestamp(), file_name = $2, bytes = $3, rows = $4 WHERE id = $1",
      [id, written.file.split(/[\\/]/).at(-1), written.bytes, rows],
    );
    return written;
  } catch (error) {
    const code = error instanceof BackupError ? error.failure.code : "unexpected";
    // With the database away the attempt stays without an end, which says the same.
    await record("UPDATE backup_run SET finished_at = clock_timestamp(), failure = $2 WHERE id = $1", [id, code]).catch(
      () => {},
    );
    throw error;
  }
}
