import { expect, it } from "vitest";
import { plannedComparison } from "./planned-comparison";

const cohorts = ["Visit", "Phone", "Usual care"].map((name) => ({ name, cohort: { cohortId: name } }));
const [visit, phone, usual] = cohorts;
const table = {
  cohorts: [
    { id: "Visit", name: "Visit", kind: "peer-support" },
    { id: "Phone", name: "Phone", kind: "peer-support" },
    { id: "Usual care", name: "Usual care", kind: "comparison" },
  ],
};
const at = { code: "end" };
const place = (supportedCohorts: string[], comparisonCohort = "Usual care") => ({
  comparisons: { "end phq9/total": { comparisonCohort, supportedCohorts } },
});

it("names whom the plan compares, of the cohorts that are shown", () => {
  const compared = (...given: Parameters<typeof place>) =>
    plannedComparison(place(...given), table, "phq9/total", at, cohorts);
  expect(compared([])).toEqual({ supported: [visit, phone], other: usual });
  expect(compared(["Phone"])).toEqual({ supported: [phone], other: usual });
  expect(compared(["Nobody"])).toBeNull();
  expect(compared([], "Nobody")).toBeNull();
  expect(plannedComparison(place([]), table, "gad7/total", at, cohorts)).toBeNull();
});
