import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useTestDatabase } from "../testing/test-database";
import { brokenShardingRules, SHARDING_RULES, type ShardingRule } from "./sharding-rules";

const database = useTestDatabase();
let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(() => owner.end());

/** A sharded table that keeps every rule, to be spoiled in one way. */
const child = (columns: string, key = "PRIMARY KEY (participant_id, id)") =>
  `CREATE TABLE bad (participant_id uuid NOT NULL, id uuid NOT NULL, programme_id uuid NOT NULL, ${columns} ${key})`;
const toParticipant = (actions: string) => child(`FOREIGN KEY (participant_id) REFERENCES participant ${actions},`);

/** For each rule, statements that break it (and perhaps others). */
const BAD: Readonly<Record<ShardingRule, string>> = {
  "no-primary-key": "CREATE TABLE bad (n int)",
  "key-not-first-in-primary-key": child("", "PRIMARY KEY (id, participant_id)"),
  "unique-without-key": child("UNIQUE (id),"),
  "key-not-uuid":
    "CREATE TABLE bad (participant_id text, id uuid, programme_id uuid, PRIMARY KEY (participant_id, id))",
  "foreign-key-without-key":
    "ALTER TABLE assessment ADD CONSTRAINT lone UNIQUE (id); " +
    child("assessment_id uuid REFERENCES assessment (id),"),
  "foreign-key-from-copied-table":
    "CREATE TABLE bad (id uuid PRIMARY KEY, holder uuid REFERENCES participant (participant_id))",
  "foreign-key-to-claim": child("claim text REFERENCES participant_code (claim),"),
  "on-update-action-on-key": toParticipant("ON UPDATE CASCADE"),
  "on-delete-sets-key": toParticipant("ON DELETE SET DEFAULT"),
  "enum-or-money": "CREATE TYPE colour AS ENUM ('red'); CREATE TABLE bad (id uuid PRIMARY KEY, colours colour[])",
  "serial-or-identity": "CREATE TABLE bad (id uuid PRIMARY KEY, n bigint GENERATED ALWAYS AS IDENTITY)",
  trigger: `CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
    CREATE TRIGGER watch AFTER INSERT ON score FOR EACH ROW EXECUTE FUNCTION nothing()`,
  "rewrite-rule": "CREATE RULE quiet AS ON UPDATE TO score DO INSTEAD NOTHING",
  "policy-reads-table": "CREATE POLICY seen ON score USING (programme_id IN (SELECT id FROM programme))",
  "no-programme": "CREATE TABLE bad (participant_id uuid NOT NULL, id uuid, PRIMARY KEY (participant_id, id))",
};

test("the migrated schema keeps every rule of the sharded layout", async () => {
  expect(await brokenShardingRules(owner)).toEqual([]);
});

test.each(SHARDING_RULES)("the check fires: %s", async (rule) => {
  await owner.query("BEGIN");
  await owner.query(BAD[rule]);
  const broken = await brokenShardingRules(owner);
  await owner.query("ROLLBACK");
  expect(broken.map((found) => found.rule)).toContain(rule);
});

test("the good neighbour of the bad tables passes", async () => {
  await owner.query("BEGIN");
  await owner.query(toParticipant("ON DELETE CASCADE"));
  const broken = await brokenShardingRules(owner);
  await owner.query("ROLLBACK");
  expect(broken).toEqual([]);
});
