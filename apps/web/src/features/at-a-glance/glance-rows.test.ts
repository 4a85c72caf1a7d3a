import { type ChangeTableInput, changeTable } from "@alongside/analysis/change/change-table";
import { describe, expect, it } from "vitest";
import { WHOLE_GLANCE } from "./glance-address";
import { glanceDomains, readingsOf } from "./glance-rows";

const NOBODY = { sum: "0", sumSquares: "0", sumX: "0", sumY: "0", sumXX: "0", sumYY: "0", sumXY: "0" };

/** Sums of people who all moved by about the same. */
function cellsOf(measure: string, cohortId: string, [pairs, lost, by]: readonly [number, number, number]) {
  const before = Array.from({ length: pairs + lost }, (_, at) => 10 + (at % 7));
  const x = before.slice(0, pairs);
  const y = x.map((score, at) => score + by + (at % 3) - 1);
  const add = (values: readonly number[]) => String(values.reduce((sum, one) => sum + one, 0));
  const both = (one: readonly number[], other: readonly number[]) =>
    add(one.map((value, at) => value * (other[at] ?? 0)));
  const key = { siteId: "s", cohortId, measure };
  const scored = (values: readonly number[]) => ({ sum: add(values), sumSquares: both(values, values) });
  const atBaseline = { ...NOBODY, ...scored(before), n: before.length, unscored: 0, pairs: before.length };
  const own = { sumX: add(before), sumY: add(before), sumXX: both(before, before) };
  return [
    { ...key, timepointId: "t0", ...atBaseline, ...own, sumYY: own.sumXX, sumXY: own.sumXX },
    {
      ...{ ...key, timepointId: "t1", ...scored(y), n: pairs, unscored: 0, pairs },
      ...{ sumX: add(x), sumY: add(y), sumXX: both(x, x), sumYY: both(y, y), sumXY: both(x, y) },
    },
  ];
}

const describedAs = (measure: string, domain: string, improvement: "increase" | "decrease" = "increase") => ({
  ...{ measure, label: { en: measure, zh: measure }, improvement, range: { minimum: 0, maximum: 40 } },
  ...{ importantDifference: null, domain, outcomes: [], askedOf: "everyone" as const },
});

const INPUT: ChangeTableInput = {
  cells: [
    ...cellsOf("a", "one", [30, 2, 2]),
    ...cellsOf("b", "one", [24, 12, -6]),
    ...cellsOf("c", "one", [30, 0, -3]),
    ...cellsOf("a/part", "one", [30, 2, 2]),
  ],
  enrolled: new Map([["one", 40]]),
  measures: [
    describedAs("a", "outcome.psychological"),
    describedAs("b", "outcome.psychological", "decrease"),
    describedAs("c", "outcome.social"),
    describedAs("a/part", "outcome.psychological"),
    describedAs("never", "outcome.social"),
  ],
  cohorts: [{ id: "one", name: "One", kind: "supported" }],
  timepoints: [
    { id: "t0", code: "start", label: "Start", kind: "baseline", position: 0, targetDay: 0 },
    { id: "t1", code: "end", label: "End", kind: "end", position: 1, targetDay: 90 },
  ],
  threshold: 5,
};
const source = { instrument: null, abbreviation: "", edition: "", validation: "not-applicable", unit: "" } as const;
const table = changeTable(INPUT);
const VIEW = {
  table,
  sources: Object.fromEntries(
    INPUT.measures.map(({ measure }) => [
      measure,
      { ...source, headline: measure !== "a/part", inUse: true, origin: "" },
    ]),
  ),
};

const names = (address: Partial<typeof WHOLE_GLANCE>) =>
  glanceDomains(VIEW, "t1", { ...WHOLE_GLANCE, ...address }).map(({ domain, outcomes, leftOut }) => ({
    ...{ domain, leftOut },
    outcomes: outcomes.map(({ measure }) => measure.description.measure),
  }));

describe("the overview", () => {
  it("has the outcomes of which something was collected, domain by domain, without parts of questionnaires", () => {
    expect(names({})).toEqual([
      { domain: "outcome.psychological", outcomes: ["a", "b"], leftOut: 0 },
      { domain: "outcome.social", outcomes: ["c"], leftOut: 0 },
    ]);
  });

  it("goes into one domain with everything it has, and into none the table has not", () => {
    expect(names({ domain: "outcome.psychological" })).toEqual([
      { domain: "outcome.psychological", outcomes: ["a", "b", "a/part"], leftOut: 0 },
    ]);
    expect(names({ domain: "outcome.weather" })).toEqual(names({}));
  });

  it("shows what reads so, and says how many are left out", () => {
    expect(names({ reading: "worse" })).toEqual([
      { domain: "outcome.psychological", outcomes: [], leftOut: 2 },
      { domain: "outcome.social", outcomes: ["c"], leftOut: 0 },
    ]);
  });

  it("orders by the change towards better, whichever way the scale runs, and by who is missing", () => {
    expect(names({ order: "change" })[0]?.outcomes).toEqual(["b", "a"]);
    expect(names({ order: "missing" })[0]?.outcomes).toEqual(["b", "a"]);
  });
});

it("counts readings cohort by cohort", () => {
  const outcomes = glanceDomains(VIEW, "t1", WHOLE_GLANCE).flatMap((domain) => domain.outcomes);
  expect(readingsOf(table, outcomes)).toEqual([{ name: "One", outcomes: 3, better: 2, worse: 1 }]);
});
