import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useTestDatabase } from "../testing/test-database";
import { unguardedTables } from "./row-security";

const database = useTestDatabase();
let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(() => owner.end());

/** The holes that statements of a migration would leave. */
async function holesAfter(statements: string) {
  await owner.query("BEGIN");
  await owner.query(statements);
  const holes = await unguardedTables(owner);
  await owner.query("ROLLBACK");
  return holes;
}

const TABLE = "CREATE TABLE fresh (id uuid PRIMARY KEY, programme_id uuid NOT NULL, site_id uuid NOT NULL)";

test("every table is guarded, but for those of signing in", async () => {
  expect(await unguardedTables(owner)).toEqual([]);
});

test("one line of its migration guards a new table, in the schema of contacts too", async () => {
  expect(await holesAfter(`${TABLE}; SELECT app_guard('fresh')`)).toEqual([]);
  const elsewhere = "CREATE SCHEMA apart; CREATE TABLE apart.fresh (id uuid PRIMARY KEY, programme_id uuid NOT NULL)";
  expect(await holesAfter(`${elsewhere}; SELECT app_guard('apart.fresh')`)).toEqual([]);
});

test.each([
  ["a forgotten table", TABLE, ["no-row-security", "not-by-site"]],
  ["one without a programme", "CREATE TABLE fresh (id uuid PRIMARY KEY)", ["no-row-security"]],
  [
    "a policy of somebody's own",
    `${TABLE}; ALTER TABLE fresh ENABLE ROW LEVEL SECURITY; CREATE POLICY app_programme ON fresh USING (true)`,
    ["not-by-site", "not-the-policy"],
  ],
  [
    "a policy that lets everything be written",
    `${TABLE}; SELECT app_guard('fresh'); ALTER POLICY app_programme ON fresh WITH CHECK (true)`,
    ["not-the-policy"],
  ],
  [
    "a second policy that widens the first",
    `${TABLE}; SELECT app_guard('fresh'); CREATE POLICY all_of_it ON fresh FOR SELECT USING (true)`,
    ["other-policy"],
  ],
  [
    "a wall taken down again",
    `${TABLE}; SELECT app_guard('fresh'); ALTER TABLE fresh DISABLE ROW LEVEL SECURITY`,
    ["no-row-security"],
  ],
])("the check finds %s", async (_name, statements, holes) => {
  expect(await holesAfter(statements)).toEqual(holes.map((hole) => ({ table: "fresh", hole })));
});
