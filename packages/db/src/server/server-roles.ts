import { hkdfSync } from "node:crypto";
import pg from "pg";
import { APPLICATION_ROLE } from "../embedded/application-role";
import { VAULT_ROLE } from "../embedded/vault-role";
import { grantApplicationRole } from "../migrate/application-grants";
import { grantVaultRole } from "../migrate/vault-grants";
import { reachOf } from "./reach";
import { scramVerifier } from "./scram-verifier";

/** Key of the lock under which two starts at once make the roles only once. */
const ROLES_LOCK = 72707382;
/** What the server says to a password that is not the role's, or to a role that may not come from here. */
const REFUSED = new Set(["28P01", "28000"]);

export interface ServerAddresses {
  /** The address an operator gave: as the owner of the tables, or as the application's role already. */
  readonly given: string;
  /** As a role of the operator's own making for the application; otherwise it is made here. */
  readonly application: string | null;
  /** As a role of the operator's own making for contact details; otherwise it is made here. */
  readonly vault: string | null;
  /** The passwords of roles made here follow from it, so that every server of an installation knows them. */
  readonly secret: string;
}

/** How the application gets into a server's database. */
export type ServerRoles =
  | { readonly kind: "separate"; readonly url: string; readonly vaultUrl: string | null }
  /** Row security and append-only grants hold nobody, for a reason that a person can act on. */
  | { readonly kind: "owner"; readonly reason: string };

type Made = { readonly ok: true; readonly url: string } | { readonly ok: false; readonly reason: string };

/** The same server and database, as another role. */
function asRole(url: string, role: string, password: string): string {
  const target = new URL(url);
  for (const name of ["user", "password"]) target.searchParams.delete(name);
  target.username = role;
  target.password = password;
  return target.toString();
}

function passwordOf(role: string, secret: string): string {
  return Buffer.from(hkdfSync("sha256", secret, "", `password of the database role ${role}`, 32)).toString("base64url");
}

/** Whether the server lets the role in with that password; throws when there is another reason why not. */
async function letsIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && REFUSED.has(error.code ?? "")) return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Makes the role, or gives one of ours today's password. What somebody else made is left as it is. */
async function makeRole(owner: pg.Client, given: string, role: string, secret: string): Promise<Made> {
  const password = passwordOf(role, secret);
  const url = asRole(given, role, password);
  const found = await owner.query<{ mark: string | null; wanted: string; may: boolean; present: boolean }>(
    `SELECT (SELECT shobj_description(oid, 'pg_authid') FROM pg_roles WHERE rolname = $1) AS mark,
            'made for the database ' || current_database() AS wanted,
            (SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user) AS may,
            EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $1) AS present`,
    [role],
  );
  const state = found.rows[0];
  const exists = state?.present === true;
  if (exists && (await letsIn(url))) return { ok: true, url };
  if (exists && state.mark !== state.wanted) {
    return { ok: false, reason: `the server has a role ${role} that was not made for this database` };
  }
  if (!state?.may) return { ok: false, reason: `the role of DATABASE_URL may not make the role ${role}` };
  const name = owner.escapeIdentifier(role);
  await owner.query(`${exists ? "ALTER" : "CREATE"} ROLE ${name} LOGIN PASSWORD '${scramVerifier(password)}'`);
  await owner.query(`COMMENT ON ROLE ${name} IS ${owner.escapeLiteral(state.wanted)}`);
  if (await letsIn(url)) return { ok: true, url };
  return { ok: false, reason: `the server does not let the role ${role} in (see its pg_hba.conf)` };
}

async function makeRoles(owner: pg.Client, addresses: ServerAddresses): Promise<readonly [Made, Made]> {
  const own = async (role: string, given: string | null): Promise<Made> =>
    given === null ? makeRole(owner, addresses.given, role, addresses.secret) : { ok: true, url: given };
  await owner.query("SELECT pg_advisory_lock($1)", [ROLES_LOCK]);
  try {
    const made = [await own(APPLICATION_ROLE, addresses.application), await own(VAULT_ROLE, addresses.vault)] as const;
    // Those of migrations went to nobody if the roles were not there yet.
    await grantVaultRole(owner);
    await grantApplicationRole(owner);
    return made;
  } finally {
    await owner.query("SELECT pg_advisory_unlock($1)", [ROLES_LOCK]);
  }
}

/**
 * Sees to it that the application gets into a PostgreSQL server of the operator's as a role that its row security and
 * append-only grants hold, and to contact details as another: as the roles that the operator names, or as roles made here
 * when the owner may make any. Rejects when the server cannot be reached.
 * @param addresses of a database whose migrations are applied
 */
export async function ensureServerRoles(addresses: ServerAddresses): Promise<ServerRoles> {
  const { given, vault } = addresses;
  // An operator may have made the role long ago and named it in place of the owner.
  if ((await reachOf(given)).kind === "narrow") {
    return { kind: "separate", url: given, vaultUrl: vault };
  }
  const owner = new pg.Client({ connectionString: given });
  await owner.connect();
  try {
    const [forApplication, forVault] = await makeRoles(owner, addresses);
    if (!forApplication.ok) return { kind: "owner", reason: forApplication.reason };
    const vaultUrl = forVault.ok ? forVault.url : null;
    for (const url of vaultUrl === null ? [forApplication.url] : [forApplication.url, vaultUrl]) {
      const reach = await reachOf(url);
      if (reach.kind === "wide") {
        return {
          kind: "owner",
          reason: `the role ${reach.role} may change the audit trail, or passes by row security`,
        };
      }
    }
    return { kind: "separate", url: forApplication.url, vaultUrl };
  } finally {
    await owner.end();
  }
}
