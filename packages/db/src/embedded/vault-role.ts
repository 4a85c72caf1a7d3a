import { randomBytes } from "node:crypto";
import type pg from "pg";
import { readSecrets, replaceSecrets } from "./cluster-secrets";

/** The role that opens contact details. It has no right on anything else, and no other role has one on them. */
export const VAULT_ROLE = "alongside_vault";

/** Key of the lock under which two starts at once give the role one password only. */
const ROLE_LOCK = 72707381;

/**
 * Creates the vault's login role when the cluster lacks it, and keeps its password beside those of the other roles. A
 * cluster made before there was a vault gets both.
 * @param owner a connection as a role that may create roles
 * @param dataDir folder of the cluster, which holds the passwords
 * @returns the role's password
 */
export async function ensureVaultRole(owner: pg.Client, dataDir: string): Promise<string> {
  await owner.query("SELECT pg_advisory_lock($1)", [ROLE_LOCK]);
  try {
    const secrets = readSecrets(dataDir);
    const password = secrets.vault ?? randomBytes(18).toString("base64url");
    const found = await owner.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [VAULT_ROLE]);
    const verb = found.rowCount === 0 ? "CREATE" : "ALTER";
    // A role without a password on file is left over from a start that was killed between the two.
    if (verb === "CREATE" || secrets.vault === undefined) {
      const name = owner.escapeIdentifier(VAULT_ROLE);
      await owner.query(`${verb} ROLE ${name} LOGIN PASSWORD ${owner.escapeLiteral(password)}`);
    }
    if (secrets.vault === undefined) replaceSecrets(dataDir, { ...secrets, vault: password });
    return password;
  } finally {
    await owner.query("SELECT pg_advisory_unlock($1)", [ROLE_LOCK]);
  }
}
