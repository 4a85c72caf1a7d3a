import pg from "pg";

/** Can a role do more than the application may, whatever it was granted? */
export type Reach = { readonly kind: "narrow" } | { readonly kind: "wide"; readonly role: string };

/**
 * Looks whether row security and append-only grants hold a role: it neither owns the trail, nor is a superuser, nor passes
 * by row security, nor may change the trail. Rejects when the server does not let it in.
 * @param url of a database with its migrations applied, as the role
 */
export async function reachOf(url: string): Promise<Reach> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  try {
    await client.connect();
    const found = await client.query<{ role: string; wide: boolean }>(
      `SELECT current_user AS role,
              (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user)
                OR pg_has_role(current_user, relowner, 'MEMBER')
                OR has_any_column_privilege(trail.oid, 'UPDATE')
                OR has_table_privilege(trail.oid, 'DELETE') OR has_table_privilege(trail.oid, 'TRUNCATE') AS wide
         FROM pg_class trail JOIN pg_namespace ON pg_namespace.oid = relnamespace
        WHERE nspname = 'public' AND relname = 'audit_event'`,
    );
    const row = found.rows[0];
    return row === undefined || row.wide ? { kind: "wide", role: row?.role ?? "" } : { kind: "narrow" };
  } finally {
    await client.end().catch(() => {});
  }
}
