import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { APPLICATION_ROLE } from "../embedded/application-role";
import { VAULT_ROLE } from "../embedded/vault-role";
import { makeOperatorsServer, type OperatorsServer, run } from "../testing/operators-server";
import { holdsSealed } from "../vault/holds-sealed";
import { ensureServerRoles, type ServerRoles } from "./server-roles";

let server: OperatorsServer;
let administrator: string;
let given: string;

const refusal = (url: string, ...statements: readonly string[]): Promise<string> =>
  run(url, ...statements).then(
    () => "allowed",
    (error: unknown) => (error instanceof pg.DatabaseError ? (error.code ?? "") : String(error)),
  );

const ensure = (changes: Partial<Parameters<typeof ensureServerRoles>[0]> = {}): Promise<ServerRoles> =>
  ensureServerRoles({ given, application: null, vault: null, secret: "first secret of an installation", ...changes });

async function separate(changes: Partial<Parameters<typeof ensureServerRoles>[0]> = {}) {
  const roles = await ensure(changes);
  if (roles.kind === "owner" || roles.vaultUrl === null) throw new Error(JSON.stringify(roles));
  return { url: roles.url, vaultUrl: roles.vaultUrl };
}

const OURS = "01890a5d-ac96-774b-bcce-b302099a8057";
const THEIRS = "01890a5d-ac96-774b-bcce-b302099a8058";

beforeAll(async () => {
  server = await makeOperatorsServer();
  administrator = server.administrator;
  given = server.asOwner("clinic");
});
beforeEach(() => server.begin("clinic"));
afterAll(() => server.remove());

test("on an operator's server the application cannot change the trail, nor see another programme", async () => {
  const { url } = await separate();
  const event = (programme: string) =>
    `INSERT INTO audit_event (subject_id, id, programme_id, action, sequence, hash)
     VALUES (gen_random_uuid(), gen_random_uuid(), '${programme}', 'test.done', 1, sha256('x'))`;
  const inside = ["BEGIN", `SET LOCAL app.programme_id = '${OURS}'`];
  await run(url, ...inside, event(OURS), "COMMIT");
  await run(given, event(THEIRS), `INSERT INTO programme (id, slug, name) VALUES ('${THEIRS}', 'theirs', 'Theirs')`);

  expect(await refusal(url, ...inside, "UPDATE audit_event SET action = 'test.undone'")).toBe("42501");
  expect(await refusal(url, ...inside, "DELETE FROM audit_event")).toBe("42501");
  expect(await refusal(url, "ALTER TABLE audit_event DISABLE ROW LEVEL SECURITY")).toBe("42501");
  expect(await refusal(url, "SET ROLE clinic_owner")).toBe("42501");
  const seen = await run(url, ...inside, "SELECT programme_id FROM audit_event", "SELECT 1 FROM programme");
  expect(seen[2]?.rows).toEqual([{ programme_id: OURS }]);
  expect(seen[3]?.rows).toEqual([]);
  expect((await run(url, "SELECT 1 FROM audit_event"))[0]?.rows).toEqual([]);
});

test("contact details open to their own role alone", async () => {
  const { url, vaultUrl } = await separate();
  expect(await refusal(url, "SELECT 1 FROM vault.contact_detail")).toBe("42501");
  expect(await refusal(vaultUrl, "SELECT 1 FROM vault.contact_detail")).toBe("allowed");
  expect(await refusal(vaultUrl, "SELECT 1 FROM participant")).toBe("42501");
  // Whoever starts it sees as the owner whether keys are needed for what is kept.
  expect(await holdsSealed(given)).toBe(false);
  const id = "gen_random_uuid()";
  await run(
    administrator.replace("/postgres", "/clinic"),
    `INSERT INTO duplicate_mark VALUES ('x:like:y', ${id}, ${id})`,
  );
  expect(await holdsSealed(given)).toBe(true);
});

test("every server of an installation gets in by itself, and after the secret was changed", async () => {
  const first = await separate();
  const [again, atOnce] = await Promise.all([separate(), separate()]);
  expect([again, atOnce]).toEqual([first, first]);
  const changed = await separate({ secret: "second secret of an installation" });
  expect(changed.url).not.toBe(first.url);
  expect(await refusal(changed.url, "SELECT 1")).toBe("allowed");
  expect(await refusal(first.url, "SELECT 1")).toBe("28P01");
});

test("the password stands in no statement", async () => {
  const { url } = await separate();
  const stored = await run(administrator, `SELECT rolpassword FROM pg_authid WHERE rolname = '${APPLICATION_ROLE}'`);
  expect(stored[0]?.rows[0].rolpassword).toMatch(/^SCRAM-SHA-256\$4096:/);
  expect(stored[0]?.rows[0].rolpassword).not.toContain(new URL(url).password);
});

test("an owner that may not make roles is told so, unless roles are there", async () => {
  await run(administrator, "ALTER ROLE clinic_owner NOCREATEROLE");
  const none = await ensure();
  expect(none).toEqual({ kind: "owner", reason: "the role of DATABASE_URL may not make the role alongside_app" });

  await run(administrator, ...[APPLICATION_ROLE, VAULT_ROLE].map((role) => `CREATE ROLE ${role} LOGIN PASSWORD 'own'`));
  const own = (role: string) => given.replace("clinic_owner:chosen", `${role}:own`);
  const named = await separate({ application: own(APPLICATION_ROLE), vault: own(VAULT_ROLE) });
  expect(named).toEqual({ url: own(APPLICATION_ROLE), vaultUrl: own(VAULT_ROLE) });
  expect(await refusal(named.url, "BEGIN", "DELETE FROM audit_event")).toBe("42501");
  expect(await refusal(named.vaultUrl, "SELECT 1 FROM vault.contact_detail")).toBe("allowed");
  // Named in place of the owner, as it may have been for years.
  expect(await ensure({ given: named.url })).toEqual({ kind: "separate", url: named.url, vaultUrl: null });
});

test("a role of somebody else's is not given another password", async () => {
  await run(administrator, `CREATE ROLE ${APPLICATION_ROLE} LOGIN PASSWORD 'of another installation'`);
  expect(await ensure()).toMatchObject({
    kind: "owner",
    reason: expect.stringContaining("not made for this database"),
  });
  expect(await refusal(given.replace("clinic_owner:chosen", `${APPLICATION_ROLE}:of%20another%20installation`))).toBe(
    "allowed",
  );
});

test.each([
  ["owns the tables", []],
  ["passes by row security", ["CREATE ROLE too_wide LOGIN BYPASSRLS PASSWORD 'chosen'"]],
  [
    "may become the owner",
    ["CREATE ROLE too_wide LOGIN NOINHERIT PASSWORD 'chosen'", "GRANT clinic_owner TO too_wide"],
  ],
])("a role named for the application that %s will not do", async (_, statements) => {
  await run(administrator, "DROP ROLE IF EXISTS too_wide", ...statements);
  const application = statements.length === 0 ? given : given.replace("clinic_owner", "too_wide");
  const role = statements.length === 0 ? "clinic_owner" : "too_wide";
  expect(await ensure({ application })).toMatchObject({ kind: "owner", reason: expect.stringContaining(role) });
  await run(administrator, "DROP ROLE IF EXISTS too_wide");
});
