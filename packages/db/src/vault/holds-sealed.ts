import pg from "pg";

/**
 * Does the database hold anything that only the vault's keys make sense of: contact details, or the hashes by which somebody
 * enrolled twice is noticed? A role that may not look sees only whether there was ever anything.
 * @param url of a database with its migrations applied; of the owner, for a sure answer
 */
export async function holdsSealed(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await client.query<{ mine: boolean; bytes: string }>(
      `SELECT pg_has_role(current_user, relowner, 'MEMBER') AS mine, pg_relation_size(pg_class.oid) AS bytes
         FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
        WHERE (nspname, relname) IN (('vault', 'contact_detail'), ('public', 'duplicate_mark'))`,
    );
    if (tables.rows.some(({ mine }) => !mine)) return tables.rows.some(({ bytes }) => Number(bytes) > 0);
    const found = await client.query<{ some: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM vault.contact_detail)
           OR EXISTS (SELECT 1 FROM duplicate_mark WHERE claim LIKE '%:like:%') AS some`,
    );
    return found.rows[0]?.some === true;
  } finally {
    await client.end();
  }
}
