import type { BackupManifest } from "./manifest";

/** What is in a backup, in words, for whoever made or checked it. Counts of tables only: nothing about anybody. */
export function describeBackup({ takenAt, programVersion, migrations, totals, keys }: BackupManifest): string {
  const tables = Object.values(totals);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const needs = Object.entries(keys).map(([name, print]) => `${name} (${print})`);
  return [
    `The database as of ${takenAt}, of version ${programVersion} (last change of tables: ${migrations.at(-1)?.name ?? "none"}).`,
    `${rows} rows in ${tables.length} tables; each table's count and fingerprint agree with what was copied.`,
    ...(needs.length === 0 ? [] : [`Belongs to these keys beside the database: ${needs.join(", ")}.`]),
  ].join("\n");
}
