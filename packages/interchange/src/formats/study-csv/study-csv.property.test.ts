import fc from "fast-check";
import { expect, it } from "vitest";
import { writeCsv } from "../csv/write";
import { type StudyMappingInput, studyMappingSchema } from "./mapping";
import { readStudy, type StudyRecord } from "./read-study";
import { suggestMapping } from "./suggest-mapping";

const TIMEPOINTS = ["t0", "t1", "t2"] as const;
const DEFINITIONS = {
  cohorts: [
    { label: "A", name: "Peers", kind: "peer-support" },
    { label: "B", name: "Usual care", kind: "comparison" },
  ],
  timepoints: TIMEPOINTS.map((code, position) => ({
    label: code,
    code,
    name: code,
    kind: position === 0 ? "baseline" : "follow-up",
    position,
    targetDay: position * 30,
    daysBefore: 7,
    daysAfter: 7,
  })) satisfies StudyMappingInput["timepoints"],
  measures: [{ label: "m", code: "m", name: "M", domain: "outcome.social", improvement: "none", unit: "" }],
} satisfies Partial<StudyMappingInput>;
const LONG = studyMappingSchema.parse({
  form: "long",
  columns: { participant: "id", cohort: "arm", timepoint: "visit", measure: "what", value: "value" },
  ...DEFINITIONS,
});
const WIDE = studyMappingSchema.parse({
  form: "wide",
  columns: { participant: "id", cohort: "arm" },
  ...DEFINITIONS,
  values: TIMEPOINTS.map((timepoint) => ({ column: `m.${timepoint}`, measure: "m", timepoint })),
});

const bytes = (text: string): Uint8Array[] => [new TextEncoder().encode(text)];
async function recordsOf(text: string, mapping: typeof LONG): Promise<Omit<StudyRecord, "row">[]> {
  const records: Omit<StudyRecord, "row">[] = [];
  const report = await readStudy(bytes(text), mapping, {
    onRecord: ({ row: _, ...record }) => void records.push(record),
  });
  expect(report.problems).toEqual([]);
  return records;
}

const value = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => (each === 0 ? 0 : each)));
const people = fc
  .array(fc.record({ arm: fc.constantFrom("A", "B"), values: fc.tuple(value, value, value) }), {
    minLength: 1,
    maxLength: 8,
  })
  .filter((all) => all.some((person) => person.values.some((each) => each !== null)));

it("the long and the wide form of one study give the same values, to the last digit", async () => {
  await fc.assert(
    fc.asyncProperty(people, fc.boolean(), async (all, explicit) => {
      const cell = (each: number | null): string => (each === null ? "" : String(each));
      const wide = all.map(({ arm, values }, index) => [`p${index}`, arm, ...values.map(cell)]);
      const long = all.flatMap(({ arm, values }, index) =>
        values.flatMap((each, at) =>
          each === null && !explicit ? [] : [[`p${index}`, arm, TIMEPOINTS[at] ?? "", "m", cell(each)]],
        ),
      );
      const fromWide = await recordsOf(writeCsv([["id", "arm", "m.t0", "m.t1", "m.t2"], ...wide]), WIDE);
      const fromLong = await recordsOf(writeCsv([["id", "arm", "visit", "what", "value"], ...long]), LONG);
      expect(fromLong).toEqual(fromWide);
      const given = all.flatMap((person) => person.values.filter((each) => each !== null));
      expect(fromWide.map((record) => record.value)).toEqual(given);
    }),
  );
});

it("any text gives a report, twice the same, and any table a suggestion that parses", async () => {
  const scrap = fc.constantFrom(
    "id",
    "arm",
    "visit",
    "what",
    "value",
    "A",
    "t0",
    "m",
    "1",
    "-2.5",
    "x",
    ",",
    "\n",
    '"',
    "=",
    "组",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(scrap, { maxLength: 60 }), async (scraps) => {
      const text = `id,arm,visit,what,value\n${scraps.join("")}`;
      expect(await readStudy(bytes(text), LONG)).toEqual(await readStudy(bytes(text), LONG));
    }),
    { numRuns: 200 },
  );
  const cell = fc.oneof(
    fc.constantFrom("", "NA", "1", "2,5", "0.5", "t1", "pre", "2024-01-02", "A"),
    fc.string({ maxLength: 6 }),
  );
  const header = fc.uniqueArray(
    fc.oneof(
      fc.constantFrom(
        "id",
        "arm",
        "visit",
        "date",
        "bdi.pre",
        "bdi.2m",
        "bdi.2M",
        "BDI.2m",
        "bdi 2m",
        "x1",
        "x2",
        "measure",
        "value",
      ),
      fc.string({ minLength: 1, maxLength: 6 }).map((name) => `c${name.trim()}`),
    ),
    { minLength: 1, maxLength: 7 },
  );
  fc.assert(
    fc.property(
      header.chain((names) =>
        fc.tuple(
          fc.constant(names),
          fc.array(fc.array(cell, { minLength: names.length, maxLength: names.length }), { maxLength: 6 }),
        ),
      ),
      ([names, rows]) => {
        const { mapping } = suggestMapping(names, rows);
        if (mapping !== undefined) expect(studyMappingSchema.safeParse(mapping).error?.issues ?? []).toEqual([]);
      },
    ),
    { numRuns: 1000 },
  );
});
