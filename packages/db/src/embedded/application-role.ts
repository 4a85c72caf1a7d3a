import type pg from "pg";

/** The role the application connects as. It owns nothing; migrations grant it what it needs. */
export const APPLICATION_ROLE = "alongside_app";

/** Key of the lock under which two starts at once create the role only once. */
const ROLE_LOCK = 72707370;

/**
 * Creates the application's login role when the cluster lacks it, and sets its password.
 * @param owner a connection as a role that may create roles
 */
export async function ensureApplicationRole(owner: pg.Client, password: string): Promise<void> {
  await owner.query("SELECT pg_advisory_lock($1)", [ROLE_LOCK]);
  try {
    const found = await owner.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [APPLICATION_ROLE]);
    if (found.rowCount === 0) {
      const name = owner.escapeIdentifier(APPLICATION_ROLE);
      await owner.query(`CREATE ROLE ${name} LOGIN PASSWORD ${owner.escapeLiteral(password)}`);
    }
  } finally {
    await owner.query("SELECT pg_advisory_unlock($1)", [ROLE_LOCK]);
  }
}
