import type { AnalysisPlan } from "@alongside/domain/analysis-plan/analysis-plan";
import { expect, it } from "vitest";
import type { Plans, SavedVersion } from "./plan-views";
import { comparisonsOf, firstSeen, standingOf, standingsOf } from "./standings";

const mood = { measure: "phq9/total", timepointCode: "end" };
const later = { measure: "phq9/total", timepointCode: "month-6" };
const worry = { measure: "gad7/total", timepointCode: "end" };

const content: AnalysisPlan = {
  title: "Does mood change?",
  design: "single-group",
  primary: mood,
  model: "paired-change",
  comparisonCohort: null,
  entryCutOff: null,
  importantDifference: null,
  secondary: [later],
  intercurrentEvents: "",
};
const saved = (version: number, day: string, plan: AnalysisPlan): SavedVersion => ({
  ...{ version, plan, hash: `hash-${version}`, savedById: "sam", savedBy: "Sam" },
  savedAt: new Date(`2026-03-${day}T10:00:00Z`),
});
const list: Plans = {
  plans: [saved(2, "20", { ...content, secondary: [worry] }), saved(1, "01", content)],
  openings: [
    { ...mood, openedAt: new Date("2026-03-10T10:00:00Z") },
    { ...worry, openedAt: new Date("2026-03-12T10:00:00Z") },
  ],
};

it("counts as planned what stood in the plan when it was first seen, and nothing that was added after", () => {
  expect(standingsOf(list)).toEqual({ "end phq9/total": "primary" });
  expect(standingOf(list, mood)).toMatchObject({ kind: "primary", plan: { version: 1 } });
  expect(standingOf(list, worry)).toEqual({ kind: "exploratory", why: "not-in-plan" });
});

it("counts what nobody has seen by the newest plan", () => {
  expect(firstSeen(list, later)).toBeNull();
  expect(firstSeen(list, mood)?.toISOString()).toBe("2026-03-10T10:00:00.000Z");
  expect(standingsOf({ ...list, plans: list.plans.slice(1) })).toEqual({
    "end phq9/total": "primary",
    "month-6 phq9/total": "secondary",
  });
});

it("knows whom the plan compares, of the outcomes it names and only where it compares", () => {
  expect(comparisonsOf(list)).toEqual({});
  const ancova = { ...content, design: "cohorts", model: "ancova", comparisonCohort: "Usual care" } as const;
  const compared = { comparisonCohort: "Usual care", supportedCohorts: [] };
  expect(comparisonsOf({ ...list, plans: [saved(1, "01", ancova)] })).toEqual({
    "end phq9/total": compared,
    "month-6 phq9/total": compared,
  });
  expect(comparisonsOf({ ...list, plans: [saved(1, "11", ancova)] })).toEqual({ "month-6 phq9/total": compared });
});
