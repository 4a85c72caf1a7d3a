import pg from "pg";
import { expect, test } from "vitest";
import { APPLICATION_ROLE } from "../embedded/application-role";
import { useTestDatabase } from "../testing/test-database";
import { grantApplicationRole } from "./application-grants";

const database = useTestDatabase();

/** Runs statements as the application's role in a transaction that is rolled back; makes the role where it is missing. */
async function asApplication(statements: readonly string[]): Promise<(number | string | null)[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    await client.query(
      `DO $$ BEGIN CREATE ROLE ${APPLICATION_ROLE}; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    );
    await grantApplicationRole(client);
    await client.query("BEGIN");
    await client.query(`SET LOCAL ROLE ${APPLICATION_ROLE}`);
    const outcomes: (number | string | null)[] = [];
    for (const statement of statements) {
      await client.query("SAVEPOINT before");
      try {
        outcomes.push((await client.query(statement)).rowCount);
      } catch (error) {
        outcomes.push(error instanceof pg.DatabaseError ? (error.code ?? null) : String(error));
        await client.query("ROLLBACK TO before");
      }
    }
    await client.query("ROLLBACK");
    return outcomes;
  } finally {
    await client.end();
  }
}

const DENIED = "42501";

test("the application adds and reads audit events, and cannot change, remove or unlock them", async () => {
  const programme = "01890a5d-ac96-774b-bcce-b302099a8057";
  const event = `gen_random_uuid(), gen_random_uuid(), '${programme}', 'test.done', 1, sha256('x')`;
  const outcomes = await asApplication([
    `SET LOCAL app.programme_id = '${programme}'`,
    `INSERT INTO audit_event (subject_id, id, programme_id, action, sequence, hash) VALUES (${event})`,
    "SELECT * FROM audit_event",
    // Answered with a warning; what follows shows that it gave nothing.
    `GRANT ALL ON audit_event TO ${APPLICATION_ROLE}`,
    "UPDATE audit_event SET action = 'test.undone'",
    "DELETE FROM audit_event",
    "TRUNCATE audit_event",
    "DROP TABLE audit_event",
    "ALTER TABLE audit_event DISABLE TRIGGER ALL",
    `DELETE FROM "_prisma_migrations"`,
  ]);
  expect(outcomes).toEqual([null, 1, 1, null, DENIED, DENIED, DENIED, DENIED, DENIED, DENIED]);
});

test("what was collected cannot be changed or removed, only stop being current", async () => {
  const outcomes = await asApplication([
    "UPDATE assessment SET answers = '{}'",
    "DELETE FROM assessment",
    "UPDATE score SET value = 0",
    "DELETE FROM score",
    "UPDATE enrolment SET status = 'active'",
    "DELETE FROM enrolment",
    "UPDATE assessment_conflict SET content = '{}'",
    "DELETE FROM assessment_conflict",
    "DELETE FROM participant",
    "UPDATE participant SET code = 'another'",
    "UPDATE lab_result SET value = '20'",
    "UPDATE lab_result SET checks = '[]'",
    "DELETE FROM lab_result",
    "UPDATE lab_verification SET decision = 'verified'",
    "DELETE FROM lab_verification",
    "UPDATE lab_second_entry SET differences = '[]'",
    "UPDATE treatment_start SET started_on = '2020-01-01'",
    "DELETE FROM treatment_start",
    "UPDATE counselling_event SET note = ''",
    "UPDATE counselling_loop SET opened_on = '2020-01-01'",
    "UPDATE laboratory_settings SET rule_id = 'other'",
    "UPDATE laboratory_mapping SET content = '{}'",
    "UPDATE assay SET content = '{}'",
    "DELETE FROM assay",
  ]);
  expect(outcomes).toEqual(outcomes.map(() => DENIED));
  const allowed = await asApplication([
    "UPDATE assessment SET current = false",
    "UPDATE score SET current = false",
    "UPDATE enrolment SET current = false",
    "UPDATE assessment_conflict SET resolution = 'stored'",
    "UPDATE lab_result SET current = false, verification = 'queried', undone_at = now()",
    "UPDATE treatment_start SET current = false",
    "UPDATE counselling_loop SET closed_on = opened_on, outcome = 'ended'",
    "UPDATE assay SET active = false",
    "SELECT 1 FROM participant FOR UPDATE",
  ]);
  expect(allowed).toEqual(allowed.map(() => 0));
});

test("it can do its ordinary work", async () => {
  const programme = "01890a5d-ac96-774b-bcce-b302099a8057";
  const outcomes = await asApplication([
    `SET LOCAL app.programme_id = '${programme}'`,
    `INSERT INTO programme (id, slug, name) VALUES ('${programme}', 'ordinary', 'Ordinary')`,
    "UPDATE programme SET name = 'Renamed' WHERE slug = 'ordinary'",
    "DELETE FROM programme WHERE slug = 'ordinary'",
  ]);
  expect(outcomes).toEqual([null, 1, 1, 1]);
});

test("it makes nothing of its own, not for a moment either", async () => {
  const outcomes = await asApplication([
    "CREATE TEMP TABLE participant (n int)",
    "CREATE TABLE own (n int)",
    "CREATE VIEW own AS SELECT 1",
    "CREATE FUNCTION own() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE FUNCTION pg_temp.own() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE SCHEMA own",
  ]);
  expect(outcomes).toEqual(outcomes.map(() => DENIED));
});
