import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kruskalWallis } from "./kruskal-wallis";
import { locationShift } from "./location-shift";
import { meanDifference } from "./mean-difference";
import { oneWayAnova } from "./one-way-anova";
import { probabilityOfSuperiority } from "./probability-of-superiority";
import { exactRankSumTest, normalRankSumTest } from "./rank-sum-test";
import { standardisedMeanDifference } from "./standardised-mean-difference";
import { welchAnova } from "./welch-anova";

const half = fc.integer({ min: -40, max: 40 }).map((value) => value / 2);
const sample = fc.array(half, { minLength: 2, maxLength: 9 });
const samples = fc.array(sample, { minLength: 2, maxLength: 4 });
const estimators = [meanDifference, locationShift, probabilityOfSuperiority] as const;

/** Every number of a result, by its path. */
function numbers(value: unknown, path = ""): [string, number][] {
  if (typeof value === "number") return [[path, value]];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => numbers(inner, `${path}.${key}`));
}

function expectAlike(actual: unknown, wanted: unknown): void {
  const [left, right] = [numbers(actual), numbers(wanted)];
  expect(left.map(([path]) => path)).toEqual(right.map(([path]) => path));
  left.forEach(([path, value], index) => {
    const other = right[index]?.[1] ?? Number.NaN;
    expect(Math.abs(value - other), path).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(other)));
  });
}

describe("two groups", () => {
  it("have intervals around their estimates", () => {
    for (const estimate of estimators) {
      fc.assert(
        fc.property(sample, sample, (a, b) => {
          const result = estimate(a, b);
          if (result.kind !== "estimate") return;
          expect(result.interval.low).toBeLessThanOrEqual(result.value);
          expect(result.interval.high).toBeGreaterThanOrEqual(result.value);
          expect(result.standardError).toBeGreaterThanOrEqual(0);
          if (result.test) {
            expect(result.test.pValue).toBeGreaterThanOrEqual(0);
            expect(result.test.pValue).toBeLessThanOrEqual(1);
          }
        }),
      );
    }
  });

  it("turn around when they are exchanged", () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        for (const estimate of [meanDifference, locationShift] as const) {
          const [forward, back] = [estimate(a, b), estimate(b, a)];
          expect(back.kind).toBe(forward.kind);
          if (forward.kind !== "estimate" || back.kind !== "estimate") continue;
          expect(back.value).toBeCloseTo(-forward.value, 10);
          expect(back.interval.low).toBeCloseTo(-forward.interval.high, 9);
          expect(back.standardError).toBeCloseTo(forward.standardError, 10);
        }
        const [share, rest] = [probabilityOfSuperiority(a, b), probabilityOfSuperiority(b, a)];
        if (share.kind === "estimate" && rest.kind === "estimate") {
          expect(share.value + rest.value).toBeCloseTo(1, 12);
          expect(share.test?.pValue).toBeCloseTo(rest.test?.pValue ?? Number.NaN, 10);
        }
        for (const test of [exactRankSumTest, normalRankSumTest] as const) {
          const [one, other] = [test(a, b, true), test(b, a, true)];
          if (one.kind !== "test" || other.kind !== "test") continue;
          expect(one.statistic + other.statistic).toBe(a.length * b.length);
          expect(one.pValue).toBeCloseTo(other.pValue, 12);
          expect(one.pLess).toBeCloseTo(other.pGreater, 12);
          expect(one.cliffsDelta).toBeCloseTo(-other.cliffsDelta, 12);
        }
      }),
    );
  });

  it("follow a shift and a change of unit, and ignore the order of people", () => {
    fc.assert(
      fc.property(sample, sample, half, fc.integer({ min: 1, max: 5 }), (a, b, shift, unit) => {
        const move = (values: readonly number[]) => values.map((value) => unit * (value + shift));
        for (const estimate of estimators) {
          const [before, after] = [estimate(a, b), estimate(move(a), move(b))];
          const factor = estimate === probabilityOfSuperiority ? 1 : unit;
          if (before.kind !== "estimate" || after.kind !== "estimate") continue;
          expect(after.value).toBeCloseTo(factor * before.value, 9);
          expect(after.interval.high).toBeCloseTo(factor * before.interval.high, 8);
          expectAlike(estimate([...a].reverse(), [...b].reverse()), before);
        }
        expectAlike(standardisedMeanDifference(move(a), move(b)), standardisedMeanDifference(a, b));
      }),
      { numRuns: 60 },
    );
  });

  it("have both tails: they overlap in the value seen", () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const test = exactRankSumTest(a, b);
        if (test.kind !== "test") return;
        expect(test.pLess + test.pGreater).toBeGreaterThan(1);
        expect(test.pValue).toBeGreaterThanOrEqual(Math.min(test.pLess, test.pGreater) - 1e-12);
      }),
    );
  });
});

describe("several groups", () => {
  it("do not depend on their order, on shift or on unit", () => {
    const turn = (groups: readonly (readonly number[])[]) =>
      [...groups].reverse().map((group) => group.map((value) => 3 * value - 7));
    fc.assert(
      fc.property(samples, (groups) => {
        for (const test of [oneWayAnova, welchAnova, kruskalWallis] as const) {
          const [before, after] = [test(groups), test(turn(groups))];
          expect(after.kind).toBe(before.kind);
          if (before.kind !== "test" || after.kind !== "test") continue;
          expect(after.statistic).toBeCloseTo(before.statistic, 7);
          expect(after.pValue).toBeCloseTo(before.pValue, 9);
        }
      }),
    );
  });

  it("are two groups when they are two", () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const [analysis, student] = [oneWayAnova([a, b]), meanDifference(a, b, 0.95, "equal")];
        if (analysis.kind === "test" && student.kind === "estimate") {
          expect(analysis.pValue).toBeCloseTo(student.test?.pValue ?? Number.NaN, 9);
        }
        const [welch, unequal] = [welchAnova([a, b]), meanDifference(a, b)];
        if (welch.kind === "test" && unequal.kind === "estimate") {
          expect(welch.pValue).toBeCloseTo(unequal.test?.pValue ?? Number.NaN, 9);
          expect(welch.degreesOfFreedomWithin).toBeCloseTo(unequal.degreesOfFreedom ?? Number.NaN, 6);
        }
        const [kruskal, ranks] = [kruskalWallis([a, b]), normalRankSumTest(a, b, false)];
        if (kruskal.kind === "test" && ranks.kind === "test") {
          expect(kruskal.statistic).toBeCloseTo((ranks.z ?? Number.NaN) ** 2, 9);
          expect(kruskal.pValue).toBeCloseTo(ranks.pValue, 9);
        }
      }),
    );
  });
});
