import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { UsableShift } from "../share-change/usable-shift";
import { netDifference } from "./net-difference";

function cells(both: number, preOnly: number, postOnly: number, neither: number): UsableShift {
  return { kind: "cells", table: { both, preOnly, postOnly, neither } };
}

function found(own: UsableShift, other: UsableShift) {
  const estimate = netDifference(own, other);
  if (estimate.kind !== "estimate" || estimate.test === undefined) throw new Error("no estimate");
  return { ...estimate, test: estimate.test };
}

describe("netDifference", () => {
  // R 4.2.2: Wilson's limits and method 10 written out, uniroot(limit, c(1e-6, 5)), 2 * pnorm(-z).
  it("tests by the interval: p is 1 less the level at which a limit is 0", () => {
    const high = found(cells(30, 5, 15, 10), cells(20, 15, 10, 10));
    expect(high.interval.low).toBeCloseTo(0.027118734994773, 12);
    expect(high.interval.high).toBeCloseTo(0.4757559161236, 12);
    expect(high.test.statistic).toBeCloseTo(2.198614528192779, 8);
    expect(high.test.pValue).toBeCloseTo(0.027905343052488, 8);
    const low = found(cells(10, 10, 10, 10), cells(30, 5, 15, 10));
    expect(low.interval.high).toBeCloseTo(0.088348326791367, 12);
    expect(low.test.statistic).toBeCloseTo(-1.25816636453948, 8);
    expect(low.test.pValue).toBeCloseTo(0.20833159650566, 8);
  });

  it("has p 1 where the changes are equal, and never one under that of a critical value of 5", () => {
    expect(found(cells(30, 5, 15, 10), cells(60, 10, 30, 20)).test).toMatchObject({ statistic: 0, pValue: 1 });
    const extreme = found(cells(0, 0, 400, 0), cells(0, 400, 0, 0));
    expect(extreme.test.statistic).toBe(5);
    expect(extreme.test.pValue).toBeCloseTo(5.733e-7, 10);
  });

  it("has neither value nor test where nothing may be used, and both from shares alone", () => {
    const nothing: UsableShift = { kind: "nothing" };
    expect(netDifference(nothing, cells(30, 5, 15, 10)).kind).toBe("suppressed");
    expect(netDifference(cells(30, 5, 15, 10), nothing).kind).toBe("suppressed");
    expect(netDifference(cells(30, 5, 15, 10), cells(0, 0, 0, 0)).kind).toBe("insufficient-data");
    const margins: UsableShift = { kind: "margins", n: 60, before: 35, after: 45 };
    const wide = found(margins, cells(20, 15, 10, 10));
    const narrow = found(cells(30, 5, 15, 10), cells(20, 15, 10, 10));
    expect(wide.value).toBeCloseTo(narrow.value, 12);
    expect(wide.test.pValue).toBeGreaterThan(narrow.test.pValue);
  });

  it("agrees with its interval, and turns round with the cohorts", () => {
    const count = fc.nat({ max: 40 });
    const table = fc.tuple(count, count, count, count).filter((counts) => counts.some((people) => people > 0));
    fc.assert(
      fc.property(table, table, (first, second) => {
        const [own, other] = [cells(...first), cells(...second)];
        const one = found(own, other);
        const { low, high } = one.interval;
        expect(one.test.pValue < 0.05).toBe(low > 0 || high < 0);
        expect(one.test.pValue).toBeGreaterThan(5e-7);
        expect(one.test.pValue).toBeLessThanOrEqual(1);
        const turned = found(other, own);
        expect(turned.value).toBeCloseTo(-one.value, 12);
        expect(turned.test.pValue).toBeCloseTo(one.test.pValue, 8);
      }),
      { numRuns: 300 },
    );
  });
});
