import { describe, expect, it } from "vitest";
import { normalCritical } from "../distribution/normal";
import fixtures from "./groups.fixtures.json";
import { locationShift } from "./location-shift";
import { meanDifference } from "./mean-difference";
import { probabilityOfSuperiority } from "./probability-of-superiority";
import { exactRankSumTest, normalRankSumTest, rankSumTest } from "./rank-sum-test";
import { standardisedMeanDifference } from "./standardised-mean-difference";

function close(actual: number | undefined, wanted: number | undefined, relative = 1e-10): void {
  const allowed = 1e-12 + relative * Math.abs(wanted ?? 0);
  expect(Math.abs((actual ?? Number.NaN) - (wanted ?? Number.NaN)), `${actual} for ${wanted}`).toBeLessThanOrEqual(
    allowed,
  );
}

function closeAll(actual: readonly (number | undefined)[], wanted: readonly number[], relative = 1e-10): void {
  expect(actual).toHaveLength(wanted.length);
  wanted.forEach((want, index) => {
    close(actual[index], want, relative);
  });
}

function found<T extends { readonly kind: string }>(result: T): Exclude<T, { readonly kind: "insufficient-data" }> {
  if (result.kind === "insufficient-data") throw new Error(JSON.stringify(result));
  return result as Exclude<T, { readonly kind: "insufficient-data" }>;
}

describe.each(fixtures.two)("two groups of $data", ({ a, b, expected }) => {
  it.each([
    ["welch", "unequal"],
    ["student", "equal"],
  ] as const)("gives R's %s test", (name, variances) => {
    const { value, interval, test, degreesOfFreedom, standardError, n } = found(meanDifference(a, b, 0.95, variances));
    const figures = [test?.statistic, degreesOfFreedom, test?.pValue, standardError, interval.low, interval.high];
    closeAll(figures, expected[name]);
    close(value, (expected[name][0] ?? 0) * (expected[name][3] ?? 0));
    expect(n).toBe(a.length + b.length);
  });

  it("gives the standardised differences", () => {
    const sizes = found(standardisedMeanDifference(a, b));
    close(sizes.cohenD, expected.d);
    closeAll([sizes.cohenDInterval.low, sizes.cohenDInterval.high], expected.d_interval, 1e-8);
    close(sizes.hedgesG, expected.g);
    close(sizes.hedgesG, sizes.correction * sizes.cohenD);
    close(sizes.hedgesGInterval.low, sizes.correction * sizes.cohenDInterval.low);
    close(sizes.hedgesGInterval.high, sizes.correction * sizes.cohenDInterval.high);
    close(sizes.hedgesGVariance, expected.g_variance);
    close(typeof sizes.glassDelta === "number" ? sizes.glassDelta : undefined, expected.glass);
    close(sizes.dAverageSd, expected.d_average);
    expect(sizes.degreesOfFreedom).toBe(a.length + b.length - 2);
  });

  it("gives the rank sum tests", () => {
    for (const [name, corrected] of [
      ["corrected", true],
      ["uncorrected", false],
    ] as const) {
      const test = found(normalRankSumTest(a, b, corrected));
      expect(test.statistic).toBe(expected.U);
      closeAll([test.pValue, test.pLess, test.pGreater], expected[name]);
      expect(test.method).toBe(corrected ? "rank-sum-normal-corrected" : "rank-sum-normal");
    }
    const exact = found(exactRankSumTest(a, b));
    closeAll([exact.pLess, exact.pGreater], expected.exact);
    expect(exact.tied).toBe(expected.exact_p === undefined);
    if (expected.exact_p !== undefined) close(exact.pValue, expected.exact_p);
    close(exact.probabilityOfSuperiority, expected.theta);
    close(exact.cliffsDelta, 2 * expected.theta - 1);
    expect(found(rankSumTest(a, b))).toEqual(exact);
  });

  it("gives the shift and its interval", () => {
    const normal = found(locationShift(a, b, { interval: "normal" }));
    close(normal.value, expected.shift);
    // R searches for the limits to 1e-12.
    close(normal.interval.low, expected.shift_interval[0], 3e-12);
    close(normal.interval.high, expected.shift_interval[1], 3e-12);
    close(2 * normalCritical(0.95) * normal.standardError, normal.interval.high - normal.interval.low);
    expect(normal.n).toBe(a.length + b.length);
    const automatic = found(locationShift(a, b));
    expect(automatic.method).toBe(
      expected.exact_interval === undefined ? "hodges-lehmann-normal" : "hodges-lehmann-exact",
    );
    if (expected.exact_interval !== undefined) {
      closeAll([automatic.interval.low, automatic.interval.high], expected.exact_interval);
    }
  });

  it("gives the probability of superiority by Brunner and Munzel", () => {
    const { value, standardError, degreesOfFreedom, test, interval } = found(probabilityOfSuperiority(a, b));
    close(value, expected.theta);
    close(standardError, expected.theta_error);
    close(degreesOfFreedom, expected.theta_df);
    close(test?.pValue, expected.theta_p);
    expect(interval.low).toBeGreaterThanOrEqual(0);
    expect(interval.high).toBeLessThanOrEqual(1);
    if (interval.high < 1 && interval.low > 0) close(interval.high + interval.low, 2 * value);
  });
});

