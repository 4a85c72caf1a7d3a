import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { copyTarget, settleForCopy } from "./copy-settings";
import { type BackupTable, type BackupTotals, tableName } from "./manifest";
import { RowFingerprint, type RowTotals } from "./row-fingerprint";

/** Rows and fingerprint of those columns of a table, as the connection sees it now. */
export async function readTotals(client: pg.Client, table: BackupTable): Promise<RowTotals> {
  const fingerprint = new RowFingerprint();
  const rows = client.query(copyTo(`COPY ${copyTarget(client, table)} TO STDOUT`));
  for await (const piece of rows) fingerprint.add(piece);
  return fingerprint.totals();
}

/** The same for several tables of a database, over a connection of its own, as of one moment. */
export async function readAllTotals(url: string, tables: readonly BackupTable[]): Promise<BackupTotals> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await settleForCopy(client);
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const totals: Record<string, RowTotals> = {};
    for (const table of tables) totals[tableName(table)] = await readTotals(client, table);
    return totals;
  } finally {
    await client.end();
  }
}
