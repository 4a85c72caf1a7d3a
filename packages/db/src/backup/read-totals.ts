import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { copyTarget, settleForCopy } from "./copy-settings";
import { type BackupTable, type BackupTotals, tableName } from "./manifest";
import { RowFingerprint, type RowTotals } from "./row-fingerprint";

async function totalsOf(client: pg.Client, source: string): Promise<RowTotals> {
  const fingerprint = new RowFingerprint();
  for await (const piece of client.query(copyTo(`COPY ${source} TO STDOUT`))) fingerprint.add(piece);
  return fingerprint.totals();
}

/** Rows and fingerprint of those columns of a table, as the connection sees it now. */
export function readTotals(client: pg.Client, table: BackupTable): Promise<RowTotals> {
  return totalsOf(client, copyTarget(client, table));
}

/**
 * The same for several tables of a database, over a connection of its own, as of one moment.
 * @param instead by name of a table that is no more as it was: the query that gives its rows as they were
 */
export async function readAllTotals(
  url: string,
  tables: readonly BackupTable[],
  instead: Readonly<Record<string, string>> = {},
): Promise<BackupTotals> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await settleForCopy(client);
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const totals: Record<string, RowTotals> = {};
    for (const table of tables) {
      const query = instead[tableName(table)];
      const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(", ");
      const source = query === undefined ? copyTarget(client, table) : `(SELECT ${columns} FROM (${query}) AS t)`;
      totals[tableName(table)] = await totalsOf(client, source);
    }
    return totals;
  } finally {
    await client.end();
  }
}
