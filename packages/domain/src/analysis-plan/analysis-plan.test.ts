import { describe, expect, it } from "vitest";
import { type AnalysisPlan, analysisPlanSchema, plainPlan } from "./analysis-plan";
import { type OutcomeContrast, outcomeRole, outcomeStanding, type SavedPlan } from "./outcome-standing";

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
    [
      "the comparison among the supported",
      { design: "cohorts", model: "ancova", comparisonCohort: "Usual care", supportedCohorts: ["Usual care"] },
      ["analysis-plan.comparison-supported"],
    ],
    ["supported cohorts by name", { supportedCohorts: ["By phone"] }, []],
    ["the primary among the secondary", { secondary: [mood] }, ["analysis-plan.primary-twice"]],
    ["a secondary outcome twice", { secondary: [stigma, stigma] }, ["analysis-plan.secondary-twice"]],
    ["two cohorts compared", { design: "cohorts", model: "ancova", comparisonCohort: "Usual care" }, []],
    ["the same measure at another time", { secondary: [{ ...mood, timepointCode: "m12" }] }, []],
  ])("%s", (_, changed, expected) => {
    expect(rules(changed)).toEqual(expected);
  });
});

it("says the same whether no supported cohort is named, or an empty list of them", () => {
  expect(Object.keys(plainPlan({ ...plan, supportedCohorts: [] }))).toEqual(Object.keys(plan));
  expect(plainPlan(plan)).toEqual(plan);
  expect(plainPlan({ ...plan, supportedCohorts: ["Visit", "Phone", "Visit"] }).supportedCohorts).toEqual([
    "Phone",
    "Visit",
  ]);
});

describe("outcomeRole", () => {
  const saved = (version: number, day: string, content: AnalysisPlan = plan): SavedPlan => ({
    version,
    savedAt: new Date(`2026-03-${day}T10:00:00Z`),
    hash: `hash-${version}`,
    plan: content,
  });
  const seen = new Date("2026-03-10T10:00:00Z");

  it("is planned when the plan is older than the first look", () => {
    expect(outcomeRole(mood, [saved(1, "09")], seen)).toEqual({ kind: "primary", plan: saved(1, "09") });
    expect(outcomeRole(stigma, [saved(1, "09")], seen)).toMatchObject({ kind: "secondary" });
    expect(outcomeRole(mood, [saved(1, "09")], null)).toMatchObject({ kind: "primary" });
  });

  it("is exploratory when the days that belong to the time were changed after the plan", () => {
    const changed = { ...saved(1, "09"), changedWindows: ["m6"] };
    const why = { kind: "exploratory", why: "window-changed", plan: changed };
    expect(outcomeRole(mood, [changed], seen)).toEqual({ ...why, role: "primary" });
    expect(outcomeRole(stigma, [changed], null)).toEqual({ ...why, role: "secondary" });
    expect(outcomeRole(mood, [{ ...changed, changedWindows: ["m12"] }], seen)).toMatchObject({ kind: "primary" });
    // A version saved in time with the new days puts it right; one saved after the look does not.
    expect(outcomeRole(mood, [changed, saved(2, "09")], seen)).toMatchObject({ kind: "primary", plan: { version: 2 } });
    expect(outcomeRole(mood, [changed, saved(2, "12")], seen)).toMatchObject({ why: "window-changed" });
  });

  it("is exploratory when there was no plan, or another", () => {
    const other = { measure: "audit-c/total", timepointCode: "m6" };
    expect(outcomeRole(mood, [], seen)).toEqual({ kind: "exploratory", why: "no-plan" });
    expect(outcomeRole(other, [saved(1, "09")], seen)).toEqual({ kind: "exploratory", why: "not-in-plan" });
  });

  it("is exploratory when it was seen before, or at the moment, the plan was saved", () => {
    expect(outcomeRole(mood, [saved(1, "10")], seen)).toEqual({ kind: "exploratory", why: "seen-before-plan" });
    expect(outcomeRole(mood, [saved(1, "11")], seen)).toEqual({ kind: "exploratory", why: "seen-before-plan" });
  });

  it("goes by the newest plan before the first look, whatever came after", () => {
    const without = saved(2, "09", { ...plan, primary: stigma, secondary: [] });
    const late = saved(3, "12");
    expect(outcomeRole(mood, [late, saved(1, "08"), without], seen)).toEqual({
      kind: "exploratory",
      why: "not-in-plan",
    });
    expect(outcomeRole(stigma, [late, saved(1, "08"), without], seen)).toMatchObject({
      kind: "primary",
      plan: { version: 2 },
    });
  });
});

