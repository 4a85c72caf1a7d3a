import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OUTSIDE_PROGRAMMES } from "../catalog/row-security";
import { makeParticipant, makeProgramme } from "../testing/factories";
import { useTestDatabase } from "../testing/test-database";
import { settingsOf } from "./opening";

// Whoever gets past the application still meets the database: these tests speak SQL as the application's own role.
const database = useTestDatabase();
let app: pg.Client;
let mine: Awaited<ReturnType<typeof makeProgramme>>;
let foreign: Awaited<ReturnType<typeof makeProgramme>>;
let here: string;
let there: string;

beforeAll(async () => {
  const { db } = database;
  [mine, foreign] = [await makeProgramme(db), await makeProgramme(db)];
  for (const { programme, sites, cohorts } of [mine, foreign]) {
    for (const site of sites) {
      const place = { programmeId: programme.id, siteId: site.id, cohortId: cohorts[0].id };
      const { participant } = await makeParticipant(db, place);
      const [participantId, assessmentId, timepointId] = [participant.participantId, randomUUID(), randomUUID()];
      const form = { instrument: "test", edition: "1", mode: "paper", language: "en", answers: {}, contentHash: "" };
      const data = { participantId, id: assessmentId, programmeId: programme.id, timepointId, ...form };
      await db.assessment.create({ data: { ...data, answeredOn: new Date("2026-02-01") } });
      const counted = { outcome: "scored", value: 1, itemsUsed: 1, itemsTotal: 1, provenance: {} };
      await db.score.create({
        data: { participantId, assessmentId, measure: "test", timepointId, ...place, ...counted },
      });
    }
  }
  [here, there] = [mine.programme.id, foreign.programme.id];
  app = new pg.Client({ connectionString: database.url });
  await app.connect();
});
afterAll(() => app.end());

const DENIED = "42501";

/** What a statement gives inside a transaction with these settings, which is undone: rows, or the code of the refusal. */
async function attempt(settings: string | null, statement: string): Promise<number | string> {
  await app.query("BEGIN");
  try {
    if (settings !== null) await app.query(settings);
    return (await app.query(statement)).rowCount ?? 0;
  } catch (error) {
    return error instanceof pg.DatabaseError ? (error.code ?? "") : String(error);
  } finally {
    await app.query("ROLLBACK");
  }
}

const all = (programmeId: string) => settingsOf({ programmeId, siteIds: "all" });
const atSite = (site: 0 | 1) => settingsOf({ programmeId: here, siteIds: [mine.sites[site].id] });

/** Tables with rows of both programmes, and how many each has. */
const TABLES: Readonly<Record<string, number>> = {
  programme: 1,
  site: 2,
  cohort: 2,
  timepoint: 3,
  participant: 2,
  participant_code: 2,
  enrolment: 2,
  assessment: 2,
  score: 2,
};

