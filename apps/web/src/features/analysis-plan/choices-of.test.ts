import type { AnalysisPlan } from "@alongside/domain/analysis-plan/analysis-plan";
import { expect, it } from "vitest";
import { choicesOf } from "./choices-of";
import type { SavedVersion } from "./plan-views";

type Programme = Parameters<typeof choicesOf>[0];

const use = (instrument: string, active: boolean): Programme["instrumentUses"][number] => ({
  ...{ id: instrument, instrument, edition: "1", active, position: 0, timepointCodes: [] },
  ...{ askedOf: "everyone", responsePath: null },
});
const time = (code: string, kind: string, active: boolean): Programme["timepoints"][number] => ({
  ...{ id: code, code, label: `At ${code}`, kind, active, position: 0, targetDay: 0, daysBefore: 0, daysAfter: 0 },
});
const cohort = (name: string, active: boolean): Programme["cohorts"][number] => ({
  ...{ id: name, name, kind: "comparison", description: "", position: 0, active },
});
const programme: Programme = {
  instrumentUses: [use("gad7", true), use("who5", false)],
  measures: [],
  timepoints: [time("baseline", "baseline", true), time("end", "end", true), time("old", "follow-up", false)],
  cohorts: [cohort("Usual care", true), cohort("Closed", false), cohort("By phone", false)],
};
const plan: AnalysisPlan = {
  title: "Does mood change?",
  design: "cohorts",
  primary: { measure: "phq9/total", timepointCode: "old" },
  model: "ancova",
  comparisonCohort: "Closed",
  supportedCohorts: ["By phone"],
  entryCutOff: null,
  importantDifference: null,
  secondary: [{ measure: "gad7/total", timepointCode: "end" }],
  intercurrentEvents: "",
};
const version: SavedVersion = { version: 1, plan, hash: "", savedAt: new Date(0), savedById: "", savedBy: null };
const values = (choices: readonly { readonly value: string }[]) => choices.map(({ value }) => value);

it("offers what is in use, and no baseline", () => {
  const { measures, timepoints, cohorts } = choicesOf(programme, [], "en");
  expect(values(measures)).toEqual(["gad7/total"]);
  expect(measures[0]?.important).toMatchObject({ value: 4 });
  expect(timepoints).toEqual([{ value: "end", label: "At end" }]);
  expect(values(cohorts)).toEqual(["Usual care"]);
});

it("keeps the names of what an earlier version names, each once", () => {
  const { measures, timepoints, cohorts } = choicesOf(programme, [version], "zh");
  expect(values(measures)).toEqual(["gad7/total", "phq9/total"]);
  expect(measures[0]?.label).toBe("焦虑（GAD-7）");
  expect(values(timepoints)).toEqual(["end", "old"]);
  expect(values(cohorts)).toEqual(["Usual care", "Closed", "By phone"]);
});
