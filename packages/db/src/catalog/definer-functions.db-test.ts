import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useTestDatabase } from "../testing/test-database";
import { misleadableFunctions } from "./definer-functions";

const database = useTestDatabase();
let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(() => owner.end());

test("what runs with the owner's rights looks into the caller's temporary schema last", async () => {
  expect(await misleadableFunctions(owner)).toEqual([]);
});

test.each([
  ["without a search path", ""],
  ["with one that leaves it out", "SET search_path = pg_catalog, public"],
  ["with one that names it first", "SET search_path = pg_temp, pg_catalog, public"],
])("the check finds a function %s", async (_name, setting) => {
  await owner.query("BEGIN");
  await owner.query(`CREATE FUNCTION fresh() RETURNS int LANGUAGE sql SECURITY DEFINER ${setting} AS 'SELECT 1'`);
  const found = await misleadableFunctions(owner);
  await owner.query("ROLLBACK");
  expect(found).toEqual(["fresh"]);
});
