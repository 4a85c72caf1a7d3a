import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import type { StudyMappingInput } from "@alongside/interchange/formats/study-csv/mapping";
import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../context";
import { bytesOf, LONG_MAPPING, longFile, uploadAndCheck } from "../testing/study-files";
import { signedIn } from "../testing/test-context";
import { MAXIMUM_STUDY_BYTES } from "./reserve-upload";
import { runStudyImport } from "./run";
import { suggestStudyMapping } from "./suggest";
import { uploadStudyFile } from "./upload";

const database = useTestDatabase();
let programmeId: string;
let context: Context;

// Each in a programme of its own: files that were refused wait too, and only so many may.
beforeEach(async () => {
  const plan = await makeProgramme(database.db);
  programmeId = plan.programme.id;
  context = await signedIn(database.db, { programmeId, role: "administrator" });
});

const GOOD = ["p1 A pre mood 30 2026-01-05", "p1 A post mood 20 2026-04-05"];
const HEADER = "id,arm,when,what,value,day";
const row = (text: string) => longFile([...GOOD, text]);
const kind = (code: string, wanted: "end" | "follow-up"): StudyMappingInput => ({
  ...LONG_MAPPING,
  timepoints: LONG_MAPPING.timepoints.map((each) => (each.code === code ? { ...each, kind: wanted } : each)),
});

describe("a file that is wrong stores nothing and says why", () => {
  type Case = readonly [name: string, content: string | Uint8Array, problem: object, mapping: StudyMappingInput];
  const file = (name: string, content: Case[1], problem: object, mapping: StudyMappingInput = LONG_MAPPING): Case => [
    name,
    content,
    problem,
    mapping,
  ];
  const cases: readonly Case[] = [
    file(
      "another delimiter than the one chosen",
      longFile(GOOD),
      { rule: "delimiter", params: { delimiter: "semicolon", suggested: "comma" } },
      { ...LONG_MAPPING, delimiter: ";" },
    ),
    file("one column only", "id\np1\n", { rule: "delimiter" }),
    file("bytes of another encoding", new Uint8Array([...new TextEncoder().encode(longFile(GOOD)), 0xe9, 0x0a]), {
      rule: "encoding",
    }),
    file("a repeated header", `${HEADER},value\np1,A,pre,mood,3,2026-01-05,4\n`, { rule: "header-duplicate" }),
    file("one line of 10 MB", `${HEADER}\n${"x".repeat(10 * 1024 * 1024)}`, { rule: "line-too-long" }),
    file("a quotation mark that never closes", longFile(['p0 A pre "mood 30 2026-01-05', ...GOOD]), {
      rule: "quote-unclosed",
      row: 2,
    }),
    file(
      "a quotation mark that never closes, far down",
      `${longFile(GOOD)}p2,A,pre,"mood,9,2026-01-05\np3,A,pre,mood,9,2026-01-05\n`,
      {
        rule: "quote-unclosed",
        row: 4,
      },
    ),
    file("a formula", row("p2 A pre mood =1+1 2026-01-05"), {
      rule: "formula",
      row: 4,
      column: "value",
      value: "=1+1",
    }),
    file("a value out of range", row("p2 A pre mood 99 2026-01-05"), { rule: "out-of-range", row: 4, value: "99" }),
    file("an unknown cohort", row("p2 C pre mood 9 2026-01-05"), { rule: "unknown-cohort", row: 4, value: "C" }),
    file("an unknown measure", row("p2 A pre moood 9 2026-01-05"), { rule: "unknown-measure", row: 4 }),
    file("an unknown timepoint", row("p2 A never mood 9 2026-01-05"), { rule: "unknown-timepoint", row: 4 }),
    file("text for a number", row("p2 A pre mood nine 2026-01-05"), { rule: "number", row: 4, value: "nine" }),
    file("two baselines", row("p1 A pre mood 29 2026-01-05"), {
      rule: "two-baselines",
      row: 4,
      column: "value",
      value: "29",
    }),
    file("a follow-up before the baseline", row("p1 A later mood 9 2025-12-01"), { rule: "before-baseline", row: 4 }),
    file("a participant in another cohort", row("p1 B later mood 9 2026-05-05"), {
      ...{ rule: "participant-in-two-cohorts", row: 4, column: "arm", value: "B" },
    }),
    file("a year typed wrong", row("p2 A pre mood 9 0202-06-16"), {
      ...{ rule: "date-too-early", row: 4, column: "day", value: "0202-06-16" },
    }),
    file("a label that is not what it looks like", row("p\u202E2 A pre mood 9 2026-01-05"), {
      ...{ rule: "direction-marks", row: 4, column: "id", value: "p⟨U+202E⟩2" },
    }),
    file("a header that differs in capitals only", `${HEADER},Value\np1,A,pre,mood,3,2026-01-05,4\n`, {
      ...{ rule: "header-duplicate", row: 1, column: "Value" },
    }),
    file("a day that has not come", row("p2 A pre mood 9 2026-06-16"), { rule: "date-in-future", row: 4 }),
    file(
      "another kind of timepoint than planned",
      longFile(GOOD),
      { rule: "plan-timepoint-kind", value: "end" },
      kind("end", "follow-up"),
    ),
    file(
      "a second baseline in the plan",
      longFile(GOOD),
      { rule: "plan-baseline", params: { here: "baseline", file: "start" } },
      {
        ...LONG_MAPPING,
        timepoints: LONG_MAPPING.timepoints.map((t) => (t.kind === "baseline" ? { ...t, code: "start" } : t)),
      },
    ),
  ];
  it.each(cases)("%s", async (_name, content, problem, mapping) => {
    const { importId, checked } = await uploadAndCheck(context, programmeId, content, mapping);
    if (!checked.ok) throw new Error(checked.failure.reason);
    expect(checked.value.importable).toBe(false);
    expect(checked.value.problems).toContainEqual(expect.objectContaining(problem));
    expect(await runStudyImport(context, { programmeId, importId })).toMatchObject({
      ok: false,
      failure: { code: "rule", reason: "study-import.has-problems" },
    });
    const { db } = database;
    expect(await db.participant.count({ where: { programmeId } })).toBe(0);
    expect(await db.assessment.count({ where: { programmeId } })).toBe(0);
    expect(await db.programmeMeasure.count({ where: { programmeId } })).toBe(0);
    expect(await db.timepoint.count({ where: { programmeId } })).toBe(3);
  });

  it("a file of more than 50 MB, without keeping any of it", async () => {
    async function* endless() {
      for (let sent = 0; sent <= MAXIMUM_STUDY_BYTES; sent += 1024 * 1024) yield new Uint8Array(1024 * 1024).fill(0x31);
    }
    const before = await database.db.studyImportPiece.count();
    const result = await uploadStudyFile(context, { programmeId, fileName: "big.csv" }, endless());
    expect(result).toMatchObject({ failure: { code: "unreadable-file", reason: "study-import.too-large" } });
    expect(await database.db.studyImportPiece.count()).toBe(before);
  });

  it("an empty file, and one whose connection breaks", async () => {
    const input = { programmeId, fileName: "none.csv" };
    const empty = await uploadStudyFile(context, input, bytesOf(""));
    expect(empty).toMatchObject({ failure: { reason: "study-import.empty" } });
    async function* broken() {
      yield new Uint8Array(10);
      throw new Error("gone");
    }
    await expect(uploadStudyFile(context, input, broken())).rejects.toThrow("gone");
    expect(await database.db.studyImport.count({ where: { programmeId, status: "uploading" } })).toBe(0);
  });

  it("a workbook is told from text already when a mapping is asked for", async () => {
    const workbook = new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]);
    const uploaded = await uploadStudyFile(
      context,
      { programmeId, fileName: "C:\\data\\book.xlsx" },
      bytesOf(workbook),
    );
    const importId = uploaded.ok ? uploaded.value.importId : "";
    const suggestion = await suggestStudyMapping(context, { programmeId, importId });
    expect(suggestion).toMatchObject({ ok: true, value: { kind: "refused", problems: [{ rule: "nul-byte" }] } });
    const row = await database.db.studyImport.findUnique({ where: { id: importId } });
    expect(row?.fileName).toBe("book.xlsx");
  });
});

