import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useTestDatabase } from "../testing/test-database";
import { identityColumns, WORDS_ABOUT_PARTICIPANTS } from "./identity-columns";

const database = useTestDatabase();
let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(() => owner.end());

/** What the check finds after a statement, which is undone again. */
async function after(statement: string) {
  await owner.query("BEGIN");
  await owner.query(statement);
  const found = await identityColumns(owner);
  await owner.query("ROLLBACK");
  return found;
}

test("no table has a column for who a participant is, and every column of words about one is accounted for", async () => {
  expect(await identityColumns(owner)).toEqual([]);
});

test("a participant stands under a code and ids alone", async () => {
  const columns = await owner.query<{ name: string }>(
    "SELECT attname AS name FROM pg_attribute WHERE attrelid = 'participant'::regclass AND attnum > 0 AND NOT attisdropped",
  );
  expect(columns.rows.map(({ name }) => name).toSorted()).toEqual([
    ...["code", "cohort_id", "created_at", "participant_id", "programme_id", "site_id"],
  ]);
});

test.each([
  [
    "a birth date of a participant",
    "ALTER TABLE participant ADD birth_date date",
    "participant.birth_date",
    "telling-name",
  ],
  ["a telephone number of an enrolment", "ALTER TABLE enrolment ADD phone text", "enrolment.phone", "telling-name"],
  ["a name elsewhere", "ALTER TABLE cohort ADD contact_name text", "cohort.contact_name", "telling-name"],
  ["words nobody accounted for", "ALTER TABLE score ADD remark text", "score.remark", "words-not-accounted-for"],
  ["a list of words", "ALTER TABLE score ADD remarks text[]", "score.remarks", "words-not-accounted-for"],
  ["a json column", "ALTER TABLE participant ADD more jsonb", "participant.more", "words-not-accounted-for"],
])("%s is noticed", async (_name, statement, column, problem) => {
  expect(await after(statement)).toContainEqual({ column: `public.${column}`, problem });
});

test("a column that is gone does not stay accounted for", async () => {
  const gone = { column: "public.treatment_start.reason", problem: "accounted-for-but-absent" };
  expect(await after("ALTER TABLE treatment_start DROP reason")).toContainEqual(gone);
});

test("the words that staff type about people are these, and each field for them warns of names and numbers", () => {
  const watched = Object.entries(WORDS_ABOUT_PARTICIPANTS).filter(([, kind]) => kind === "watched-words");
  expect(watched.map(([column]) => column)).toEqual([
    "public.assessment.reason",
    "public.assessment_conflict.reason",
    "public.break_glass.judgement_note",
    "public.break_glass.words",
    "public.contact_reading.purpose_words",
    "public.counselling_event.note",
    "public.enrolment.reason",
    "public.lab_result.checks",
    "public.lab_result.reason",
    "public.lab_verification.note",
    "public.treatment_start.reason",
  ]);
});
