import { describe, expect, it } from "vitest";
import { type StudyMappingInput, studyMappingSchema } from "./mapping";
import { readStudy, type StudyParticipant, type StudyReadOptions, type StudyRecord } from "./read-study";

const DEFINITIONS = {
  cohorts: [
    { label: "A", name: "Peers", kind: "peer-support" },
    { label: "B", name: "Usual care", kind: "comparison" },
  ],
  timepoints: [
    {
      label: "pre",
      code: "pre",
      name: "Before",
      kind: "baseline",
      position: 0,
      targetDay: 0,
      daysBefore: 7,
      daysAfter: 7,
    },
    {
      label: "post",
      code: "post",
      name: "After",
      kind: "end",
      position: 1,
      targetDay: 90,
      daysBefore: 14,
      daysAfter: 14,
    },
  ],
  measures: [
    {
      label: "mood",
      code: "mood",
      name: "Mood",
      domain: "outcome.psychological",
      improvement: "decrease",
      unit: "points",
      minimum: 0,
      maximum: 27,
    },
    { label: "hope", code: "hope", name: "Hope", domain: "outcome.psychological", improvement: "increase", unit: "" },
  ],
} as const satisfies Partial<StudyMappingInput>;

const LONG: StudyMappingInput = {
  form: "long",
  columns: { participant: "id", cohort: "arm", timepoint: "visit", measure: "what", value: "value", date: "date" },
  ...DEFINITIONS,
};

const WIDE: StudyMappingInput = {
  form: "wide",
  columns: { participant: "id", cohort: "arm" },
  ...DEFINITIONS,
  values: [
    { column: "mood.pre", measure: "mood", timepoint: "pre" },
    { column: "mood.post", measure: "mood", timepoint: "post" },
  ],
};

async function run(text: string, mapping: StudyMappingInput, options: StudyReadOptions = {}) {
  const participants: StudyParticipant[] = [];
  const records: StudyRecord[] = [];
  const report = await readStudy([new TextEncoder().encode(text)], studyMappingSchema.parse(mapping), {
    onParticipant: (participant) => void participants.push(participant),
    onRecord: (record) => void records.push(record),
    ...options,
  });
  return { report, participants, records, problems: report.problems };
}

const long = (...rows: string[]): string => `id,arm,visit,what,value,date\n${rows.join("\n")}\n`;

