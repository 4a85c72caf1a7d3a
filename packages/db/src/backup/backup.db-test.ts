import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeAll, beforeEach, describe, expect, inject, it, test } from "vitest";
import { appendEvents } from "../audit/append-events";
import { applyMigrations } from "../migrate/apply-migrations";
import { MIGRATIONS_DIRECTORY } from "../migrate/migrations-directory";
import { makeParticipant, makePerson, makeProgramme } from "../testing/factories";
import { useTestDatabase } from "../testing/test-database";
import { dropDatabase, withDatabase } from "../testing/test-server";
import { BackupError } from "./backup-failure";
import { checkBackup } from "./check-backup";
import { readAllTotals } from "./read-totals";
import { restoreBackup } from "./restore-backup";
import { makeKey, type Seal } from "./seal";
import { writeBackup } from "./write-backup";

const database = useTestDatabase();
const PASSPHRASE = "four plain words together";
const seal: Seal = { kind: "passphrase", passphrase: PASSPHRASE, workFactor: 4 };
const key = { kind: "passphrase", passphrase: PASSPHRASE } as const;
const NOW = new Date("2026-11-23T02:30:00Z");

let folder: string;
let targets: string[];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "alongside-backup-"));
  targets = [];
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  for (const name of targets) await dropDatabase(inject("testServer").ownerUrl, name);
});

/** Texts that COPY has to escape, and one in several scripts. */
const AWKWARD = 'tab\there, line\nbreak, back\\slash, \\N, "quotes", 中文, emoji 🙂';

beforeAll(async () => {
  const { programme, sites, cohorts } = await makeProgramme(database.db);
  await makePerson(database.db, { programmeId: programme.id, role: "evaluator" });
  await database.db.site.create({ data: { programmeId: programme.id, name: AWKWARD } });
  const at = { programmeId: programme.id, siteId: sites[0].id, cohortId: cohorts[0].id };
  for (let i = 0; i < 20; i += 1) await makeParticipant(database.db, at);
});

/** The address of a database that does not exist yet. */
function newTarget(): string {
  const name = `restored_${Math.random().toString(36).slice(2)}`;
  targets.push(name);
  return withDatabase(inject("testServer").ownerUrl, name);
}

const backUp = (options: Partial<Parameters<typeof writeBackup>[0]> = {}) =>
  writeBackup({ ownerUrl: database.ownerUrl, folder, seal, now: NOW, programVersion: "9.9.9", ...options });
const restore = (file: string, ownerUrl: string, options: Partial<Parameters<typeof restoreBackup>[0]> = {}) =>
  restoreBackup({ file, key, ownerUrl, migrationsDirectory: MIGRATIONS_DIRECTORY, ...options });

/** The code of the failure that something ends with. */
async function failureOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "it worked",
    (error: unknown) => (error instanceof BackupError ? error.failure.code : String(error)),
  );
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
const databaseExists = async (url: string) => {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const found = await query(withDatabase(url, "postgres"), `SELECT 1 FROM pg_database WHERE datname = '${name}'`);
  return found.length === 1;
};

test("what is restored is what was backed up, row for row, and the program runs on it", async () => {
  const { file, manifest } = await backUp();
  expect(path.basename(file)).toBe("alongside-20261123-023000Z.backup.age");
  expect(manifest.totals["public.participant"]?.rows).toBe(20);
  const target = newTarget();
  const report = await restore(file, target);
  expect(report.upgradedBy).toEqual([]);
  expect(report.rows).toBe(Object.values(manifest.totals).reduce((sum, { rows }) => sum + rows, 0));
  expect(await readAllTotals(target, manifest.tables)).toEqual(manifest.totals);
  expect(await query(target, `SELECT name FROM site WHERE name LIKE 'tab%'`)).toEqual([{ name: AWKWARD }]);
  expect(await applyMigrations(target, MIGRATIONS_DIRECTORY)).toMatchObject({ ok: true, applied: [] });
});

