import { expect, it } from "vitest";
import { studyMappingSchema } from "./mapping";
import { readStudy } from "./read-study";

const timepoint = (code: string, position: number) => ({
  ...{ label: code, code, name: code, kind: position === 0 ? "baseline" : "end", position },
  ...{ targetDay: position * 90, daysBefore: 7, daysAfter: 14 },
});
const measure = (code: string) => ({
  ...{ label: code, code, name: code, domain: "outcome.psychological", improvement: "decrease", unit: "points" },
});
const mapping = studyMappingSchema.parse({
  form: "long",
  columns: { participant: "id", timepoint: "when", measure: "what", value: "value" },
  constants: { cohort: "all" },
  cohorts: [{ label: "all", name: "All", kind: "other" }],
  timepoints: [timepoint("t0", 0), timepoint("t1", 1)],
  measures: [measure("mood"), measure("pain")],
});

const figuresOf = async (rows: readonly string[]) =>
  (await readStudy([new TextEncoder().encode(`id,when,what,value\n${rows.join("\n")}\n`)], mapping)).figures;

it("gives number, missing, lowest and highest of what would be stored, and nothing that tells a change", async () => {
  expect(await figuresOf(["a,t0,mood,-2", "b,t0,mood,0", "c,t0,mood,8", "d,t0,mood,NA", "a,t1,mood,3"])).toEqual([
    { measure: "mood", timepoint: "t0", records: 3, missing: 1, lowest: -2, highest: 8 },
    { measure: "mood", timepoint: "t1", records: 1, missing: 3, lowest: 3, highest: 3 },
  ]);
});

it("counts a missing value neither as zero nor as a value, and leaves out what has none", async () => {
  const [figures, ...more] = await figuresOf(["a,t0,mood,10", "b,t0,mood,", "c,t0,mood,NULL", "a,t0,pain,"]);
  expect(figures).toMatchObject({ records: 1, missing: 2, lowest: 10, highest: 10 });
  expect(more).toEqual([]);
});

it("leaves out values that were refused", async () => {
  expect(await figuresOf(["a,t0,mood,1", "a,t0,mood,99", "b,t0,mood,3"])).toMatchObject([
    { records: 2, lowest: 1, highest: 3 },
  ]);
});
