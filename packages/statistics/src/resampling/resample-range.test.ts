import { describe, expect, it } from "vitest";
import { createMrg32k3a } from "../random/mrg32k3a";
import { acceleration, jackknife, jackknifeOfMean } from "./jackknife";
import { meanLikeResamples, resampleMeans } from "./resample-means";
import { joinReplicates, resampleRange } from "./resample-range";
import { resamplingPlan, unitsOfPlan } from "./resampling-plan";
import { roundedMean } from "./rounded-mean";

const SEED = [12345, 12345, 12345, 12345, 12345, 12345] as const;
const rowsOf = { figures: 1, compute: (rows: Int32Array) => [rows.reduce((sum, row) => sum * 10 + row, 0)] };

describe("resamplingPlan", () => {
  it("takes every row for a unit, or the rows of a cluster, within strata, in order of appearance", () => {
    expect(resamplingPlan({ rows: 3, resamples: 5, seed: SEED })).toEqual({
      seed: SEED,
      resamples: 5,
      strata: [[[0], [1], [2]]],
    });
    const clusters = ["b", "a", "b", "c"];
    const strata = [2, 1, 2, 2];
    const plan = resamplingPlan({ rows: 4, resamples: 1, seed: SEED, clusters, strata });
    expect(plan.strata).toEqual([[[0, 2], [3]], [[1]]]);
    expect(unitsOfPlan(plan)).toBe(3);
    expect(resamplingPlan({ rows: 0, resamples: 0, seed: SEED }).strata).toEqual([]);
    expect(resamplingPlan({ rows: 3, resamples: 1, seed: SEED, strata: [1, 2, 1] }).strata).toEqual([
      [[0], [2]],
      [[1]],
    ]);
  });

  it("refuses what no program passes", () => {
    const plan = { rows: 2, resamples: 1, seed: SEED };
    expect(() => resamplingPlan({ ...plan, clusters: ["a"] })).toThrow(RangeError);
    expect(() => resamplingPlan({ ...plan, strata: ["a"] })).toThrow(RangeError);
    expect(() => resamplingPlan({ ...plan, clusters: ["a", "a"], strata: [1, 2] })).toThrow(/two strata/);
    expect(() => resamplingPlan({ ...plan, rows: -1 })).toThrow(RangeError);
    expect(() => resamplingPlan({ ...plan, rows: 1.5 })).toThrow(RangeError);
    expect(() => resamplingPlan({ ...plan, resamples: -1 })).toThrow(RangeError);
    expect(() => resamplingPlan({ ...plan, resamples: 0.5 })).toThrow(RangeError);
  });
});

