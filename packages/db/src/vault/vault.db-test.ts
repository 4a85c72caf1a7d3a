import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useTestDatabase } from "../testing/test-database";
import { keysFromFile, keysFromText, makeKeyFile } from "./key-store";
import { keyringText, newKeyring, withNewKey } from "./keyring";
import { rotateKey } from "./rotate-key";
import { SealBroken } from "./seal";
import { openVault, type Vault } from "./vault";

const database = useTestDatabase();
const PROGRAMME = crypto.randomUUID();
const DENIED = "42501";
let folder: string;
let file: string;
let vault: Vault;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "alongside-vault-"));
  file = path.join(folder, "vault-keys.json");
  makeKeyFile(file);
  vault = openVault({ url: database.vaultUrl, keys: keysFromFile(file) });
});
afterAll(async () => {
  await vault.close();
  rmSync(folder, { recursive: true });
});

/** Runs a statement; gives its rows, or the code with which the server refused it. */
async function ask(url: string, ...statements: readonly string[]): Promise<readonly object[] | string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: readonly object[] = [];
    for (const statement of statements) rows = (await client.query<Record<string, unknown>>(statement)).rows;
    return rows;
  } catch (error) {
    return error instanceof pg.DatabaseError ? (error.code ?? "") : String(error);
  } finally {
    await client.end();
  }
}

async function store(person: string, fields: Readonly<Record<string, string>>, programmeId = PROGRAMME) {
  await vault.change(
    programmeId,
    async (change) => {
      for (const [field, text] of Object.entries(fields)) await change.put(person, field, text);
    },
    () => true,
  );
}
const opened = async (person: string, of: Vault = vault, programmeId = PROGRAMME) =>
  Object.fromEntries(await of.open(programmeId, person, ["name", "phone"]));

test("what is kept comes back, is corrected in place, and is gone when it is removed", async () => {
  const person = crypto.randomUUID();
  await store(person, { name: "Amina Odhiambo", phone: "+254 712 345678" });
  expect(await opened(person)).toEqual({ name: "Amina Odhiambo", phone: "+254 712 345678" });
  await store(person, { phone: "+254 733 000111" });
  expect(await opened(person)).toMatchObject({ phone: "+254 733 000111" });
  const removed = await vault.change(
    PROGRAMME,
    (change) => change.remove(person, ["phone"]),
    () => true,
  );
  expect(removed).toEqual(["phone"]);
  expect(await vault.fieldsOf(PROGRAMME, person)).toEqual(["name"]);
  const rest = await vault.change(
    PROGRAMME,
    (change) => change.remove(person, "all"),
    () => true,
  );
  expect(rest).toEqual(["name"]);
  const left = `SELECT 1 FROM vault.contact_detail WHERE participant_id = '${person}'`;
  expect(await ask(database.ownerUrl, left)).toEqual([]);
});

test("a change whose work fails or is turned down leaves nothing", async () => {
  const person = crypto.randomUUID();
  await vault.change(
    PROGRAMME,
    (change) => change.put(person, "name", "Amina"),
    () => false,
  );
  const failing = vault.change(
    PROGRAMME,
    async (change) => {
      await change.put(person, "name", "Amina");
      throw new Error("the trace was not written");
    },
    () => true,
  );
  await expect(failing).rejects.toThrow("the trace was not written");
  expect(await vault.fieldsOf(PROGRAMME, person)).toEqual([]);
});

test("the application's role may not look into the vault, and the vault's role at nothing else", async () => {
  await store(crypto.randomUUID(), { name: "Amina" });
  for (const statement of [
    "SELECT count(*) FROM vault.contact_detail",
    "DELETE FROM vault.contact_detail",
    "SET ROLE alongside_vault",
    "GRANT USAGE ON SCHEMA vault TO alongside_app",
  ]) {
    expect([statement, await ask(database.url, statement)]).toEqual([statement, DENIED]);
  }
  for (const statement of [
    "SELECT count(*) FROM participant",
    "SELECT count(*) FROM app_user",
    "SELECT count(*) FROM audit_event",
    "SET ROLE alongside_app",
    "TRUNCATE vault.contact_detail",
    "ALTER TABLE vault.contact_detail DISABLE ROW LEVEL SECURITY",
  ]) {
    expect([statement, await ask(database.vaultUrl, statement)]).toEqual([statement, DENIED]);
  }
});

test("the vault's role sees and writes the programme that was set, nothing without one, and does not carry it over", async () => {
  const [person, other] = [crypto.randomUUID(), crypto.randomUUID()];
  await store(person, { name: "Amina" }, other);
  const set = `SET LOCAL app.programme_id = '${other}'`;
  const rows = "SELECT participant_id FROM vault.contact_detail";
  expect(await ask(database.vaultUrl, rows)).toEqual([]);
  expect(await ask(database.vaultUrl, "BEGIN", set, rows)).toEqual([{ participant_id: person }]);
  expect(await ask(database.vaultUrl, "BEGIN", set, "COMMIT", rows)).toEqual([]);
  const move = `UPDATE vault.contact_detail SET programme_id = '${PROGRAMME}'`;
  expect(await ask(database.vaultUrl, "BEGIN", set, move)).toBe(DENIED);
  expect(await opened(person)).toEqual({});
  expect(await vault.countPeople(other)).toBe(1);
  await expect(vault.fieldsOf("x'; DROP TABLE vault.contact_detail; --", person)).rejects.toThrow(TypeError);
});

