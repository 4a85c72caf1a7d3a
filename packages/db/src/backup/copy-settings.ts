import type pg from "pg";

/**
 * How values are written as text, whatever the server is set to, so that the same rows always look the same; and no
 * silent filter: with row security in force for this role, a statement fails instead of leaving rows out.
 */
const SETTINGS = [
  "SET client_encoding = 'UTF8'",
  "SET DateStyle = 'ISO'",
  "SET IntervalStyle = 'postgres'",
  "SET TimeZone = 'UTC'",
  "SET bytea_output = 'hex'",
  "SET extra_float_digits = 1",
  "SET row_security = off",
  "SET statement_timeout = 0",
  "SET lock_timeout = '60s'",
  "SET idle_in_transaction_session_timeout = 0",
];

/** Prepares a connection for copying tables. */
export async function settleForCopy(client: pg.Client): Promise<void> {
  for (const setting of SETTINGS) await client.query(setting);
}

/** `"schema"."table" ("column", …)`, as COPY takes it. */
export function copyTarget(
  client: pg.Client,
  { schema, table, columns }: { readonly schema: string; readonly table: string; readonly columns: readonly string[] },
): string {
  const quote = (name: string) => client.escapeIdentifier(name);
  return `${quote(schema)}.${quote(table)} (${columns.map(quote).join(", ")})`;
}
