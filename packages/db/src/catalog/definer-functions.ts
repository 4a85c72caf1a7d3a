import type pg from "pg";

/**
 * Functions of ours that run with their owner's rights and could be led to tables of their caller: PostgreSQL looks into the
 * caller's temporary schema first, unless the function's own search path names it last (CREATE FUNCTION, "Writing SECURITY
 * DEFINER Functions Safely").
 * @returns their names
 */
export async function misleadableFunctions(client: pg.Client): Promise<readonly string[]> {
  const found = await client.query<{ name: string }>(
    `SELECT p.proname::text AS name
       FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE p.prosecdef AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
        AND NOT EXISTS (SELECT 1 FROM unnest(p.proconfig) AS setting
                         WHERE setting LIKE 'search\\_path=%' AND setting ~ '[, ]pg_temp$')
      ORDER BY 1`,
  );
  return found.rows.map(({ name }) => name);
}