describe("two groups by hand", () => {
  it("matches the worked example of the method", () => {
    const a = [2, 3, 3, 4, 4, 5, 5, 5];
    const b = [1, 2, 2, 3, 3, 3, 4, 5];
    const { value, standardError, degreesOfFreedom } = found(probabilityOfSuperiority(a, b));
    expect(value).toBeCloseTo(0.727, 3);
    expect(standardError).toBeCloseTo(0.129, 3);
    expect(degreesOfFreedom).toBeCloseTo(13.9, 1);
  });

  it("counts the samples of two and two", () => {
    // Six ways to choose the first group; 3 and 4 are the largest of 1 2 3 4.
    const test = found(exactRankSumTest([3, 4], [1, 2]));
    expect(test).toMatchObject({ statistic: 4, tied: false, probabilityOfSuperiority: 1, cliffsDelta: 1, n: 4 });
    closeAll([test.pValue, test.pLess, test.pGreater], [1 / 3, 1, 1 / 6]);
    closeAll([found(exactRankSumTest([1, 2], [3, 4])).pLess], [1 / 6]);
    expect(found(exactRankSumTest([1, 4], [2, 3])).pValue).toBe(1);
  });

  it("turns to the normal distribution beyond fifty", () => {
    const rising = (n: number, from: number) => Array.from({ length: n }, (_, index) => from + index * 1.01);
    expect(found(rankSumTest(rising(50, 0), rising(3, 10.5))).method).toBe("rank-sum-exact");
    expect(found(rankSumTest(rising(3, 10.5), rising(51, 0))).method).toBe("rank-sum-normal");
    expect(found(locationShift(rising(50, 0), rising(3, 10.5))).method).toBe("hodges-lehmann-exact");
    expect(found(locationShift(rising(3, 10.5), rising(51, 0))).method).toBe("hodges-lehmann-normal");
  });

  it("states the level that few people reach", () => {
    const exact = found(locationShift([5, 7], [1, 2]));
    expect(exact).toMatchObject({ value: 4.5, interval: { low: 3, high: 6 } });
    close(exact.interval.level, 2 / 3);
    const tied = found(locationShift([5, 5], [1, 2])).interval;
    expect(tied).toMatchObject({ low: 3, high: 4 });
    expect(tied.level).toBeLessThan(0.95);
  });
});

describe("what cannot be compared", () => {
  const tooFew = (needed: number, had: number) => ({ kind: "insufficient-data", reason: "too-few", needed, had });
  const noSpread = (n: number) => ({ kind: "insufficient-data", reason: "no-spread", needed: n, had: n });

  it("needs two people in each group for means, one for ranks", () => {
    expect(meanDifference([1], [2, 3])).toEqual(tooFew(2, 1));
    expect(meanDifference([1, 2], [])).toEqual(tooFew(2, 0));
    expect(standardisedMeanDifference([1], [2, 3])).toEqual(tooFew(2, 1));
    expect(probabilityOfSuperiority([1, 2], [3])).toEqual(tooFew(2, 1));
    expect(rankSumTest([], [3])).toEqual(tooFew(1, 0));
    expect(locationShift([1], [3])).toEqual(tooFew(1, 1));
    expect(locationShift([], [3, 4, 5])).toEqual(tooFew(1, 0));
  });

  it("needs spread", () => {
    expect(meanDifference([2, 2], [3, 3])).toEqual(noSpread(4));
    expect(meanDifference([2, 2], [3, 3], 0.95, "equal")).toEqual(noSpread(4));
    expect(standardisedMeanDifference([2, 2], [3, 3])).toEqual(noSpread(4));
    expect(standardisedMeanDifference([2, 3], [3, 3])).toMatchObject({ glassDelta: noSpread(2) });
    expect(rankSumTest([2, 2], [2])).toEqual(noSpread(3));
    expect(normalRankSumTest([2, 2], [2], true)).toEqual(noSpread(3));
    expect(locationShift([2, 2], [3, 3])).toEqual(noSpread(4));
    expect(probabilityOfSuperiority([5, 6], [1, 2])).toEqual(noSpread(4));
  });

  it("refuses what is not finite, and levels that are none", () => {
    const bad = [1, Number.NaN];
    for (const compare of [
      meanDifference,
      standardisedMeanDifference,
      rankSumTest,
      locationShift,
      probabilityOfSuperiority,
    ]) {
      expect(compare(bad, [1, 2, 3])).toMatchObject({ reason: "not-finite", had: 5 });
      expect(compare([1, 2, 3], bad)).toMatchObject({ reason: "not-finite", had: 5 });
    }
    expect(() => locationShift([1, 2], [3, 5], { level: 1 })).toThrow(RangeError);
    expect(() => locationShift([1, 2], [3, 5], { level: 0 })).toThrow(RangeError);
  });
});
