import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROLES } from "@alongside/domain/access/role";
import pg from "pg";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { dropDatabase, withDatabase } from "../testing/test-server";
import { applyMigrations } from "./apply-migrations";
import { MIGRATIONS_DIRECTORY } from "./migrations-directory";

const COMMITTED = readdirSync(MIGRATIONS_DIRECTORY, { withFileTypes: true }).filter((entry) => entry.isDirectory());

let folder: string;
let url: string;
const name = () => new URL(url).pathname.slice(1);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "alongside-migrations-"));
  cpSync(MIGRATIONS_DIRECTORY, folder, { recursive: true });
  url = withDatabase(inject("testServer").ownerUrl, `migrate_${crypto.randomUUID().replaceAll("-", "")}`);
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await dropDatabase(url, name());
});

function addMigration(migration: string, sql: string): void {
  mkdirSync(path.join(folder, migration), { recursive: true });
  writeFileSync(path.join(folder, migration, "migration.sql"), sql);
}

async function ask<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

test("makes the database, applies everything once, and again does nothing", async () => {
  const first = await applyMigrations(url, folder);
  expect(first).toMatchObject({ ok: true, applied: COMMITTED.map((entry) => entry.name) });
  expect(await applyMigrations(url, folder)).toMatchObject({ ok: true, applied: [] });
});

test("several starts at once apply each migration once", async () => {
  const outcomes = await Promise.all([1, 2, 3].map(() => applyMigrations(url, folder)));
  expect(outcomes.flatMap((outcome) => (outcome.ok ? outcome.applied : ["failed"]))).toHaveLength(COMMITTED.length);
});

test("the application's own role finds nothing to apply, and may look", async () => {
  await applyMigrations(url, folder);
  const restricted = withDatabase(inject("testServer").applicationUrl, name());
  expect(await applyMigrations(restricted, folder)).toMatchObject({ ok: true, applied: [] });
});

test("a migration that fails half-way leaves nothing, and succeeds once mended", async () => {
  const half = "CREATE TABLE half (id uuid PRIMARY KEY); DO $$ BEGIN PERFORM 1; END $$; SELECT 1 / 0;";
  addMigration("29990101000000_half", half);
  const outcome = await applyMigrations(url, folder);
  expect(outcome).toMatchObject({
    ok: false,
    failure: { code: "statement-failed", migration: "29990101000000_half", detail: "division by zero" },
  });
  expect(await ask("SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
  // What came before it stays.
  expect(await ask("SELECT to_regclass('score') IS NOT NULL AS kept")).toEqual([{ kept: true }]);
  addMigration("29990101000000_half", "CREATE TABLE half (id uuid PRIMARY KEY);");
  expect(await applyMigrations(url, folder)).toMatchObject({ ok: true, applied: ["29990101000000_half"] });
});

test("a migration edited after it was applied is refused", async () => {
  addMigration("29990101000000_later", "SELECT 1;");
  await applyMigrations(url, folder);
  addMigration("29990101000000_later", "SELECT 2;");
  expect(await applyMigrations(url, folder)).toMatchObject({ ok: false, failure: { code: "edited" } });
});

test("a database newer than the program is refused", async () => {
  addMigration("29990101000000_later", "SELECT 1;");
  await applyMigrations(url, folder);
  expect(await applyMigrations(url, MIGRATIONS_DIRECTORY)).toMatchObject({
    ok: false,
    failure: { code: "unknown-migration", migration: "29990101000000_later" },
  });
});

test("a failure that Prisma recorded waits for a person", async () => {
  await applyMigrations(url, folder);
  await ask(`INSERT INTO "_prisma_migrations" (id, checksum, migration_name, logs) VALUES ('x', '', 'by_hand', 'why')`);
  expect(await applyMigrations(url, folder)).toMatchObject({
    ok: false,
    failure: { code: "unresolved", detail: "why" },
  });
});

test("the roles the database accepts are those of the domain", async () => {
  await applyMigrations(url, folder);
  const [row] = await ask<{ definition: string }>(
    "SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = 'membership_role_check'",
  );
  const accepted = [...(row?.definition ?? "").matchAll(/'([^']+)'::text/g)].map((match) => match[1]);
  expect(accepted.sort()).toEqual([...ROLES].sort());
});

test("a score has a value exactly when it was scored", async () => {
  await applyMigrations(url, folder);
  const value = async (outcome: string, number: string) => {
    const insert = `BEGIN; SET CONSTRAINTS ALL DEFERRED; ALTER TABLE score DROP CONSTRAINT score_participant_id_assessment_id_fkey;
      INSERT INTO score (participant_id, assessment_id, measure, programme_id, site_id, cohort_id, timepoint_id, outcome,
        value, items_used, items_total, provenance)
      SELECT u, u, 'm', u, u, u, u, '${outcome}', ${number}, 1, 1, '{}' FROM gen_random_uuid() u; ROLLBACK`;
    return ask(insert).then(
      () => "accepted",
      () => "refused",
    );
  };
  expect(await value("scored", "0")).toBe("accepted");
  expect(await value("incomplete", "NULL")).toBe("accepted");
  expect(await value("scored", "NULL")).toBe("refused");
  expect(await value("incomplete", "0")).toBe("refused");
  expect(await value("scored", "'NaN'")).toBe("refused");
  expect(await value("guessed", "NULL")).toBe("refused");
});