describe("outcomeStanding", () => {
  const seen = new Date("2026-03-10T10:00:00Z");
  const saved = (changed: Partial<AnalysisPlan>): SavedPlan => ({
    ...{ version: 1, savedAt: new Date("2026-03-09T10:00:00Z"), hash: "hash" },
    plan: { ...plan, design: "cohorts", model: "ancova", comparisonCohort: "Usual care", ...changed },
  });
  const planned: OutcomeContrast = {
    ...mood,
    ...{ cohort: { name: "By visit", kind: "peer-support" }, comparator: "Usual care", site: null },
  };
  const standing = (contrast: Partial<OutcomeContrast>, changed: Partial<AnalysisPlan> = {}) => {
    const found = outcomeStanding({ ...planned, ...contrast }, [saved(changed)], seen);
    return found.kind === "exploratory" ? found.why : found.kind;
  };

  it("is planned in the planned contrast, for each supported cohort and each planned outcome", () => {
    expect(standing({})).toBe("primary");
    expect(standing({ cohort: { name: "By phone", kind: "peer-support" } })).toBe("primary");
    expect(standing(stigma)).toBe("secondary");
  });

  it("is exploratory in anything else, and says in what it departs from which plan", () => {
    expect(standing({ cohort: { name: "Usual care", kind: "comparison" }, comparator: null })).toBe(
      "comparison-cohort",
    );
    expect(standing({ cohort: { name: "Usual care", kind: "peer-support" } })).toBe("comparison-cohort");
    expect(standing({ cohort: { name: "Other care", kind: "comparison" } })).toBe("comparison-cohort");
    expect(standing({ cohort: { name: "Friends", kind: "other" } })).toBe("other-cohort");
    expect(standing({ comparator: null })).toBe("other-comparison");
    expect(standing({ comparator: "By phone" })).toBe("other-comparison");
    expect(standing({ site: "Hillside" })).toBe("one-site");
    expect(standing({ ...stigma, site: "Hillside" })).toBe("one-site");
    const one = outcomeStanding({ ...planned, site: "Hillside" }, [saved({})], seen);
    expect(one).toEqual({ kind: "exploratory", why: "one-site", plan: saved({}), role: "primary" });
  });

  it("goes by the cohorts the plan names, of whatever kind", () => {
    const supportedCohorts = ["By phone", "Friends"];
    expect(standing({}, { supportedCohorts })).toBe("other-cohort");
    expect(standing({ cohort: { name: "By phone", kind: "peer-support" } }, { supportedCohorts })).toBe("primary");
    expect(standing({ cohort: { name: "Friends", kind: "other" } }, { supportedCohorts })).toBe("primary");
    expect(standing({}, { supportedCohorts: [] })).toBe("primary");
  });

  it("minds the comparison only where the plan's model compares", () => {
    expect(standing({ comparator: null }, { model: "paired-change" })).toBe("primary");
    expect(standing({ comparator: "By phone" }, { model: "paired-change" })).toBe("primary");
    const overWaves = { model: "repeated-measures" } as const;
    expect(standing({ comparator: null }, overWaves)).toBe("other-comparison");
    expect(standing({}, overWaves)).toBe("primary");
    expect(standing({ comparator: null }, { ...overWaves, comparisonCohort: null })).toBe("primary");
    expect(standing({ comparator: null }, { ...overWaves, design: "single-group" })).toBe("primary");
    expect(standing({ comparator: null }, { model: "difference-in-differences" })).toBe("other-comparison");
  });

  it("is exploratory for the plan's own reason first", () => {
    const elsewhere = { site: "Hillside", measure: "audit-c/total" };
    expect(standing(elsewhere)).toBe("not-in-plan");
    expect(outcomeStanding(planned, [], null)).toEqual({ kind: "exploratory", why: "no-plan" });
  });
});
