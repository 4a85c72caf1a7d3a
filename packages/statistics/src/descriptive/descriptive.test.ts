import { describe, expect, it } from "vitest";
import type { Quantity } from "../paired/change-from-moments";
import { describeValues } from "./describe-values";
import fixtures from "./descriptive.fixtures.json";
import { histogram } from "./histogram";
import { mergeMomentSums, momentSums, NO_VALUES } from "./moment-sums";
import { excessKurtosis, skewness } from "./shape";
import { shapiroWilk } from "./shapiro-wilk";

const close = (actual: number, expected: number, tolerance = 1e-10, what = "") => {
  expect(Math.abs(actual - expected), what).toBeLessThanOrEqual(tolerance * Math.max(1e-6, Math.abs(expected)));
};
const value = (quantity: Quantity): number | null => (quantity.kind === "value" ? quantity.value : null);
const sets = Object.entries(fixtures.sets);

describe.each(sets)("%s", (name, set) => {
  it("is described as R describes it", () => {
    const found = describeValues(set.values);
    if (found.kind !== "description") throw new Error(found.reason);
    expect(found.n).toBe(set.values.length);
    close(found.mean, set.mean);
    close(value(found.standardDeviation) ?? Number.NaN, set.sd);
    close(value(found.standardError) ?? Number.NaN, set.se);
    close(found.median, set.median);
    close(found.trimmedMean, set.trimmed);
    close(found.medianAbsoluteDeviation, set.mad);
    const quartiles = [found.minimum, found.lowerQuartile, found.median, found.upperQuartile, found.maximum];
    quartiles.forEach((quartile, index) => {
      close(quartile, set.quartiles[index] ?? Number.NaN);
    });
    // Deviations a millionth of the mean cannot keep ten digits of their fourth powers.
    const tolerance = name === "large" ? 1e-6 : 1e-10;
    const sums = momentSums(set.values);
    (["moment", "adjusted", "sample"] as const).forEach((definition, index) => {
      for (const [measure, expected] of [
        [skewness, set.skewness[index]],
        [excessKurtosis, set.kurtosis[index]],
      ] as const) {
        const actual = value(measure(sums, definition));
        if (expected === null || expected === undefined) expect(actual).toBeNull();
        else close(actual ?? Number.NaN, expected, tolerance, definition);
      }
    });
    close(value(found.skewness) ?? Number.NaN, set.skewness[2] ?? Number.NaN, tolerance);
    close(value(found.kurtosis) ?? Number.NaN, set.kurtosis[2] ?? Number.NaN, tolerance);
  });

  it("is tested for normality as R does", () => {
    const found = shapiroWilk(set.values);
    if (set.w === null || set.p === null) {
      expect(found).toMatchObject({ reason: "too-few", needed: 3 });
      return;
    }
    if (found.kind !== "shapiro-wilk") throw new Error(found.reason);
    close(found.w, set.w, 1e-9);
    close(found.pValue, set.p, 1e-6);
  });

  it("has R's histogram", () => {
    const found = histogram(set.values);
    if (found.kind !== "histogram") throw new Error(found.reason);
    expect(found.counts).toEqual(set.counts);
    found.edges.forEach((edge, index) => {
      close(edge, set.edges[index] ?? Number.NaN, 1e-14);
    });
  });
});

