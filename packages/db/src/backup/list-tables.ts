import type pg from "pg";
import type { BackupTable } from "./manifest";
import { tableName } from "./manifest";

/** Prisma's record of applied migrations: carried in the head, and written again by the migrations themselves. */
export const HISTORY = "_prisma_migrations";

/** Ordinary tables of every schema but the server's own, without what an extension brought, with their columns. */
const TABLES = `
  SELECT n.nspname AS schema, c.relname AS table,
         array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '') AS columns
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
   WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
     AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
     AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
     AND NOT (n.nspname = 'public' AND c.relname = '${HISTORY}')
   GROUP BY 1, 2 ORDER BY 1, 2`;

const REFERENCES = `
  SELECT cn.nspname || '.' || c.relname AS child, pn.nspname || '.' || p.relname AS parent
    FROM pg_constraint k
    JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace cn ON cn.oid = c.relnamespace
    JOIN pg_class p ON p.oid = k.confrelid JOIN pg_namespace pn ON pn.oid = p.relnamespace
   WHERE k.contype = 'f' AND k.conparentid = 0 AND k.conrelid <> k.confrelid`;

/**
 * Every table that holds data of ours, what is referred to before what refers to it.
 * @throws RangeError when tables refer to each other in a circle
 */
export async function listTables(client: pg.Client): Promise<readonly BackupTable[]> {
  const tables = (await client.query<{ schema: string; table: string; columns: string[] }>(TABLES)).rows;
  const references = (await client.query<{ child: string; parent: string }>(REFERENCES)).rows;
  return inLoadingOrder(tables, references);
}

/** Orders tables so that each comes after all that it refers to. Throws a RangeError for a circle. */
export function inLoadingOrder(
  tables: readonly BackupTable[],
  references: readonly { readonly child: string; readonly parent: string }[],
): readonly BackupTable[] {
  const waiting = new Map(tables.map((table) => [tableName(table), table]));
  const ordered: BackupTable[] = [];
  while (waiting.size > 0) {
    const held = new Set(references.filter(({ parent }) => waiting.has(parent)).map(({ child }) => child));
    const free = [...waiting].filter(([name]) => !held.has(name));
    if (free.length === 0)
      throw new RangeError(`These tables refer to each other in a circle: ${[...held].join(", ")}`);
    for (const [name, table] of free) {
      waiting.delete(name);
      ordered.push(table);
    }
  }
  return ordered;
}
