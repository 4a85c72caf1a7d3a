import type { AnalysisPlan } from "@alongside/domain/analysis-plan/analysis-plan";
import { describe, expect, it } from "vitest";
import { asksForComparison, draftOf, fitting, planOf, withSecondary } from "./plan-draft";

const plan: AnalysisPlan = {
  title: "Does mood change?",
  design: "cohorts",
  primary: { measure: "phq9/total", timepointCode: "end" },
  model: "ancova",
  comparisonCohort: "Usual care",
  entryCutOff: { side: "at-least", value: -2.5 },
  importantDifference: 4.5,
  secondary: [{ measure: "gad7/total", timepointCode: "end" }],
  intercurrentEvents: "Counted with what they answered.",
};

const choice = (value: string, yesOrNo: boolean) => ({ value, label: value, group: null, important: null, yesOrNo });
const choices = { measures: [choice("phq9/total", false), choice("retention/missed-any", true)] };

describe("a plan that is being written", () => {
  it("keeps of a plan for a measure that is yes or no only what fits it", () => {
    const draft = draftOf(plan, choices);
    expect(fitting(draft, false)).toEqual(draft);
    expect(fitting(draft, true)).toEqual({ ...draft, model: "difference-in-differences", importantDifference: "" });
    const overTimes = { ...draft, model: "repeated-measures" } as const;
    expect(fitting(overTimes, true)).toMatchObject({ model: "paired-change", comparisonCohort: "Usual care" });
    const former = { ...plan, primary: { measure: "retention/missed-any", timepointCode: "end" } };
    expect(planOf(draftOf(former, choices))).toMatchObject({
      ...{ model: "difference-in-differences", importantDifference: null, comparisonCohort: "Usual care" },
    });
  });

  it("starts from the saved one and goes out as it came in", () => {
    expect(planOf(draftOf(plan, choices))).toEqual(plan);
    const without = { ...plan, comparisonCohort: null, entryCutOff: null, importantDifference: null };
    expect(planOf(draftOf(without, choices))).toEqual(without);
  });

  it("starts from nothing with nothing planned", () => {
    const blank = planOf(draftOf(null, choices));
    expect(blank).toMatchObject({ title: "", entryCutOff: null, importantDifference: null, secondary: [] });
    expect(blank.comparisonCohort).toBeNull();
  });

  it("names supported cohorts where some are chosen, and never the comparison among them", () => {
    const draft = { ...draftOf(plan, choices), supportedCohorts: ["By phone", "Usual care"] };
    expect(planOf(draft).supportedCohorts).toEqual(["By phone"]);
    expect(planOf(draftOf(planOf(draft), choices)).supportedCohorts).toEqual(["By phone"]);
    expect(Object.keys(planOf({ ...draft, supportedCohorts: [] }))).not.toContain("supportedCohorts");
  });

  it("takes a zero as a number", () => {
    expect(planOf({ ...draftOf(plan, choices), cutOff: "0" }).entryCutOff).toEqual({ side: "at-least", value: 0 });
  });

  it("leaves out the comparison where none is asked for", () => {
    const single = { ...draftOf(plan, choices), design: "single-group", model: "paired-change" } as const;
    expect(asksForComparison(single)).toBe(false);
    expect(planOf(single).comparisonCohort).toBeNull();
    expect(planOf({ ...single, model: "difference-in-differences" }).comparisonCohort).toBe("Usual care");
    expect(planOf({ ...single, design: "randomised" }).comparisonCohort).toBe("Usual care");
  });

  it("gives each secondary outcome a key of its own, whichever were removed", () => {
    const two = withSecondary(draftOf(plan, choices));
    expect(two.secondary.map(({ key }) => key)).toEqual([0, 1]);
    expect(two.secondary[1]).toMatchObject({ measure: "", timepointCode: "end" });
    const later = withSecondary({ ...two, secondary: two.secondary.slice(1) });
    expect(later.secondary.map(({ key }) => key)).toEqual([1, 2]);
  });
});