describe("resampleRange", () => {
  const plan = resamplingPlan({ rows: 5, resamples: 12, seed: SEED });

  it("uses the numbers of the stream one after the other", () => {
    const stream = createMrg32k3a(SEED);
    const expected = Array.from({ length: 12 }, () =>
      Array.from({ length: 5 }, () => Math.floor(stream.uniform() * 5)).reduce((sum, row) => sum * 10 + row, 0),
    );
    expect(Array.from(resampleRange(plan, 0, 12, rowsOf).values)).toEqual(expected);
  });

  it("gives the same in parts, in whatever order they come back", () => {
    const whole = joinReplicates([resampleRange(plan, 0, 12, rowsOf)]);
    const parts = [
      [7, 12],
      [0, 3],
      [3, 7],
    ].map(([from = 0, to = 0]) => resampleRange(plan, from, to, rowsOf));
    expect(joinReplicates(parts)).toEqual(whole);
    expect(whole[0]?.values).toHaveLength(12);
  });

  it("draws each stratum from itself, and clusters whole", () => {
    const options = { rows: 6, resamples: 300, seed: SEED, clusters: "aabbcd".split(""), strata: [1, 1, 1, 1, 2, 2] };
    const seen = new Set<string>();
    resampleRange(resamplingPlan(options), 0, 300, {
      figures: 1,
      compute: (rows) => {
        seen.add(rows.join(""));
        return [rows.length];
      },
    });
    expect([...seen].sort()).toEqual(
      ["0101", "0123", "2301", "2323"].flatMap((first) => ["44", "45", "54", "55"].map((second) => first + second)),
    );
  });

  it("keeps several figures apart, and counts those that cannot be computed", () => {
    let call = 0;
    const odd = {
      figures: 2,
      compute: () => {
        call += 1;
        if (call === 2) return null;
        return call === 3 ? [1, Number.POSITIVE_INFINITY] : [call, -call];
      },
    };
    expect(joinReplicates([resampleRange(plan, 0, 4, odd)])).toEqual([
      { values: [1, 4], failed: 2 },
      { values: [-1, -4], failed: 2 },
    ]);
  });

  it("refuses ranges outside the plan, gaps and a changing number of figures", () => {
    expect(() => resampleRange(plan, -1, 3, rowsOf)).toThrow(RangeError);
    expect(() => resampleRange(plan, 4, 3, rowsOf)).toThrow(RangeError);
    expect(() => resampleRange(plan, 0, 13, rowsOf)).toThrow(RangeError);
    expect(() => resampleRange(plan, 0, 1, { figures: 2, compute: () => [1] })).toThrow(RangeError);
    const [a, b] = [resampleRange(plan, 0, 2, rowsOf), resampleRange(plan, 3, 4, rowsOf)];
    expect(() => joinReplicates([a, b])).toThrow(RangeError);
    const two = resampleRange(plan, 2, 3, { figures: 2, compute: () => [1, 2] });
    expect(() => joinReplicates([a, two])).toThrow(RangeError);
    expect(joinReplicates([])).toEqual([]);
  });
});

describe("resampleMeans", () => {
  const values = [3.1, -2.7, 0.4, 8.9, 5.5, 1.3, 7.7];

  it.each([
    ["decimals", values],
    ["whole numbers", values.map((value) => Math.round(value * 10))],
    ["other numbers", values.map((value) => value * Math.PI)],
    ["large numbers", values.map((value) => value * 1e14)],
  ])("gives what resampleRange gives, for %s", (_, data) => {
    const plan = resamplingPlan({ rows: 7, resamples: 101, seed: SEED });
    const statistic = { figures: 1, compute: (rows: Int32Array) => [roundedMean(data, rows)] };
    const expected = resampleRange(plan, 0, 101, statistic).values;
    const found = resampleMeans(data, SEED, 0, 101);
    const size = Math.max(...data.map(Math.abs));
    expect(found).toHaveLength(101);
    found.forEach((value, index) => {
      expect(Math.abs(value - (expected[index] ?? Number.NaN))).toBeLessThanOrEqual(1e-15 * size * 7);
    });
    expect(Array.from(resampleMeans(data, SEED, 40, 77))).toEqual(Array.from(found.subarray(40, 77)));
    expect(Math.abs(meanLikeResamples(data) - roundedMean(data, [0, 1, 2, 3, 4, 5, 6]))).toBeLessThan(1e-15 * size * 7);
  });

  it("goes through the stream for long without a step aside", () => {
    const many = Array.from({ length: 997 }, (_, index) => index);
    const stream = createMrg32k3a(SEED);
    const found = resampleMeans(many, SEED, 0, 300);
    for (const mean of found) {
      let sum = 0;
      for (let index = 0; index < 997; index += 1) sum += stream.below(997);
      expect(mean).toBe(sum / 997);
    }
  });

  it("gives equal doubles to equal means of decimals", () => {
    // 0.1 + 0.2 differs from 0.3 in doubles; the means of both must not.
    const tied = new Set(resampleMeans([0.1, 0.2, 0.3], SEED, 0, 500));
    expect(tied.size).toBe(7);
    expect(tied.has(meanLikeResamples([0.1, 0.2, 0.3]))).toBe(true);
  });

  it("refuses what no program passes", () => {
    expect(() => resampleMeans([], SEED, 0, 1)).toThrow(RangeError);
    expect(() => resampleMeans([1, Number.NaN], SEED, 0, 1)).toThrow(RangeError);
    expect(() => resampleMeans([1], SEED, 2, 1)).toThrow(RangeError);
    expect(() => resampleMeans([1], SEED, -1, 1)).toThrow(RangeError);
    expect(resampleMeans([1], SEED, 3, 3)).toHaveLength(0);
  });
});

