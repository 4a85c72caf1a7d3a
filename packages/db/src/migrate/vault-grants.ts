import type pg from "pg";
import { APPLICATION_ROLE } from "../embedded/application-role";
import { VAULT_ROLE } from "../embedded/vault-role";

/**
 * Gives the vault's role its rights on the schema `vault`, and takes every right on it from the application's role and
 * from everybody else. Runs after migrations, as the owner of the tables. Does nothing for a role that the server lacks.
 * @returns false when the server has no such role, or it is the owner itself
 */
export async function grantVaultRole(owner: pg.Client): Promise<boolean> {
  const roles = await owner.query<{ name: string }>(
    "SELECT rolname AS name FROM pg_roles WHERE rolname = ANY ($1) AND rolname <> current_user",
    [[APPLICATION_ROLE, VAULT_ROLE]],
  );
  const names = roles.rows.map(({ name }) => name);
  const without = ["PUBLIC", ...(names.includes(APPLICATION_ROLE) ? [owner.escapeIdentifier(APPLICATION_ROLE)] : [])];
  await owner.query("BEGIN");
  for (const role of without) {
    await owner.query(`REVOKE ALL ON SCHEMA vault FROM ${role}`);
    await owner.query(`REVOKE ALL ON ALL TABLES IN SCHEMA vault FROM ${role}`);
  }
  if (names.includes(VAULT_ROLE)) {
    const to = owner.escapeIdentifier(VAULT_ROLE);
    await owner.query(`GRANT USAGE ON SCHEMA vault TO ${to}`);
    await owner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA vault TO ${to}`);
  }
  await owner.query("COMMIT");
  return names.includes(VAULT_ROLE);
}