test("every table of every schema is in the backup but the history of migrations, and no sequence is needed", async () => {
  await database.owner.$executeRaw`CREATE SCHEMA elsewhere`;
  await database.owner
    .$executeRaw`CREATE TABLE elsewhere.thing (id uuid PRIMARY KEY, twice text GENERATED ALWAYS AS (id::text) STORED)`;
  await database.owner.$executeRaw`INSERT INTO elsewhere.thing VALUES (gen_random_uuid())`;
  try {
    const { manifest } = await backUp();
    const here = await query<{ name: string }>(
      database.ownerUrl,
      `SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const expected = here.map(({ name }) => name).filter((name) => name !== "public._prisma_migrations");
    expect(Object.keys(manifest.totals).sort()).toEqual(expected.sort());
    expect(manifest.totals["elsewhere.thing"]?.rows).toBe(1);
    expect(await query(database.ownerUrl, "SELECT 1 FROM pg_sequences")).toEqual([]);
  } finally {
    await database.owner.$executeRaw`DROP SCHEMA elsewhere CASCADE`;
  }
});

test("a backup shows one moment, although people go on working while it is made", async () => {
  let writing = true;
  const work = (async () => {
    while (writing) {
      // The person and the membership stand or fall together; a backup of two moments would have one without the other.
      await database.db.$transaction(async (tx) => {
        const programme = await tx.programme.findFirstOrThrow({ select: { id: true } });
        await makePerson(tx, { programmeId: programme.id, role: "researcher" });
      });
    }
  })();
  const { file, manifest } = await backUp();
  writing = false;
  await work;
  expect(manifest.totals["public.membership"]?.rows).toBe(manifest.totals["public.app_user"]?.rows);
  expect(await failureOf(restore(file, newTarget()))).toBe("it worked");
});

describe("a file that cannot be used changes nothing", () => {
  it.each([
    ["another passphrase", (_: string) => {}, "wrong-key", "not the passphrase"],
    ["a file cut off", (file: string) => truncateSync(file, readFileSync(file).length - 100), "damaged", PASSPHRASE],
    ["a file cut off early", (file: string) => truncateSync(file, 60), "not-a-backup", PASSPHRASE],
    ["one changed byte", flipByte, "damaged", PASSPHRASE],
    ["something else", (file: string) => writeFileSync(file, "id,name\n1,x\n"), "not-a-backup", PASSPHRASE],
    ["no file", (file: string) => rmSync(file), "file-unusable", PASSPHRASE],
  ] as const)("%s", async (_, harm, code, passphrase) => {
    const { file } = await backUp();
    harm(file);
    const target = newTarget();
    expect(await failureOf(restore(file, target, { key: { kind: "passphrase", passphrase } }))).toBe(code);
    expect(await databaseExists(target)).toBe(false);
  });

  it("a backup of a version that this one does not know", async () => {
    await database.owner.$executeRaw`
      INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('n', 'c', '29990101000000_later', now())`;
    const { file } = await backUp();
    await database.owner.$executeRaw`DELETE FROM _prisma_migrations WHERE id = 'n'`;
    const target = newTarget();
    expect(await failureOf(restore(file, target))).toBe("newer-version");
    expect(await databaseExists(target)).toBe(false);
  });

  it("a database that holds anything", async () => {
    const { file } = await backUp();
    const before = await query(database.ownerUrl, "SELECT count(*) FROM participant");
    expect(await failureOf(restore(file, database.ownerUrl))).toBe("database-not-empty");
    expect(await failureOf(restore(file, database.ownerUrl, { again: true }))).toBe("database-not-empty");
    expect(await query(database.ownerUrl, "SELECT count(*) FROM participant")).toEqual(before);
  });
});

function flipByte(file: string): void {
  const bytes = readFileSync(file);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

test("an interrupted restore leaves a database that nothing starts on, and that can be restored again", async () => {
  const { file, manifest } = await backUp();
  const target = newTarget();
  const cut = () => Promise.reject(new Error("the power went"));
  expect(await failureOf(restore(file, target, { beforeRelease: cut }))).toBe("database-unusable");
  expect(await applyMigrations(target, MIGRATIONS_DIRECTORY)).toMatchObject({
    ok: false,
    failure: { code: "restore-unfinished" },
  });
  expect(await failureOf(restore(file, target))).toBe("restore-unfinished");
  await restore(file, target, { again: true });
  expect(await readAllTotals(target, manifest.tables)).toEqual(manifest.totals);
});

test("a database that drops rows as they are loaded is found out before it is used", async () => {
  const { file } = await backUp();
  const target = newTarget();
  await query(withDatabase(target, "postgres"), `CREATE DATABASE ${targets[0]}`);
  await query(
    target,
    `CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN CASE WHEN NEW.name = ''South'' THEN NULL ELSE NEW END; END';
     CREATE FUNCTION sabotage() RETURNS event_trigger LANGUAGE plpgsql AS
     'BEGIN IF EXISTS (SELECT 1 FROM pg_event_trigger_ddl_commands() WHERE object_identity = ''public.site'')
        THEN CREATE TRIGGER lose BEFORE INSERT ON site FOR EACH ROW EXECUTE FUNCTION lose(); END IF; END';
     CREATE EVENT TRIGGER sabotage ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION sabotage()`,
  );
  expect(await failureOf(restore(file, target))).toBe("rows-differ");
  expect(await query(target, "SELECT count(*)::int AS n FROM programme")).toEqual([{ n: 0 }]);
});

test("a trail that was changed before the backup is told after the restore, which says which trails hold", async () => {
  const { id: programmeId } = await database.owner.programme.findFirstOrThrow();
  const subjects = [randomUUID(), randomUUID()];
  const events = [...subjects, ...subjects].map((subjectId) => {
    return { subjectId, programmeId, id: randomUUID(), actorId: null, action: "site.create", detail: {}, at: NOW };
  });
  await database.owner.$transaction(async (tx) => {
    for (const statement of appendEvents(events)) await tx.$executeRaw(statement);
  });
  const { trails } = await restore((await backUp()).file, newTarget());
  expect(trails).toMatchObject({ faults: 0 });
  expect(trails.events).toBeGreaterThanOrEqual(4);
  await database.owner
    .$executeRaw`UPDATE audit_event SET action = 'site.update' WHERE subject_id = ${subjects[0]}::uuid AND sequence = 1`;
  expect((await restore((await backUp()).file, newTarget())).trails.faults).toBeGreaterThan(0);
});

test("two restores into one database do not mix", async () => {
  const { file } = await backUp();
  const target = newTarget();
  let second = "";
  await restore(file, target, {
    beforeRelease: async () => {
      second = await failureOf(restore(file, target, { again: true }));
    },
  });
  expect(second).toBe("restore-running");
});

test("nothing can be read in the file, and a machine with the public key alone cannot open its own backups", async () => {
  const { identity, recipient } = await makeKey();
  const { file } = await backUp({ seal: { kind: "recipient", recipient } });
  const bytes = readFileSync(file).toString("latin1");
  for (const word of ["participant", "North", "example.org", "INSERT", "head.json"]) expect(bytes).not.toContain(word);
  const { recipient: _, ...stranger } = await makeKey();
  expect(await failureOf(checkBackup(file, { kind: "identity", identity: stranger.identity }))).toBe("wrong-key");
  expect(await failureOf(checkBackup(file, { kind: "passphrase", passphrase: recipient }))).toBe("wrong-key");
  expect((await checkBackup(file, { kind: "identity", identity })).programVersion).toBe("9.9.9");
});

test("a role that row security filters makes no backup, rather than one with rows left out", async () => {
  expect(await failureOf(backUp({ ownerUrl: database.url }))).toBe("database-unusable");
  expect(readdirSync(folder)).toEqual([]);
});
