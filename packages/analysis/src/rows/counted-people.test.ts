import { describe, expect, it } from "vitest";
import { analyseOutcome } from "../outcome/analyse-outcome";
import { BTHEB_DATA, bthebRequest, EIGHT_MONTHS } from "../outcome/btheb-request.fixture";
import type { OutcomeRequest } from "../outcome/outcome-request";
import { countedPeople } from "./counted-people";
import type { PersonSeries } from "./person-series";

const TAU = BTHEB_DATA.people.filter(({ cohortId }) => cohortId === "TAU");
const rowsOf = (people: readonly PersonSeries[]) => people.map(({ row }) => row);
const own = (request: OutcomeRequest) =>
  countedPeople(request).request.data.people.filter(({ cohortId }) => cohortId === request.cohortId);
const range = (low: number, high: number) => ({ kind: "range", low, high });

describe("countedPeople", () => {
  it("leaves nobody out where the number of people with a baseline is shown", () => {
    const request = bthebRequest({ wave: 1 });
    const counted = countedPeople(request);
    expect(counted.request).toEqual(request);
    expect(counted.baseline("TAU")).toEqual({ kind: "exact", n: 48 });
    expect(counted.everybody("TAU")).toBe(true);
    expect(countedPeople(bthebRequest({ wave: 1, threshold: 3 })).everybody("TAU")).toBe(true);
  });

  it("leaves out the few without the score in question, and then says no number that tells how many", () => {
    const request = bthebRequest({ wave: 1, threshold: 5 });
    const counted = countedPeople(request);
    expect(counted.baseline("TAU")).toEqual(range(46, 49));
    expect(counted.everybody("TAU")).toBe(false);
    expect(rowsOf(own(request))).toEqual(rowsOf(TAU.filter(({ values }) => values[1] !== null)));
    const { sets, attrition, repeated, trajectories, assumptions, psychometrics, change } = analyseOutcome(request);
    expect(sets.baselineMeasured).toEqual(range(46, 49));
    expect(attrition.missingShare).toBeNull();
    expect(attrition.interpretable).toBe(true);
    expect(attrition.leavers).toEqual({ kind: "suppressed", rule: "small-count" });
    expect(attrition.flow.waves[0]?.scorable).toEqual(range(46, 49));
    expect(repeated).toMatchObject({ n: 45, baselineMeasured: 45 });
    expect([trajectories.of, change.n]).toEqual([45, 45]);
    expect(psychometrics.ends).toMatchObject({ n: 45 });
    const missing = assumptions.find(({ id }) => id === "missing-at-random");
    expect(missing).toEqual({ id: "missing-at-random", status: "cannot-check", n: 45 });
  });

  it("says 48 nowhere, and 3 of nobody", () => {
    for (const wave of [1, EIGHT_MONTHS]) {
      const { attrition, sets, repeated, trajectories, reliableChange, nullResult } = analyseOutcome(
        bthebRequest({ wave, threshold: 5, comparedWith: "BtheB", importantDifference: 20 }),
      );
      const parts = { bySite: attrition.bySite, leavers: attrition.leavers, model: attrition.model };
      const text = JSON.stringify({ parts, waves: attrition.flow.waves.slice(0, 1), sets, repeated, nullResult });
      expect(text).not.toMatch(/"(n|missing|left|baselineMeasured)":(48|3)[,}]/);
      expect(trajectories.of).toBeLessThanOrEqual(45);
      expect(reliableChange.kind).toBe("reliable-change");
    }
  });

  it("keeps whoever has the score in question where many are without it, and leaves out whoever was never seen again", () => {
    const request = bthebRequest({ wave: EIGHT_MONTHS, threshold: 5 });
    const kept = own(request);
    expect(rowsOf(kept)).toEqual(
      rowsOf(TAU.filter(({ values }) => values[1] !== null || values[EIGHT_MONTHS] !== null)),
    );
    // The change is of the same people as on the Change page.
    expect(analyseOutcome(request).change).toEqual(analyseOutcome(bthebRequest()).change);
    expect(analyseOutcome(request).attrition.missingShare).toBeCloseTo(1 - 25 / kept.length, 12);
  });

  it("goes by what the Change page shows, in either cohort, with items and covariates of the same people", () => {
    const shown = { enrolled: { kind: "exact", n: 60 }, baseline: { kind: "range", low: 51, high: 60 } } as const;
    const values = BTHEB_DATA.people.map(({ row }) => row);
    const items = { itemIds: ["a", "b"], rows: values.map((row) => [row, row]), incomplete: 0, people: values };
    const request = bthebRequest({
      ...{ wave: 1, threshold: 5, comparedWith: "BtheB", items, covariates: [{ name: "row", values }] },
      shown: { BtheB: shown },
    });
    const counted = countedPeople(request);
    // Nobody of them was seen at the start only, so 52 are drawn: not fewer than that have a baseline.
    expect(counted.baseline("BtheB")).toEqual(range(52, 60));
    const { data, covariates, items: left } = counted.request;
    const rows = rowsOf(data.people);
    expect(rows).toHaveLength(97);
    expect(covariates?.[0]?.values).toEqual(rows);
    expect(left?.people).toEqual(rows);
    expect(left?.rows.map(([first]) => first)).toEqual(rows);
  });

  it("draws nobody without a baseline where only a few of them have a later score", () => {
    const late = (count: number) => {
      const people = BTHEB_DATA.people.map((one) =>
        one.cohortId === "TAU" && TAU.indexOf(one) < count ? { ...one, values: [null, ...one.values.slice(1)] } : one,
      );
      return bthebRequest({ data: { ...BTHEB_DATA, people }, threshold: 3 });
    };
    const without = (request: OutcomeRequest) => own(request).filter(({ values }) => values[0] === null).length;
    expect(without(late(2))).toBe(0);
    expect(countedPeople(late(2)).everybody("TAU")).toBe(false);
    expect(without({ ...late(2), threshold: 1 })).toBe(2);
  });
});