test("a row put in another person's place does not open", async () => {
  const [mine, theirs] = [crypto.randomUUID(), crypto.randomUUID()];
  await store(mine, { name: "Amina" });
  await store(theirs, { name: "Wanjiru" });
  await ask(
    database.ownerUrl,
    `UPDATE vault.contact_detail a SET sealed = b.sealed FROM vault.contact_detail b
      WHERE a.participant_id = '${mine}' AND b.participant_id = '${theirs}' AND a.field = b.field`,
  );
  await expect(opened(mine)).rejects.toThrow(SealBroken);
});

test("nothing of what is kept can be read in the database", async () => {
  const person = crypto.randomUUID();
  await store(person, { name: "Zephyrine Quillfeather", phone: "+62 811 2345 6789" });
  const dump = await ask(
    database.ownerUrl,
    "SELECT encode(sealed, 'escape') AS e, t::text FROM vault.contact_detail t",
  );
  expect(JSON.stringify(dump)).toContain(person);
  expect(JSON.stringify(dump)).not.toMatch(/zephyrine|quillfeather|811 2345/i);
});

test("the key file is for its owner alone, is made once, and is not read from the database", () => {
  const before = readFileSync(file, "utf8");
  makeKeyFile(file);
  expect(readFileSync(file, "utf8")).toBe(before);
  expect(statSync(file).mode & 0o077).toBe(0);
});

test("a rotation seals everything anew under a running server, then takes the old key away", async () => {
  const people = Array.from({ length: 230 }, () => crypto.randomUUID());
  for (const person of people) await store(person, { name: `Person ${person}`, phone: "+86 138 0013 8000" });
  await ask(database.ownerUrl, "DELETE FROM vault.contact_detail WHERE key_id = 'none'");
  // The row that a test above has spoiled on purpose would rightly stop it.
  await ask(database.ownerUrl, `DELETE FROM vault.contact_detail WHERE participant_id <> ALL ('{${people.join()}}')`);
  const old = keysFromFile(file).read();
  const writes: Promise<void>[] = [];
  const rotated = await rotateKey(database.ownerUrl, keysFromFile(file), (done) => {
    writes.push(store(people[done % people.length] ?? "", { phone: `corrected while it ran ${done}` }));
  });
  await Promise.all(writes);
  expect(writes.length).toBeGreaterThan(1);
  expect(rotated).toMatchObject({ verified: 460, oldKeysRemoved: 1 });
  const now = keysFromFile(file).read();
  expect(now.keys).toHaveLength(1);
  expect(now.keys[0].id).not.toBe(old.keys[0].id);
  expect(now.matching).toEqual(old.matching);
  for (const person of people) expect((await opened(person)).name).toBe(`Person ${person}`);
  const ids = await ask(database.ownerUrl, "SELECT DISTINCT key_id FROM vault.contact_detail");
  expect(ids).toEqual([{ key_id: now.keys[0].id }]);
});

test("a rotation that was interrupted goes on with the key it had made, and one that cannot open a value keeps all keys", async () => {
  const before = keysFromFile(file).read();
  // As after a kill in the first batch: the new key is in the file, everything still sealed with the old one.
  const interrupted = withNewKey(before);
  writeFileSync(file, keyringText(interrupted), { mode: 0o600 });
  await rotateKey(database.ownerUrl, keysFromFile(file));
  expect(
    keysFromFile(file)
      .read()
      .keys.map(({ id }) => id),
  ).toEqual([interrupted.keys[0].id]);

  const person = crypto.randomUUID();
  await store(person, { name: "Amina" });
  await ask(database.ownerUrl, `UPDATE vault.contact_detail SET field = 'phone' WHERE participant_id = '${person}'`);
  await expect(rotateKey(database.ownerUrl, keysFromFile(file))).rejects.toThrow(SealBroken);
  expect(keysFromFile(file).read().keys).toHaveLength(2);
  await ask(database.ownerUrl, `DELETE FROM vault.contact_detail WHERE participant_id = '${person}'`);
});

test("keys from the environment seal with the first and are left to the operator", async () => {
  const ring = newKeyring();
  const [person, programmeId] = [crypto.randomUUID(), crypto.randomUUID()];
  const before = openVault({ url: database.vaultUrl, keys: keysFromText(keyringText(ring)) });
  await ask(database.ownerUrl, "DELETE FROM vault.contact_detail");
  await before.change(
    programmeId,
    (change) => change.put(person, "name", "Amina"),
    () => true,
  );
  await before.close();
  const next = withNewKey(ring);
  const rotated = await rotateKey(database.ownerUrl, keysFromText(keyringText(next)));
  expect(rotated).toEqual({ sealedAgain: 1, verified: 1, oldKeysRemoved: 0 });
  const after = openVault({
    url: database.vaultUrl,
    keys: keysFromText(keyringText({ ...next, keys: [next.keys[0]] })),
  });
  expect(await opened(person, after, programmeId)).toEqual({ name: "Amina" });
  await after.close();
});