describe("long form", () => {
  it("gives every value with its person, cohort, timepoint, measure and day", async () => {
    const { report, records } = await run(
      long("P1,A,pre,mood,12,2024-01-05", "P1,A,post,mood,8.5,2024-04-02", "P2,B,pre,hope,-3,2024-01-06"),
      LONG,
    );
    expect(records).toEqual([
      {
        label: "P1",
        cohort: "A",
        site: null,
        row: 2,
        timepoint: "pre",
        measure: "mood",
        value: 12,
        date: "2024-01-05",
      },
      {
        label: "P1",
        cohort: "A",
        site: null,
        row: 3,
        timepoint: "post",
        measure: "mood",
        value: 8.5,
        date: "2024-04-02",
      },
      {
        label: "P2",
        cohort: "B",
        site: null,
        row: 4,
        timepoint: "pre",
        measure: "hope",
        value: -3,
        date: "2024-01-06",
      },
    ]);
    expect(report).toMatchObject({
      importable: true,
      rows: 3,
      participants: 2,
      cohorts: [
        { label: "A", participants: 1 },
        { label: "B", participants: 1 },
      ],
      figures: [
        { measure: "mood", timepoint: "pre", records: 1 },
        { measure: "mood", timepoint: "post", records: 1 },
        { measure: "hope", timepoint: "pre", records: 1 },
      ],
    });
  });

  it("treats a row that is not there and a row that says NA alike", async () => {
    const rows = ["P1,A,pre,mood,12,2024-01-05", "P2,B,pre,mood,9,2024-01-05", "P2,B,post,mood,7,2024-04-05"];
    const implicit = await run(long(...rows), LONG);
    for (const word of ["", "NA", "N/A", ".", "NULL"]) {
      const explicit = await run(long(...rows, `P1,A,post,mood,${word},2024-04-04`), LONG);
      expect(explicit.records).toEqual(implicit.records);
      expect(explicit.report.figures).toEqual(implicit.report.figures);
      expect(explicit.report.importable).toBe(true);
      expect(explicit.report.missingCells).toBe(1);
    }
  });

  it.each([
    ["P1,A,pre,mood,twelve,2024-01-05", { rule: "number", column: "value", value: "twelve" }],
    ['P1,A,pre,mood,"1,5",2024-01-05', { rule: "number", column: "value" }],
    ["P1,A,pre,mood,28,2024-01-05", { rule: "out-of-range", value: "28", params: { minimum: 0, maximum: 27 } }],
    ["P1,A,pre,mood,-1,2024-01-05", { rule: "out-of-range", value: "-1" }],
    ["P1,C,pre,mood,1,2024-01-05", { rule: "unknown-cohort", column: "arm", value: "C" }],
    ["P1,,pre,mood,1,2024-01-05", { rule: "cohort-missing", column: "arm" }],
    ["P1,A,mid,mood,1,2024-01-05", { rule: "unknown-timepoint", column: "visit", value: "mid" }],
    ["P1,A,pre,sleep,1,2024-01-05", { rule: "unknown-measure", column: "what", value: "sleep" }],
    [",A,pre,mood,1,2024-01-05", { rule: "participant-missing", column: "id" }],
    [
      "P1,A,pre,mood,1,2024-02-30",
      { rule: "date", column: "date", value: "2024-02-30", params: { format: "yyyy-mm-dd" } },
    ],
    ["P1,A,pre,mood,1,05/01/2024", { rule: "date" }],
    ["P\u200e1,A,pre,mood,5,2024-01-01", { rule: "direction-marks", column: "id", value: "P⟨U+200E⟩1" }],
    ["P1,A\u202e,pre,mood,5,2024-01-01", { rule: "direction-marks", column: "arm", value: "A⟨U+202E⟩" }],
    ["P1,A,\u2066pre,mood,5,2024-01-01", { rule: "direction-marks", column: "visit", value: "⟨U+2066⟩pre" }],
    ["P1,A,pre,mo\u061cod,5,2024-01-01", { rule: "direction-marks", column: "what", value: "mo⟨U+061C⟩od" }],
  ])("%s: the row, the column, the value and the rule", async (row, expected) => {
    const { report, problems } = await run(long(row), LONG);
    expect(problems[0]).toMatchObject({ severity: "refuse", row: 2, ...expected });
    expect(problems).toHaveLength(1);
    expect(report.importable).toBe(false);
  });

  it.each([
    ["duplicate", ["P1,A,post,mood,5,2024-04-01", "P1,A,post,mood,5,2024-04-01"], "5"],
    ["two-baselines", ["P1,A,pre,mood,5,2024-01-01", "P1,A,pre,mood,6,2024-01-01"], "6"],
    ["two-baselines", ["P1,A,pre,mood,5,2024-01-01", "P1,A,pre,hope,6,2024-01-02"], "2024-01-02"],
    ["two-dates", ["P1,A,post,mood,5,2024-04-01", "P1,A,post,hope,6,2024-04-02"], "2024-04-02"],
    ["participant-in-two-cohorts", ["P1,A,pre,mood,5,2024-01-01", "P1,B,post,mood,6,2024-04-02"], "B"],
  ])("%s names the row that came first, and what stands in this one", async (rule, rows, value) => {
    const { report, problems } = await run(long(...rows), LONG);
    expect(problems).toMatchObject([{ rule, row: 3, column: expect.any(String), value, params: { firstRow: 2 } }]);
    expect(report.importable).toBe(false);
  });

  it("refuses what was measured before the baseline, in whichever order the rows stand", async () => {
    const { problems } = await run(long("P1,A,post,mood,5,2024-01-01", "P1,A,pre,mood,6,2024-02-01"), LONG);
    expect(problems).toMatchObject([{ rule: "before-baseline", row: 2, value: "2024-01-01", params: { firstRow: 3 } }]);
  });

  it.each([
    ["2031-01-01", "2030-12-31", "date-in-future"],
    ["1899-12-31", "1900-01-01", "date-too-early"],
  ])("refuses %s, but not %s", async (value, good, rule) => {
    const rows = [value, good].map((day, person) => `P${person},A,pre,mood,5,${day}`);
    const { problems } = await run(long(...rows), LONG, { today: "2030-12-31" });
    expect(problems).toEqual([expect.objectContaining({ rule, row: 2, column: expect.any(String), value })]);
  });

  it("reads a decimal comma and day-first dates when told to", async () => {
    const text = "id;arm;visit;what;value;date\nP1;A;pre;mood;1,5;3/4/2024\n";
    const { records } = await run(text, { ...LONG, decimalMark: ",", dateFormat: "dd/mm/yyyy" });
    expect(records).toMatchObject([{ value: 1.5, date: "2024-04-03" }]);
  });

  it("warns of labels that look like people, without repeating them, and stays importable", async () => {
    const { report, problems } = await run(long("Amara Okafor,A,pre,mood,5,2024-01-01"), LONG);
    expect(problems).toEqual([
      { severity: "warning", rule: "personal-data", row: 2, column: "id", params: { kind: "name" } },
    ]);
    expect(report.importable).toBe(true);
  });

  it("keeps the first problems and counts all", async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `P${index},A,pre,mood,x,2024-01-01`);
    const { report } = await run(long(...rows), LONG, { maximumProblems: 5 });
    expect(report.problems).toHaveLength(5);
    expect(report.problemCounts).toEqual([{ rule: "number", count: 30 }]);
  });

  it("tells how far it is", async () => {
    const rows = Array.from({ length: 25 }, (_, index) => `P${index},A,pre,mood,1,2024-01-01`);
    const seen: number[] = [];
    const { report } = await run(long(...rows), LONG, {
      progressEvery: 10,
      onProgress: ({ rows: done }) => void seen.push(done),
    });
    expect(seen).toEqual([10, 20, 25]);
    expect(report.bytes).toBe(long(...rows).length);
  });
});