describe("reading", () => {
  it("finds nothing in any table without a programme", async () => {
    const tables = await app.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1::text[])`,
      [[...OUTSIDE_PROGRAMMES]],
    );
    expect(tables.rows.length).toBeGreaterThan(30);
    for (const { name } of tables.rows)
      expect([name, await attempt(null, `SELECT 1 FROM "${name}"`)]).toEqual([name, 0]);
  });

  it.each(Object.entries(TABLES))("of %s finds the rows of its own programme only", async (table, rows) => {
    expect(await attempt(all(here), `SELECT 1 FROM ${table}`)).toBe(rows);
    expect(await attempt(all(randomUUID()), `SELECT 1 FROM ${table}`)).toBe(0);
    const column =
      { programme: "id::text", participant_code: "split_part(claim, ':', 1)" }[table] ?? "programme_id::text";
    expect(await attempt(all(here), `SELECT 1 FROM ${table} WHERE ${column} = '${there}'`)).toBe(0);
  });

  it.each(["participant", "score"])("of %s finds the rows of its own site only", async (table) => {
    expect(await attempt(atSite(0), `SELECT 1 FROM ${table}`)).toBe(1);
    expect(await attempt(atSite(0), `SELECT 1 FROM ${table} WHERE site_id = '${mine.sites[1].id}'`)).toBe(0);
    expect(await attempt(settingsOf({ programmeId: here, siteIds: [] }), `SELECT 1 FROM ${table}`)).toBe(0);
    expect(
      await attempt(settingsOf({ programmeId: here, siteIds: [foreign.sites[0].id] }), `SELECT 1 FROM ${table}`),
    ).toBe(0);
    expect(await attempt(`SET LOCAL app.programme_id = '${here}'`, `SELECT 1 FROM ${table}`)).toBe(0);
  });

  it("cannot be had through a join, a function, a count or a lock either", async () => {
    const leak =
      "SELECT 1 FROM site s LEFT JOIN participant p ON p.programme_id <> s.programme_id WHERE p.code IS NOT NULL";
    expect(await attempt(all(here), leak)).toBe(0);
    expect(await attempt(all(here), `SELECT 1 FROM participant WHERE programme_id = '${there}' FOR UPDATE`)).toBe(0);
    const counted = await app.query(`SELECT count(*)::int AS n FROM participant`);
    expect(counted.rows).toEqual([{ n: 0 }]);
  });
});

describe("writing", () => {
  const site = (programmeId: string) =>
    `INSERT INTO site (id, programme_id, name) VALUES (gen_random_uuid(), '${programmeId}', 'New')`;

  it("puts nothing into another programme, and nothing anywhere without one", async () => {
    expect(await attempt(all(here), site(here))).toBe(1);
    expect(await attempt(all(here), site(there))).toBe(DENIED);
    expect(await attempt(null, site(here))).toBe(DENIED);
    const claim = `INSERT INTO participant_code (claim, participant_id) VALUES ('${there}:X', gen_random_uuid())`;
    expect(await attempt(all(here), claim)).toBe(DENIED);
  });

  it("moves no row to another programme or another site", async () => {
    expect(await attempt(all(here), `UPDATE site SET programme_id = '${there}'`)).toBe(DENIED);
    expect(await attempt(all(here), `UPDATE participant SET site_id = site_id`)).toBe(2);
    expect(await attempt(atSite(0), `UPDATE participant SET site_id = '${mine.sites[1].id}'`)).toBe(DENIED);
  });

  it("writes nothing of its own about somebody of another programme, and learns nothing of them by trying", async () => {
    const theirs = await database.db.participant.findFirstOrThrow({ where: { programmeId: there } });
    const spoken = { decidedOn: new Date("2026-02-01"), language: "en", witness: "spoken", version: 0 };
    await database.db.consent.create({
      data: { participantId: theirs.participantId, programmeId: there, purpose: "contact", state: "given", ...spoken },
    });
    const nowhere = "23503";
    for (const person of [theirs.participantId, randomUUID()]) {
      const row = `'${person}', gen_random_uuid(), '${here}'`;
      const statements = [
        `INSERT INTO consent (participant_id, id, programme_id, purpose, state, decided_on, language, witness, version, current)
         VALUES (${row}, 'contact', 'given', '2026-02-01', 'en', 'spoken', 0, true)`,
        `INSERT INTO withdrawal (participant_id, id, programme_id, level, from_on, leaves_out, reason, recorded_by_id)
         VALUES (${row}, 'contact', '2026-02-01', false, 'other', gen_random_uuid())`,
        `INSERT INTO enrolment (participant_id, id, programme_id, status, enrolled_on) VALUES (${row}, 'active', '2026-02-01')`,
      ];
      for (const statement of statements) expect(await attempt(all(here), statement)).toBe(nowhere);
    }
  });

  it("changes and removes nothing of another programme", async () => {
    expect(await attempt(all(here), `UPDATE site SET name = 'Taken' WHERE programme_id = '${there}'`)).toBe(0);
    expect(await attempt(all(here), `DELETE FROM site WHERE programme_id = '${there}'`)).toBe(0);
    expect(await attempt(null, "DELETE FROM membership")).toBe(0);
    const taken = `INSERT INTO site SELECT '${foreign.sites[0].id}', '${here}', 'Taken' ON CONFLICT (id) DO UPDATE SET name = 'Taken'`;
    expect(await attempt(all(here), taken)).toBe(DENIED);
  });
});

describe("the wall itself", () => {
  it.each([
    ["ALTER TABLE participant DISABLE ROW LEVEL SECURITY", DENIED],
    ["ALTER TABLE participant NO FORCE ROW LEVEL SECURITY", DENIED],
    ["DROP POLICY app_programme ON participant", DENIED],
    ["ALTER POLICY app_programme ON participant USING (true)", DENIED],
    ["CREATE POLICY all_of_it ON participant USING (true)", DENIED],
    ["SELECT app_guard('participant')", DENIED],
    ["ALTER ROLE alongside_app BYPASSRLS", DENIED],
    ["CREATE OR REPLACE FUNCTION app_roles_of(uuid) RETURNS int LANGUAGE sql AS 'SELECT 1'", DENIED],
    ["CREATE VIEW every AS SELECT * FROM participant", DENIED],
    ["SET LOCAL session_replication_role = replica", DENIED],
    ["COPY participant TO PROGRAM 'cat'", DENIED],
  ])("stands against %s", async (statement, refusal) => {
    expect(await attempt(all(here), statement)).toBe(refusal);
  });

  it("cannot be walked around as another role", async () => {
    const owner = decodeURIComponent(new URL(database.ownerUrl).username);
    expect(await attempt(all(here), `SET LOCAL ROLE "${owner}"`)).toBe(DENIED);
    expect(await attempt(all(here), `SET SESSION AUTHORIZATION "${owner}"`)).toBe(DENIED);
    const role = await app.query(
      "SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = current_user",
    );
    expect(role.rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false }]);
    expect((await app.query("SELECT 1 FROM pg_tables WHERE tableowner = current_user")).rowCount).toBe(0);
  });

  it("refuses to run a statement at all where row security is asked to be off", async () => {
    expect(await attempt(`${all(here)}; SET LOCAL row_security = off`, "SELECT 1 FROM participant")).toBe(DENIED);
  });

  it("is up again in the next transaction on the same connection, however the last one ended", async () => {
    for (const end of ["COMMIT", "ROLLBACK"]) {
      await app.query(`BEGIN; ${all(here)}`);
      expect((await app.query("SELECT 1 FROM participant")).rowCount).toBe(2);
      await app.query(end);
      expect((await app.query("SELECT 1 FROM participant")).rowCount).toBe(0);
    }
  });

  it("is not left by leading what runs with the owner's rights to tables of one's own", async () => {
    // Taken from it in every database the program sets up (application-grants); here the wall has to hold without that.
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query<{ name: string }>("SELECT current_database() AS name");
    await owner.query(`GRANT TEMPORARY ON DATABASE ${owner.escapeIdentifier(rows[0]?.name ?? "")} TO PUBLIC`);
    await owner.end();
    const [person, by] = [randomUUID(), randomUUID()];
    const told: string[] = [];
    app.on("notice", ({ message }) => told.push(message ?? ""));
    const lure = `
      CREATE TEMP TABLE participant AS SELECT '${person}'::uuid AS participant_id, '${here}'::uuid AS programme_id, '' AS code;
      CREATE TEMP TABLE withdrawal AS SELECT '${person}'::uuid AS participant_id, '${here}'::uuid AS programme_id,
        true AS current, 'erase' AS level, '${by}'::uuid AS recorded_by_id;
      CREATE TEMP TABLE change_statistic_delta (participant_id uuid);
      CREATE TEMP TABLE computation (programme_id uuid);
      CREATE FUNCTION pg_temp.own() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE NOTICE 'ran as %', current_user; RETURN NULL; END $$;
      CREATE TRIGGER own BEFORE DELETE ON computation FOR EACH STATEMENT EXECUTE FUNCTION pg_temp.own();
      GRANT ALL ON participant, withdrawal, change_statistic_delta, computation TO PUBLIC; ${all(here)}`;
    const nobody = "P0002";
    expect(await attempt(lure, `SELECT app_erase_participant('${here}', '${person}', '${randomUUID()}')`)).toBe(nobody);
    expect(told.filter((message) => message.startsWith("ran as"))).toEqual([]);
  });

  it("shows of other programmes only where one named person has which role", async () => {
    const person = await database.db.user.create({ data: { name: "Two", email: `${randomUUID()}@example.org` } });
    for (const programmeId of [here, there]) {
      await database.db.membership.create({ data: { userId: person.id, programmeId, role: "evaluator" } });
    }
    expect(await attempt(null, `SELECT 1 FROM app_roles_of('${person.id}')`)).toBe(2);
    expect(await attempt(null, `SELECT 1 FROM app_roles_of('${randomUUID()}')`)).toBe(0);
  });
});
