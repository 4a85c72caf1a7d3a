import type { Db } from "@alongside/db/client";
import { sql } from "@alongside/db/sql";

/**
 * What a refused call may leave behind: that it was refused, and sums kept short by whoever read them, which tell the same
 * (`verifyCells` says so). And long computations go on by themselves after theirs.
 */
const TRACES = /^(audit_|app_rate_limit$|change_statistic(_delta)?$|computation$|_prisma_migrations$)/;

/**
 * A reader of everything that is stored, as one short text that changes when any row of any table is added, changed or
 * removed: per table its number of rows and the sum of the transactions that wrote them.
 * @param owner a client that sees every row
 */
export async function storedState(owner: Db): Promise<() => Promise<string>> {
  const tables = await owner.$queryRaw<{ name: string }[]>(sql`
    SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`);
  const parts = tables
    .filter(({ name }) => !TRACES.test(name.split(".").at(-1) ?? ""))
    .map(({ name }) => `SELECT '${name}' AS t, count(*) AS n, coalesce(sum(xmin::text::numeric), 0) AS x FROM ${name}`);
  const question = `SELECT string_agg(t || ' ' || n || ' ' || x, E'\\n' ORDER BY t) AS state FROM (${parts.join(" UNION ALL ")}) s`;
  return async () => {
    const [row] = await owner.$queryRawUnsafe<{ state: string }[]>(question);
    return row?.state ?? "";
  };
}