describe("wide form", () => {
  it("gives one value per filled cell and tells people who have none", async () => {
    const { records, participants, report } = await run(
      "id,arm,mood.pre,mood.post\n1,A,20,10\n2,B,,\n3,B,5,NA\n",
      WIDE,
    );
    expect(participants.map(({ label }) => label)).toEqual(["1", "2", "3"]);
    expect(records.map(({ label, timepoint, value }) => [label, timepoint, value])).toEqual([
      ["1", "pre", 20],
      ["1", "post", 10],
      ["3", "pre", 5],
    ]);
    expect(report).toMatchObject({ importable: true, missingCells: 3 });
  });

  it("refuses the same person on two rows", async () => {
    const { problems } = await run("id,arm,mood.pre,mood.post\n1,A,20,10\n1,A,20,10\n", WIDE);
    expect(problems).toMatchObject([
      { rule: "two-baselines", row: 3, column: "mood.pre", params: { firstRow: 2 } },
      { rule: "duplicate", row: 3, column: "mood.post", params: { firstRow: 2 } },
    ]);
  });

  it("names every column that the file lacks and reads no row", async () => {
    const { report, problems } = await run("id,group,mood.pre\n1,A,20\n", WIDE);
    expect(problems.map(({ rule, column }) => [rule, column])).toEqual([
      ["column-not-found", "arm"],
      ["column-not-found", "mood.post"],
    ]);
    expect(report.rows).toBe(0);
  });

  it("says so when there is no value in the whole file", async () => {
    const { problems } = await run("id,arm,mood.pre,mood.post\n1,A,,\n", WIDE);
    expect(problems).toMatchObject([{ rule: "no-values" }]);
  });

  it("takes timepoint from a column, cohort and site from constants", async () => {
    const { records } = await run("id,visit,mood,hope\n1,pre,20,3\n1,post,10,4\n", {
      ...DEFINITIONS,
      form: "wide",
      columns: { participant: "id", timepoint: "visit" },
      constants: { cohort: "A", site: "North" },
      values: [
        { column: "mood", measure: "mood" },
        { column: "hope", measure: "hope" },
      ],
    });
    expect(records).toHaveLength(4);
    expect(records[3]).toMatchObject({ cohort: "A", site: "North", timepoint: "post", measure: "hope", value: 4 });
  });

  it("takes a day for each occasion from its own column", async () => {
    const { records } = await run("id,arm,mood.pre,mood.post,d0,d1\n1,A,20,10,2024-01-01,2024-04-01\n", {
      ...WIDE,
      values: [
        { column: "mood.pre", measure: "mood", timepoint: "pre", date: "d0" },
        { column: "mood.post", measure: "mood", timepoint: "post", date: "d1" },
      ],
    });
    expect(records.map(({ date }) => date)).toEqual(["2024-01-01", "2024-04-01"]);
  });

  it("passes on what is wrong with the file itself", async () => {
    const { report, problems } = await run("id,arm,mood.pre,mood.post\n1,A,=1+1,2\n2,A,1\n", WIDE);
    expect(problems.map(({ rule }) => rule)).toEqual(["formula", "ragged-row"]);
    expect(report.importable).toBe(false);
  });
});