describe("roundedMean", () => {
  it("is right where a plain sum is not", () => {
    expect(roundedMean([1e17, 1, 1, -1e17], [0, 1, 2, 3])).toBe(0.5);
    expect(roundedMean([0.1, 0.2, 0.3], [0, 1, 2])).toBe(roundedMean([0.1, 0.2, 0.3], [2, 1, 0]));
    expect(roundedMean([5], [0, 0, 0])).toBe(5);
    expect(roundedMean([2 ** 53, 1], [0, 1])).toBe(2 ** 52 + 0.5);
    // 1/3 as the mean of 0, 0, 1, and a sum of which the quotient alone would lose the last digit.
    expect(roundedMean([0, 1], [0, 0, 1])).toBe(1 / 3);
    expect(
      roundedMean(
        [0.1],
        Array.from({ length: 1000 }, () => 0),
      ),
    ).toBe(0.1);
  });
});

describe("jackknife", () => {
  const values = [1, 2, 4, 9];
  const mean = { figures: 2, compute: (rows: Int32Array) => [roundedMean(values, rows), rows.length] };

  it("leaves out each unit in turn", () => {
    expect(jackknife(resamplingPlan({ rows: 4, resamples: 0, seed: SEED }), mean)).toEqual([
      [[5, 14 / 3, 4, 7 / 3]],
      [[3, 3, 3, 3]],
    ]);
    const options = { rows: 4, resamples: 0, seed: SEED, clusters: [1, 1, 2, 3], strata: [1, 1, 1, 2] };
    expect(jackknife(resamplingPlan(options), mean)).toEqual([
      [[6.5, 4], [7 / 3]],
      [[2, 3], [3]],
    ]);
  });

  it("is quick for a mean", () => {
    const quick = jackknifeOfMean(values)?.[0];
    [5, 14 / 3, 4, 7 / 3].forEach((want, index) => {
      expect(quick?.[index]).toBeCloseTo(want, 14);
    });
    expect(quick).toHaveLength(4);
  });

  it("gives none where a unit cannot be left out", () => {
    const plan = resamplingPlan({ rows: 4, resamples: 0, seed: SEED });
    expect(jackknife(plan, { figures: 1, compute: (rows) => (rows[0] === 1 ? null : [1]) })).toBeNull();
    expect(jackknife(plan, { figures: 1, compute: () => [Number.NaN] })).toBeNull();
  });

  it("has the acceleration of Efron, and over strata that of Davison and Hinkley", () => {
    expect(acceleration([[5, 14 / 3, 4, 7 / 3]])).toBeCloseTo(90 / (6 * 38 ** 1.5), 14);
    expect(acceleration([[3, 3, 3]])).toBeNull();
    expect(acceleration([])).toBeNull();
    // Influences (n - 1) / n times: 0.5 and -0.5 from the first stratum, 2/3 times (1, 1, -2) from the second.
    const influences = [0.5, -0.5, 2 / 3, 2 / 3, -4 / 3];
    const cubes = influences.reduce((sum, value) => sum + value ** 3, 0);
    const squares = influences.reduce((sum, value) => sum + value ** 2, 0);
    expect(
      acceleration([
        [0, 2],
        [0, 0, 3],
      ]),
    ).toBeCloseTo(cubes / (6 * squares ** 1.5), 14);
  });
});
