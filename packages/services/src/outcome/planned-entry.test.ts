import type { AnalysisPlan } from "@alongside/domain/analysis-plan/analysis-plan";
import { analysisPlanSchema } from "@alongside/domain/analysis-plan/analysis-plan";
import { describe, expect, it } from "vitest";
import { plannedEntry } from "./planned-entry";

const mood = "phq9/total";

function saved(version: number, given: Partial<AnalysisPlan>) {
  const plan = analysisPlanSchema.parse({
    ...{ title: "Mood at month 6", design: "single-group", model: "paired-change", comparisonCohort: null },
    ...{ entryCutOff: null, importantDifference: null, secondary: [], intercurrentEvents: "" },
    primary: { measure: mood, timepointCode: "m6" },
    ...given,
  });
  return { version, savedAt: new Date(), hash: `hash-${version}`, plan };
}

describe("plannedEntry", () => {
  const entryCutOff = { value: 10, side: "at-least" } as const;

  it("holds for every line of the plan's primary measure", () => {
    expect(plannedEntry(mood, [saved(1, { entryCutOff })])).toEqual({ entryCutOff, entryIsKnown: true });
    expect(plannedEntry(mood, [saved(1, {})])).toEqual({ entryCutOff: null, entryIsKnown: true });
  });

  it("knows nothing of another measure, nor without a plan", () => {
    const unknown = { entryCutOff: null, entryIsKnown: false };
    expect(plannedEntry("gad7/total", [saved(1, { entryCutOff })])).toEqual(unknown);
    expect(plannedEntry(mood, [])).toEqual(unknown);
  });

  it("goes by the newest plan of the measure", () => {
    const other = saved(3, { primary: { measure: "gad7/total", timepointCode: "m6" } });
    expect(plannedEntry(mood, [other, saved(2, { entryCutOff }), saved(1, {})]).entryCutOff).toEqual(entryCutOff);
  });
});