describe("descriptions", () => {
  it("count the people at the ends of the scale", () => {
    const found = describeValues([0, 0, 1, 4, 3, 2, 4, 4], { scale: { lowest: 0, highest: 4 } });
    expect(found).toMatchObject({ ends: { atLowest: 2, atHighest: 3, lowestShare: 0.25, highestShare: 0.375 } });
    expect(describeValues([1, 2])).not.toHaveProperty("ends");
    expect(() => describeValues([5], { scale: { lowest: 0, highest: 4 } })).toThrow(RangeError);
    expect(() => describeValues([-1], { scale: { lowest: 0, highest: 4 } })).toThrow(RangeError);
    expect(() => describeValues([4], { scale: { lowest: 4, highest: 4 } })).toThrow(RangeError);
  });

  it("take the share to trim and the kind of shape", () => {
    const values = [1, 2, 3, 4, 100];
    expect(describeValues(values, { trim: 0.2 })).toMatchObject({ trimmedMean: 3 });
    expect(describeValues(values, { trim: 0 })).toMatchObject({ trimmedMean: 22 });
    expect(describeValues(values, { shape: "moment" })).toMatchObject({
      skewness: skewness(momentSums(values), "moment"),
      kurtosis: excessKurtosis(momentSums(values), "moment"),
    });
    expect(() => describeValues(values, { trim: 0.5 })).toThrow(RangeError);
    expect(() => describeValues(values, { trim: -0.1 })).toThrow(RangeError);
    expect(describeValues([Number.NaN])).toMatchObject({ reason: "not-finite" });
  });

  it("say what is missing of nobody, one person and people all alike", () => {
    expect(describeValues([])).toMatchObject({ reason: "too-few", needed: 1, had: 0 });
    expect(describeValues([7])).toMatchObject({
      mean: 7,
      median: 7,
      trimmedMean: 7,
      medianAbsoluteDeviation: 0,
      standardDeviation: { reason: "too-few", needed: 2, had: 1 },
      standardError: { reason: "too-few", needed: 2, had: 1 },
      skewness: { reason: "too-few", needed: 2 },
    });
    expect(describeValues([7, 7, 7])).toMatchObject({
      standardDeviation: { kind: "value", value: 0 },
      skewness: { reason: "no-spread" },
      kurtosis: { reason: "no-spread" },
    });
    expect(describeValues([-1.7e308, 1.7e308])).toMatchObject({ reason: "out-of-range" });
    expect(skewness(momentSums([1, 2]), "adjusted")).toMatchObject({ reason: "too-few", needed: 3 });
    expect(excessKurtosis(momentSums([1, 2, 4]), "adjusted")).toMatchObject({ reason: "too-few", needed: 4 });
  });
});

describe("histograms and the test of normality", () => {
  it("need people who differ", () => {
    expect(histogram([1])).toMatchObject({ reason: "too-few", needed: 2, had: 1 });
    expect(histogram([1, 1])).toMatchObject({ reason: "no-spread" });
    expect(histogram([1, 1 + 1e-11])).toMatchObject({ reason: "no-spread" });
    expect(histogram([1, 1 + 1e-9])).toMatchObject({ kind: "histogram" });
    expect(histogram([-1.7e308, 1.7e308])).toMatchObject({ reason: "out-of-range" });
    expect(histogram([0, 1e-300])).toMatchObject({ reason: "out-of-range" });
    expect(histogram([0, 1e-280])).toMatchObject({ kind: "histogram" });
    expect(shapiroWilk([1, 1, 1])).toMatchObject({ reason: "no-spread" });
    expect(shapiroWilk([1, 2, 1e308, -1e308])).toMatchObject({ reason: "out-of-range" });
    expect(shapiroWilk(Array.from({ length: 5001 }, (_, index) => index))).toMatchObject({ reason: "out-of-range" });
    expect(shapiroWilk(Array.from({ length: 5000 }, (_, index) => index))).toMatchObject({ kind: "shapiro-wilk" });
  });

  it("stay small where one value is far from all others", () => {
    const found = histogram([...Array.from({ length: 40 }, (_, index) => index / 40), 1e9]);
    expect(found.kind === "histogram" ? found.counts.length : 0).toBeLessThanOrEqual(1001);
  });

  it("know three values in a row and three with one apart", () => {
    expect(shapiroWilk([1, 2, 3])).toMatchObject({ w: 1, pValue: 1 });
    const apart = shapiroWilk([1, 1, 2]);
    expect(apart.kind === "shapiro-wilk" ? apart.w : 0).toBeCloseTo(0.75, 12);
    expect(apart.kind === "shapiro-wilk" ? apart.pValue : 1).toBeCloseTo(0, 7);
  });
});

describe("moment sums", () => {
  it("are those of the definition", () => {
    expect(momentSums([1, 2, 6])).toEqual({ n: 3, mean: 3, squares: 14, cubes: 18, fourthPowers: 98 });
    expect(momentSums([])).toEqual(NO_VALUES);
    expect(mergeMomentSums(NO_VALUES, momentSums([4]))).toEqual(momentSums([4]));
    expect(mergeMomentSums(momentSums([4]), NO_VALUES)).toEqual(momentSums([4]));
  });
});
