import type pg from "pg";

/** A table on which the second wall has a hole. */
export interface Unguarded {
  readonly table: string;
  readonly hole: "no-row-security" | "not-the-policy" | "other-policy" | "not-by-site";
}

/**
 * Tables that belong to no programme, and why: who signs in, what the migrations did, and when the whole was backed up. Everything else stands behind row
 * security, or a test fails.
 */
export const OUTSIDE_PROGRAMMES = [
  "_prisma_migrations",
  "app_account",
  "app_authenticator",
  "app_passkey",
  "app_rate_limit",
  "app_recovery_code",
  "app_session",
  "app_user",
  "app_verification",
  "backup_run",
  "device_setting",
] as const;

/**
 * Every hole, of tables in any schema of ours. The policy has to name the programme for reading and for writing; where
 * every row stands at a site, the sites too; and no other permissive policy may widen it.
 */
export async function unguardedTables(client: pg.Client): Promise<readonly Unguarded[]> {
  const found = await client.query<Unguarded>(
    `WITH guarded AS (
       SELECT c.oid, c.relname::text AS name, c.relrowsecurity AS on_, p.qual, p.with_check,
              p.permissive = 'PERMISSIVE' AND p.cmd = 'ALL' AND p.roles = '{public}' AS plain,
              EXISTS (SELECT 1 FROM pg_policies o WHERE o.schemaname = n.nspname AND o.tablename = c.relname
                         AND o.permissive = 'PERMISSIVE' AND o.policyname <> 'app_programme') AS widened,
              EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'site_id' AND a.attnotnull
                         AND NOT a.attisdropped) AS at_site
         FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         LEFT JOIN pg_policies p
           ON p.schemaname = n.nspname AND p.tablename = c.relname AND p.policyname = 'app_programme'
        WHERE c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
          AND c.relname <> ALL ($1::text[])
     )
     SELECT name AS "table", hole FROM guarded, LATERAL (VALUES
       (NOT on_, 'no-row-security'),
       (on_ AND (plain IS NOT TRUE OR qual NOT LIKE '%app.programme_id%' OR with_check IS DISTINCT FROM qual), 'not-the-policy'),
       (widened, 'other-policy'),
       (at_site AND coalesce(qual NOT LIKE '%app.site_ids%', true), 'not-by-site')) AS h(there, hole)
      WHERE there ORDER BY 1, 2`,
    [[...OUTSIDE_PROGRAMMES]],
  );
  return found.rows;
}
