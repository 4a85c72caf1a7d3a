import { describe, expect, it } from "vitest";
import { type StudyMappingInput, studyMappingSchema } from "./mapping";

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

const WIDE: StudyMappingInput = {
  form: "wide",
  columns: { participant: "id", cohort: "arm" },
  ...DEFINITIONS,
  values: [
    { column: "mood.pre", measure: "mood", timepoint: "pre" },
    { column: "mood.post", measure: "mood", timepoint: "post" },
  ],
};

describe("a mapping that contradicts itself is not a mapping", () => {
  const [pre, post] = DEFINITIONS.timepoints;
  it.each([
    ["no baseline", { ...WIDE, timepoints: [{ ...pre, kind: "end" as const }, post] }],
    ["two baselines", { ...WIDE, timepoints: [pre, { ...post, kind: "baseline" as const }] }],
    ["two timepoints of one code", { ...WIDE, timepoints: [pre, { ...post, code: "pre" }] }],
    ["an unknown measure", { ...WIDE, values: [{ column: "x", measure: "sleep", timepoint: "pre" }] }],
    ["an unknown timepoint", { ...WIDE, values: [{ column: "x", measure: "mood", timepoint: "mid" }] }],
    ["no timepoint", { ...WIDE, values: [{ column: "x", measure: "mood" }] }],
    [
      "two columns for one value",
      {
        ...WIDE,
        values: [
          { column: "x", measure: "mood", timepoint: "pre" },
          { column: "y", measure: "mood", timepoint: "pre" },
        ],
      },
    ],
    ["no cohort", { ...WIDE, columns: { participant: "id" } }],
    ["one date for two occasions", { ...WIDE, columns: { participant: "id", cohort: "arm", date: "d" } }],
    [
      "a range upside down",
      { ...WIDE, measures: [{ ...DEFINITIONS.measures[0], minimum: 30 }, DEFINITIONS.measures[1]] },
    ],
  ])("%s", (_, mapping) => {
    expect(studyMappingSchema.safeParse(WIDE).success).toBe(true);
    expect(studyMappingSchema.safeParse(mapping).success).toBe(false);
  });
});