it("tells why not a single row could be read, when a mapping is asked for", async () => {
  const csv = `id,value\n${"x".repeat(2 * 1024 * 1024)}`;
  const uploaded = await uploadStudyFile(context, { programmeId, fileName: "long.csv" }, bytesOf(csv));
  const importId = uploaded.ok ? uploaded.value.importId : "";
  expect(await suggestStudyMapping(context, { programmeId, importId })).toMatchObject({
    value: { kind: "refused", problems: [{ rule: "line-too-long" }] },
  });
});

it("suggests the programme's own baseline and cohorts", async () => {
  const csv = "id,group,bdi.pre,bdi.2m\n1,comparison,20,10\n2,peer support,22,9\n";
  const uploaded = await uploadStudyFile(context, { programmeId, fileName: "wide.csv" }, bytesOf(csv));
  const importId = uploaded.ok ? uploaded.value.importId : "";
  const suggestion = await suggestStudyMapping(context, { programmeId, importId });
  if (!suggestion.ok || suggestion.value.kind !== "read") throw new Error("not read");
  const { mapping, columns, rows } = suggestion.value;
  expect(columns.map((column) => column.name)).toEqual(["id", "group", "bdi.pre", "bdi.2m"]);
  expect(rows).toHaveLength(2);
  expect(mapping?.timepoints[0]).toMatchObject({ label: "pre", code: "baseline", kind: "baseline" });
  expect(mapping?.cohorts).toMatchObject([
    { label: "comparison", name: "Comparison", kind: "comparison" },
    { label: "peer support", name: "Peer support", kind: "peer-support" },
  ]);
  expect(mapping?.form === "wide" && mapping.values[0]).toEqual({
    column: "bdi.pre",
    measure: "bdi",
    timepoint: "baseline",
  });
});
