import { describe, expect, it } from "vitest";
import { type AnalysisPlan, analysisPlanSchema } from "./analysis-plan";
import { outcomeStanding, type SavedPlan } from "./outcome-standing";

const mood = { measure: "phq-9/total", timepointCode: "m6" };
const stigma = { measure: "stigma/total", timepointCode: "m6" };

const plan: AnalysisPlan = {
  title: "Does mood change by month 6?",
  design: "single-group",
  primary: mood,
  model: "paired-change",
  comparisonCohort: null,
  entryCutOff: null,
  importantDifference: 5,
  secondary: [stigma],
  intercurrentEvents: "",
};

const rules = (changed: Partial<AnalysisPlan>) =>
  analysisPlanSchema.safeParse({ ...plan, ...changed }).error?.issues.map((issue) => issue.message) ?? [];

describe("an analysis plan", () => {
  it("is taken as written", () => {
    expect(analysisPlanSchema.parse(plan)).toEqual(plan);
  });

  it.each<[string, Partial<AnalysisPlan>, string[]]>([
    [
      "a comparing model for one group",
      { model: "ancova", comparisonCohort: "Usual care" },
      ["analysis-plan.model-needs-cohorts"],
    ],
    [
      "a comparing model without a comparison",
      { design: "cohorts", model: "ancova" },
      ["analysis-plan.comparison-missing"],
    ],
    ["the primary among the secondary", { secondary: [mood] }, ["analysis-plan.primary-twice"]],
    ["a secondary outcome twice", { secondary: [stigma, stigma] }, ["analysis-plan.secondary-twice"]],
    ["two cohorts compared", { design: "cohorts", model: "ancova", comparisonCohort: "Usual care" }, []],
    ["the same measure at another time", { secondary: [{ ...mood, timepointCode: "m12" }] }, []],
  ])("%s", (_, changed, expected) => {
    expect(rules(changed)).toEqual(expected);
  });
});

describe("outcomeStanding", () => {
  const saved = (version: number, day: string, content: AnalysisPlan = plan): SavedPlan => ({
    version,
    savedAt: new Date(`2026-03-${day}T10:00:00Z`),
    hash: `hash-${version}`,
    plan: content,
  });
  const seen = new Date("2026-03-10T10:00:00Z");

  it("is planned when the plan is older than the first look", () => {
    expect(outcomeStanding(mood, [saved(1, "09")], seen)).toEqual({ kind: "primary", plan: saved(1, "09") });
    expect(outcomeStanding(stigma, [saved(1, "09")], seen)).toMatchObject({ kind: "secondary" });
    expect(outcomeStanding(mood, [saved(1, "09")], null)).toMatchObject({ kind: "primary" });
  });

  it("is exploratory when there was no plan, or another", () => {
    const other = { measure: "audit-c/total", timepointCode: "m6" };
    expect(outcomeStanding(mood, [], seen)).toEqual({ kind: "exploratory", why: "no-plan" });
    expect(outcomeStanding(other, [saved(1, "09")], seen)).toEqual({ kind: "exploratory", why: "not-in-plan" });
  });

  it("is exploratory when it was seen before, or at the moment, the plan was saved", () => {
    expect(outcomeStanding(mood, [saved(1, "10")], seen)).toEqual({ kind: "exploratory", why: "seen-before-plan" });
    expect(outcomeStanding(mood, [saved(1, "11")], seen)).toEqual({ kind: "exploratory", why: "seen-before-plan" });
  });

  it("goes by the newest plan before the first look, whatever came after", () => {
    const without = saved(2, "09", { ...plan, primary: stigma, secondary: [] });
    const late = saved(3, "12");
    expect(outcomeStanding(mood, [late, saved(1, "08"), without], seen)).toEqual({
      kind: "exploratory",
      why: "not-in-plan",
    });
    expect(outcomeStanding(stigma, [late, saved(1, "08"), without], seen)).toMatchObject({
      kind: "primary",
      plan: { version: 2 },
    });
  });
});
