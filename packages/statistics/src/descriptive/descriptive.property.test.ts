import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeValues } from "./describe-values";
import { histogram } from "./histogram";
import { type MomentSums, mergeMomentSums, momentSums } from "./moment-sums";
import { excessKurtosis, skewness } from "./shape";
import { shapiroWilk } from "./shapiro-wilk";

const half = fc.integer({ min: -200, max: 200 }).map((value) => value / 2);
const lists = fc.array(half, { minLength: 1, maxLength: 60 });
const close = (actual: number, expected: number, scale = 1) => {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(scale, Math.abs(expected)));
};

describe("descriptions", () => {
  it("of two groups together come from those of each", () => {
    fc.assert(
      fc.property(lists, lists, (a, b) => {
        const merged = mergeMomentSums(momentSums(a), momentSums(b));
        const all = momentSums([...a, ...b]);
        expect(merged.n).toBe(all.n);
        close(merged.mean, all.mean);
        close(merged.squares, all.squares);
        close(merged.cubes, all.cubes, 1e6);
        close(merged.fourthPowers, all.fourthPowers, 1e6);
      }),
    );
  });

  it("follow shift, unit and sign, and ignore the order", () => {
    fc.assert(
      fc.property(lists, half, fc.integer({ min: 1, max: 9 }), (values, shift, unit) => {
        const found = describeValues(values);
        const moved = describeValues([...values].reverse().map((value) => -unit * value + shift));
        if (found.kind !== "description" || moved.kind !== "description") throw new Error("No description");
        close(moved.mean, shift - unit * found.mean);
        close(moved.median, shift - unit * found.median);
        close(moved.trimmedMean, shift - unit * found.trimmedMean);
        close(moved.medianAbsoluteDeviation, unit * found.medianAbsoluteDeviation);
        close(moved.minimum, shift - unit * found.maximum);
        close(moved.lowerQuartile, shift - unit * found.upperQuartile);
        expect(moved.standardDeviation.kind).toBe(found.standardDeviation.kind);
        if (moved.standardDeviation.kind === "value" && found.standardDeviation.kind === "value") {
          close(moved.standardDeviation.value, unit * found.standardDeviation.value);
        }
        expect(moved.skewness.kind).toBe(found.skewness.kind);
        if (moved.skewness.kind === "value" && found.skewness.kind === "value") {
          expect(moved.skewness.value).toBeCloseTo(-found.skewness.value, 8);
        }
        if (moved.kurtosis.kind === "value" && found.kurtosis.kind === "value") {
          expect(moved.kurtosis.value).toBeCloseTo(found.kurtosis.value, 8);
        }
      }),
    );
  });

  it("lie between the ends", () => {
    fc.assert(
      fc.property(lists, (values) => {
        const found = describeValues(values, { scale: { lowest: -100, highest: 100 } });
        if (found.kind !== "description") throw new Error("No description");
        for (const middle of [found.mean, found.median, found.trimmedMean, found.lowerQuartile, found.upperQuartile]) {
          expect(middle).toBeGreaterThanOrEqual(found.minimum - 1e-12);
          expect(middle).toBeLessThanOrEqual(found.maximum + 1e-12);
        }
        expect(found.ends?.atLowest).toBe(values.filter((value) => value === -100).length);
      }),
    );
  });

  it("never hold NaN or infinity, whatever finite values come in", () => {
    const any = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 30 });
    const check = (result: unknown): void => {
      if (typeof result === "number") expect(Number.isFinite(result)).toBe(true);
      else if (typeof result === "object" && result !== null) for (const part of Object.values(result)) check(part);
    };
    fc.assert(
      fc.property(any, (values) => {
        check(describeValues(values));
        check(shapiroWilk(values));
        check(histogram(values));
        const sums: MomentSums = momentSums(values);
        for (const definition of ["moment", "adjusted", "sample"] as const) {
          check(skewness(sums, definition));
          check(excessKurtosis(sums, definition));
        }
      }),
    );
  });
});

describe("histograms", () => {
  it("hold everybody, between edges of one width", () => {
    fc.assert(
      fc.property(lists, (values) => {
        const found = histogram(values);
        if (found.kind !== "histogram") {
          expect(new Set(values).size).toBe(1);
          return;
        }
        expect(found.counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
        expect(found.edges[0]).toBeLessThanOrEqual(Math.min(...values));
        expect(found.edges.at(-1)).toBeGreaterThanOrEqual(Math.max(...values) - 1e-9);
        found.counts.forEach((count, index) => {
          const [low, high] = [found.edges[index] ?? 0, found.edges[index + 1] ?? 0];
          const inside = values.filter((x) => (x > low || (index === 0 && x === low)) && x <= high).length;
          expect(count).toBe(inside);
        });
      }),
    );
  });
});

describe("the test of normality", () => {
  it("does not depend on unit, zero point, sign or order", () => {
    fc.assert(
      fc.property(fc.array(half, { minLength: 3, maxLength: 60 }), half, (values, shift) => {
        const found = shapiroWilk(values);
        const moved = shapiroWilk([...values].reverse().map((value) => shift - 3 * value));
        expect(moved.kind).toBe(found.kind);
        if (found.kind !== "shapiro-wilk" || moved.kind !== "shapiro-wilk") return;
        expect(moved.w).toBeCloseTo(found.w, 10);
        expect(moved.pValue).toBeCloseTo(found.pValue, 7);
        expect(found.w).toBeGreaterThan(0);
        expect(found.w).toBeLessThanOrEqual(1);
        expect(found.pValue).toBeGreaterThanOrEqual(0);
        expect(found.pValue).toBeLessThanOrEqual(1);
      }),
    );
  });
});
