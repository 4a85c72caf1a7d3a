import { describe, expect, it } from "vitest";
import {
  changeTimepoint,
  chooseCohort,
  chooseMeasure,
  chooseTimepoint,
  codeFrom,
  dropColumn,
  takeColumn,
} from "./draft-changes";
import { draftOf, emptyDraft, mappingOf } from "./mapping-draft";
import type { ColumnFacts, Mapping, ProgrammePlan } from "./study-import-views";

const WIDE: Mapping = {
  form: "wide",
  encoding: "auto",
  delimiter: "auto",
  decimalMark: ".",
  dateFormat: "yyyy-mm-dd",
  missing: ["NA"],
  constants: { site: "Main" },
  columns: { participant: "id", cohort: "arm" },
  cohorts: [{ label: "A", name: "Peers", kind: "peer-support" }],
  timepoints: [
    {
      label: "pre",
      code: "pre",
      name: "Before",
      kind: "baseline",
      position: 0,
      targetDay: 0,
      daysBefore: 14,
      daysAfter: 14,
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
    { label: "bdi", code: "bdi", name: "BDI", domain: "outcome.psychological", improvement: "decrease", unit: "" },
  ],
  values: [
    { column: "bdi.pre", measure: "bdi", timepoint: "pre" },
    { column: "bdi.post", measure: "bdi", timepoint: "post", date: "seen" },
  ],
};
const LONG: Mapping = {
  ...WIDE,
  form: "long",
  columns: { participant: "id", cohort: "arm", timepoint: "when", measure: "what", value: "value" },
};
const PLAN: ProgrammePlan = {
  timeZone: "UTC",
  sites: [],
  cohorts: [{ id: "1", name: "Comparison", kind: "comparison", position: 0 }],
  timepoints: [{ id: "1", code: "baseline", label: "Baseline", kind: "baseline", position: 0, targetDay: 0 }],
  measures: [],
};
const column = (name: string, ...labels: string[]): ColumnFacts => ({
  name,
  labels,
  filled: labels.length,
  numeric: false,
});

describe("a draft", () => {
  it("becomes the mapping it was made from", () => {
    expect(mappingOf(draftOf(WIDE))).toEqual(WIDE);
    const { values: _, ...long } = LONG as typeof LONG & { values?: unknown };
    expect(mappingOf(draftOf(LONG))).toEqual(long);
  });

  it("keeps the columns of values while somebody looks at the other form", () => {
    const there = { ...draftOf(WIDE), form: "long" as const };
    expect(mappingOf({ ...there, form: "wide" })).toEqual(WIDE);
  });

  it("names cohorts after the labels of the column, as the programme knows them", () => {
    const draft = chooseCohort(draftOf(WIDE), "group", [column("group", "A", "comparison")], PLAN);
    expect(draft.cohorts).toEqual([
      { label: "A", name: "Peers", kind: "peer-support" },
      { label: "comparison", name: "Comparison", kind: "comparison" },
    ]);
    expect(mappingOf(chooseCohort(draft, null, [], PLAN))).toMatchObject({ constants: { cohort: "all" } });
  });

  it("makes the first timepoint the programme's baseline and spaces the others", () => {
    const draft = chooseTimepoint(emptyDraft("id"), "wave", [column("wave", "w0", "Wave 1", "wave 1")], PLAN);
    expect(draft.timepoints.map(({ code, kind, targetDay, position }) => [code, kind, targetDay, position])).toEqual([
      ["baseline", "baseline", 0, 0],
      ["wave-1", "follow-up", 90, 1],
      ["wave-1-2", "follow-up", 180, 2],
    ]);
  });

  it("takes a column in under a new measure, and drops the measure with its last column", () => {
    const draft = takeColumn(draftOf(WIDE), "PHQ total", null);
    const mapping = mappingOf(draft);
    expect(mapping.measures.map((measure) => measure.code)).toEqual(["bdi", "phq-total"]);
    expect(mappingOf(dropColumn(draft, "PHQ total"))).toEqual(WIDE);
  });

  it("imports no column as a value that was chosen for something else since", () => {
    const draft = takeColumn(takeColumn(draftOf(WIDE), "age", null), "score", null);
    const chosen = chooseTimepoint(draft, "age", [column("age", "8", "10")], PLAN);
    const mapping = mappingOf(chosen);
    expect(mapping.columns.timepoint).toBe("age");
    expect(mapping.form === "wide" && mapping.values.map((value) => value.column)).not.toContain("age");
    expect(mapping.measures.map((measure) => measure.code)).toEqual(["bdi", "score"]);
    expect(mappingOf({ ...chosen, timepoint: null }).measures.map((measure) => measure.code)).toContain("age");
    for (const role of ["participant", "cohort", "site", "date"] as const) {
      expect(mappingOf({ ...draft, [role]: "score" }).measures.map(({ code }) => code)).toEqual(["bdi", "age"]);
    }
  });

  it("carries a new timepoint code to the columns that use it", () => {
    const mapping = mappingOf(changeTimepoint(draftOf(WIDE), "pre", { code: "baseline" }));
    expect(mapping.form === "wide" && mapping.values[0]?.timepoint).toBe("baseline");
  });

  it("reads measures off the measure column", () => {
    const draft = chooseMeasure(draftOf(LONG), "what", [column("what", "bdi", "pain")]);
    expect(draft.measures.map((measure) => [measure.code, measure.improvement])).toEqual([
      ["bdi", "decrease"],
      ["pain", "none"],
    ]);
  });
});

describe("codeFrom", () => {
  it.each([
    ["Größe (cm)", [], "gro-e-cm"],
    ["抑郁", [], "x"],
    ["CD4", ["cd4"], "cd4-2"],
    ["a".repeat(80), [], "a".repeat(50)],
  ])("%s", (name, taken, code) => {
    expect(codeFrom(name, taken)).toBe(code);
  });
});
