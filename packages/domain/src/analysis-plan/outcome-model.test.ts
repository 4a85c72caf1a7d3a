import { describe, expect, it } from "vitest";
import type { AnalysisPlan } from "./analysis-plan";
import { modelFits, outcomeModel } from "./outcome-model";
import { modelsFor } from "./plan-choices";

const [score, yesOrNo, imported] = ["phq9/total", "retention/missed-any", "measure/any"];
const plan: AnalysisPlan = {
  ...{ title: "Do visits get missed?", design: "single-group", model: "repeated-measures", comparisonCohort: null },
  ...{ entryCutOff: null, importantDifference: null, secondary: [], intercurrentEvents: "" },
  primary: { measure: score, timepointCode: "m6" },
};
const cohorts = { design: "cohorts", comparisonCohort: "Usual care" } as const;

describe("modelFits", () => {
  const fits = (measure: string) =>
    (["paired-change", "repeated-measures", "ancova", "difference-in-differences"] as const).filter((model) =>
      modelFits({ model, primary: { measure, timepointCode: "m6" } }),
    );

  it("lets a measure that is yes or no have the two models of shares, and any other every model", () => {
    expect(fits(yesOrNo)).toEqual(["paired-change", "difference-in-differences"]);
    expect(modelsFor(true)).toEqual(fits(yesOrNo));
    expect(fits(score)).toEqual(["paired-change", "repeated-measures", "ancova", "difference-in-differences"]);
    expect(modelsFor(false)).toEqual(fits(score));
    expect(fits(imported)).toHaveLength(4);
    expect(fits("nobody/knows")).toHaveLength(4);
  });
});

describe("outcomeModel", () => {
  it("is the plan's own for scores", () => {
    for (const model of ["paired-change", "repeated-measures", "ancova", "difference-in-differences"] as const) {
      expect(outcomeModel({ ...plan, ...cohorts, model }, score)).toBe(model);
    }
  });

  it("is one of shares for yes or no, which compares where the plan does", () => {
    expect(outcomeModel({ ...plan, model: "paired-change" }, yesOrNo)).toBe("paired-change");
    expect(outcomeModel({ ...plan, ...cohorts, model: "paired-change" }, yesOrNo)).toBe("paired-change");
    expect(outcomeModel(plan, yesOrNo)).toBe("paired-change");
    for (const model of ["repeated-measures", "ancova", "difference-in-differences"] as const) {
      expect(outcomeModel({ ...plan, ...cohorts, model }, yesOrNo)).toBe("difference-in-differences");
    }
  });
});
