import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import type { Result } from "@alongside/domain/failure/failure";
import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../context";
import { reasonOf } from "../testing/reason-of";
import { importFile, LONG_MAPPING, longFile, uploadAndCheck } from "../testing/study-files";
import { signedIn } from "../testing/test-context";
import { checkStudy } from "./check";
import { discardStudyImport } from "./discard";
import { listStudyImports } from "./list";
import { writeProblemFile } from "./problem-file";
import { readStudyImport } from "./read";
import { runStudyImport } from "./run";
import { suggestStudyMapping } from "./suggest";

const database = useTestDatabase();
/** One person: what a check says of this file says it of them. */
const ONE_PERSON = longFile(["p1 A pre mood 30 2026-01-05"]);
let programmeId: string;
let owner: Context;
let colleague: Context;
let administrator: Context;

beforeEach(async () => {
  programmeId = (await makeProgramme(database.db)).programme.id;
  owner = await signedIn(database.db, { programmeId, role: "researcher" });
  colleague = await signedIn(database.db, { programmeId, role: "researcher" });
  administrator = await signedIn(database.db, { programmeId, role: "administrator" });
});

const WORDS = { row: "", column: "", value: "", problem: "", rule: "", say: () => "" };
type Ids = { readonly programmeId: string; readonly importId: string };
type Call = readonly [verb: string, call: (context: Context, ids: Ids) => Promise<Result<unknown>>];
/** Every verb that takes the id of an import. */
const CALLS: readonly Call[] = [
  ["read", readStudyImport],
  ["suggest", suggestStudyMapping],
  ["check", (context, ids) => checkStudy(context, { ...ids, mapping: LONG_MAPPING })],
  ["run", runStudyImport],
  ["the list of problems", (context, ids) => writeProblemFile(context, ids, WORDS)],
  ["discard", discardStudyImport],
];

describe("an upload belongs to whoever sent it", () => {
  it.each(CALLS)("%s: it does not exist for a colleague who may not see the people", async (_verb, call) => {
    const { importId } = await uploadAndCheck(owner, programmeId, ONE_PERSON);
    const before = await database.db.auditEvent.count({ where: { programmeId } });
    const missing = { ok: false, failure: { code: "not-found", reason: "study-import.none" } };
    expect(await call(colleague, { programmeId, importId })).toMatchObject(missing);
    expect(await database.db.auditEvent.count({ where: { programmeId } })).toBe(before);
    expect(await database.db.studyImport.findUnique({ where: { id: importId } })).toMatchObject({ status: "checked" });
  });

  it.each(CALLS)("%s: an administrator sees the people, and so the upload", async (_verb, call) => {
    const { importId } = await uploadAndCheck(owner, programmeId, ONE_PERSON);
    expect(reasonOf(await call(administrator, { programmeId, importId }))).toBe("ok");
  });

  it.each(CALLS)("%s: it is there for whoever sent it", async (_verb, call) => {
    const { importId } = await uploadAndCheck(owner, programmeId, ONE_PERSON);
    expect(reasonOf(await call(owner, { programmeId, importId }))).toBe("ok");
  });

  it("is listed for the same people, also when it is done", async () => {
    await uploadAndCheck(owner, programmeId, ONE_PERSON);
    const { importId } = await importFile(owner, programmeId, ONE_PERSON);
    const listed = async (context: Context) => {
      const rows = await listStudyImports(context, { programmeId });
      return rows.ok ? rows.value.length : rows.failure.reason;
    };
    expect([await listed(owner), await listed(colleague), await listed(administrator)]).toEqual([2, 0, 2]);
    const seen = await readStudyImport(colleague, { programmeId, importId });
    expect(seen).toMatchObject({ ok: false, failure: { code: "not-found" } });
  });

  it("a site's role beside it opens nothing: the people of one site are not those of the file", async () => {
    const { importId } = await uploadAndCheck(owner, programmeId, ONE_PERSON);
    const site = await database.db.site.findFirstOrThrow({ where: { programmeId } });
    const { actor } = colleague;
    if (actor === null) throw new Error("nobody");
    const own = { programmeId, role: "evaluator", siteId: site.id } as const;
    const both = { ...colleague, actor: { ...actor, memberships: [...actor.memberships, own] } };
    expect(reasonOf(await readStudyImport(both, { programmeId, importId }))).toBe("not-found:study-import.none");
  });
});

it("a file that guesses labels learns no value that is stored, and no day of enrolment", async () => {
  await importFile(owner, programmeId, ONE_PERSON);
  const guess = longFile(["p1 A pre mood 7 2026-01-05", "p1 A post mood 7 2026-01-04"]);
  const { checked } = await uploadAndCheck(colleague, programmeId, guess);
  if (!checked.ok) throw new Error(checked.failure.reason);
  const said = checked.value.problems.filter(({ rule }) => rule === "stored-otherwise" || rule === "before-enrolment");
  const params = { measure: "mood", timepoint: "baseline" };
  expect(said).toEqual([
    { severity: "refuse", rule: "stored-otherwise", row: 2, value: "7", params },
    { severity: "refuse", rule: "before-enrolment", row: 3, value: "2026-01-04" },
  ]);
});

it("what stays of an import that is done says nothing of a group inside it", async () => {
  const { importId, result } = await importFile(owner, programmeId, ONE_PERSON);
  const left = { participants: 1, records: 1, figures: [], cohorts: [], problems: [] };
  expect(result).toMatchObject({ ok: true, value: left });
  const row = await database.db.studyImport.findUniqueOrThrow({ where: { id: importId } });
  expect(row.report).toMatchObject(left);

  // One that was stored with its figures, before they were let go.
  const before = { figures: [{ lowest: 30 }], cohorts: [{ label: "A", participants: 1 }] };
  await database.db.studyImport.update({
    where: { id: importId },
    data: { report: { ...Object(row.report), ...before } },
  });
  expect(await readStudyImport(owner, { programmeId, importId })).toMatchObject({ value: { report: left } });
});
