import { describe, expect, it } from "vitest";
import type { InsufficientData } from "../estimate";
import { dunn } from "./dunn";
import { dunnett } from "./dunnett";
import { bartlettTest, leveneTest } from "./equal-variances";
import fixtures from "./groups.fixtures.json";
import { kruskalWallis } from "./kruskal-wallis";
import { oneWayAnova } from "./one-way-anova";
import { pairwiseTTests, studentisedRangeComparisons } from "./pairwise-means";
import { standardisedChangeDifference } from "./standardised-change-difference";
import { welchAnova } from "./welch-anova";

function close(actual: number | undefined, wanted: number | undefined, relative: number, absolute = 1e-12): void {
  const allowed = absolute + relative * Math.abs(wanted ?? 0);
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

function found<T extends object>(result: T | InsufficientData): T {
  if ("kind" in result && result.kind === "insufficient-data") throw new Error(JSON.stringify(result));
  return result as T;
}

describe.each(fixtures.several)("several groups of $data", ({ groups, expected }) => {
  it("gives the analyses of variance", () => {
    const test = found(oneWayAnova(groups));
    closeAll(
      [
        test.statistic,
        test.degreesOfFreedomBetween,
        test.degreesOfFreedomWithin,
        test.pValue,
        test.sumOfSquaresBetween,
        test.sumOfSquaresWithin,
      ],
      expected.anova,
    );
    const total = test.sumOfSquaresBetween + test.sumOfSquaresWithin;
    close(test.etaSquared, test.sumOfSquaresBetween / total, 1e-14);
    const meanSquare = test.sumOfSquaresWithin / test.degreesOfFreedomWithin;
    const excess = test.sumOfSquaresBetween - test.degreesOfFreedomBetween * meanSquare;
    close(test.epsilonSquared, excess / total, 1e-14);
    close(test.omegaSquared, excess / (total + meanSquare), 1e-14);
    const welch = found(welchAnova(groups));
    closeAll(
      [welch.statistic, welch.degreesOfFreedomBetween, welch.degreesOfFreedomWithin, welch.pValue],
      expected.welch,
    );
    expect(welch.n).toBe(groups.flat().length);
    expect(test.n).toBe(groups.flat().length);
  });

  it("gives the tests by ranks", () => {
    const test = found(kruskalWallis(groups));
    closeAll([test.statistic, test.degreesOfFreedom, test.pValue], expected.kruskal);
    close(test.epsilonSquared, test.statistic / (test.n - 1), 1e-14);
    const pairs = found(dunn(groups));
    closeAll(
      pairs.map((pair) => pair.statistic),
      expected.dunn_z,
    );
    for (const pair of pairs) expect(pair.adjustedPValue).toBeGreaterThanOrEqual(pair.pValue);
    expect(pairs[0]).toMatchObject({ first: 0, second: 1 });
    expect(pairs.at(-1)).toMatchObject({ first: groups.length - 2, second: groups.length - 1 });
  });

  it("gives Tukey's differences", () => {
    const pairs = found(studentisedRangeComparisons(groups, "pooled"));
    expect(pairs).toHaveLength(expected.tukey.length);
    expected.tukey.forEach(([difference, low, high, p], index) => {
      const pair = pairs[index];
      close(pair?.difference, difference, 1e-10);
      // R's quantile stops at 1e-4, its probability at 1e-8 or so.
      close(pair?.interval.low, low, 1e-3, 1e-3);
      close(pair?.interval.high, high, 1e-3, 1e-3);
      close(pair?.adjustedPValue, p, 1e-6, 1e-8);
    });
  });

  it("gives the t tests of all pairs", () => {
    const adjusted = (spread: "pooled" | "separate", how: "none" | "holm" | "BH") =>
      found(pairwiseTTests(groups, spread, how)).map((pair) => pair.adjustedPValue);
    closeAll(adjusted("pooled", "none"), expected.pooled_none, 1e-9);
    closeAll(adjusted("pooled", "holm"), expected.pooled_holm, 1e-9);
    closeAll(adjusted("separate", "none"), expected.separate_none, 1e-9);
    closeAll(adjusted("separate", "BH"), expected.separate_BH, 1e-9);
    for (const pair of found(pairwiseTTests(groups, "separate", "none"))) expect(pair.pValue).toBe(pair.adjustedPValue);
  });

  it("gives the comparisons with a control", () => {
    const pairs = found(dunnett(groups));
    expect(pairs).toHaveLength(expected.dunnett.length);
    expected.dunnett.forEach(([difference, low, high, statistic, p], index) => {
      const pair = pairs[index];
      expect(pair).toMatchObject({ first: 0, second: index + 1 });
      close(pair?.difference, difference, 1e-10);
      close((pair?.difference ?? 0) / (pair?.standardError ?? 1), statistic, 1e-10);
      // R integrates by Monte Carlo.
      close(pair?.interval.low, low, 2e-3, 2e-2);
      close(pair?.interval.high, high, 2e-3, 2e-2);
      close(pair?.adjustedPValue, p, 2e-3, 2e-4);
      expect(pair?.adjustedPValue).toBeGreaterThan(pair?.pValue ?? 1);
    });
  });

  it("gives the tests of equal variances", () => {
    const brown = found(leveneTest(groups));
    closeAll([brown.statistic, brown.pValue], expected.brown_forsythe);
    const levene = found(leveneTest(groups, "mean"));
    closeAll([levene.statistic, levene.pValue], expected.levene);
    const bartlett = found(bartlettTest(groups));
    closeAll([bartlett.statistic, bartlett.pValue], expected.bartlett);
    expect(bartlett).toMatchObject({ n: groups.flat().length, degreesOfFreedom: groups.length - 1 });
  });
});

describe("several groups that cannot be compared", () => {
  const tooFew = (needed: number, had: number) => ({ kind: "insufficient-data", reason: "too-few", needed, had });
  const noSpread = (n: number) => ({ kind: "insufficient-data", reason: "no-spread", needed: n, had: n });
  const everyTest = [oneWayAnova, welchAnova, kruskalWallis, bartlettTest, leveneTest, dunn, dunnett] as const;

  it("needs two groups with people in them", () => {
    for (const test of everyTest) {
      expect(test([[1, 2, 3]])).toEqual(tooFew(2, 1));
      expect(test([[1, 2, 3], []])).toMatchObject({ reason: "too-few", had: 0 });
      expect(
        test([
          [1, 2],
          [Number.NaN, 2],
        ]),
      ).toMatchObject({ reason: "not-finite", had: 4 });
    }
    expect(oneWayAnova([[1], [2]])).toEqual(tooFew(3, 2));
    expect(dunnett([[1], [2]])).toEqual(tooFew(3, 2));
    expect(welchAnova([[1, 2], [2]])).toEqual(tooFew(2, 1));
    expect(bartlettTest([[1, 2], [2]])).toEqual(tooFew(2, 1));
    expect(studentisedRangeComparisons([[1, 2], [2]], "separate")).toEqual(tooFew(2, 1));
    expect(pairwiseTTests([[1], [2]], "pooled")).toEqual(noSpread(2));
    expect(found(pairwiseTTests([[1, 2], [2]], "pooled"))).toHaveLength(1);
    expect(kruskalWallis([[1], [2]])).toMatchObject({ kind: "test", statistic: 1 });
  });

  it("needs spread", () => {
    const flat = [
      [1, 1],
      [2, 2],
    ];
    for (const test of [oneWayAnova, welchAnova, bartlettTest, leveneTest, dunnett])
      expect(test(flat)).toEqual(noSpread(4));
    expect(studentisedRangeComparisons(flat, "pooled")).toEqual(noSpread(4));
    expect(studentisedRangeComparisons(flat, "separate")).toEqual(noSpread(4));
    expect(kruskalWallis([[1, 1], [1]])).toEqual(noSpread(3));
    expect(dunn([[1, 1], [1]])).toEqual(noSpread(3));
    expect(
      welchAnova([
        [1, 1],
        [1, 2],
      ]),
    ).toEqual(noSpread(4));
  });

  it("never holds what a double cannot", () => {
    const huge = [
      [1e200, -1e200],
      [1e200, 3e200],
    ];
    expect(oneWayAnova(huge)).toMatchObject({ reason: "out-of-range" });
    expect(
      bartlettTest([
        [1, 2],
        [1e200, -1e200],
      ]),
    ).toMatchObject({ reason: "out-of-range" });
  });

  it("finds equal variances equal", () => {
    const test = bartlettTest([
      [1, 2, 3],
      [11, 12, 13],
    ]);
    expect(found(test)).toMatchObject({ statistic: 0, pValue: 1 });
  });
});

describe("standardisedChangeDifference", () => {
  const treated = { n: 20, meanPre: 30.6, meanPost: 38.5, sdPre: 15 };
  const comparison = { n: 20, meanPre: 23.1, meanPost: 19.7, sdPre: 13.8 };

  it("matches the first row of Morris's table", () => {
    const { value, standardError, interval, n, degreesOfFreedom } = found(
      standardisedChangeDifference(treated, comparison, 0.47),
    );
    expect(value).toBeCloseTo(0.768, 3);
    expect(standardError ** 2).toBeCloseTo(0.1158, 4);
    expect(interval.high - value).toBeCloseTo(1.959963984540054 * standardError, 12);
    expect(value - interval.low).toBeCloseTo(1.959963984540054 * standardError, 12);
    expect([n, degreesOfFreedom]).toEqual([40, 38]);
  });

  it("says why there is no estimate", () => {
    expect(standardisedChangeDifference({ ...treated, n: 1 }, comparison, 0)).toMatchObject({
      reason: "too-few",
      had: 1,
    });
    expect(standardisedChangeDifference({ ...treated, n: 2 }, { ...comparison, n: 2 }, 0)).toMatchObject({
      reason: "too-few",
      needed: 5,
    });
    const fewest = standardisedChangeDifference({ ...treated, n: 2 }, { ...comparison, n: 3 }, 0);
    expect(fewest).toMatchObject({ kind: "estimate", n: 5, degreesOfFreedom: 3 });
    expect(standardisedChangeDifference(treated, comparison, 1)).toMatchObject({ reason: "no-spread" });
    const flat = standardisedChangeDifference({ ...treated, sdPre: 0 }, { ...comparison, sdPre: 0 }, 0);
    expect(flat).toMatchObject({ reason: "no-spread" });
    expect(() => standardisedChangeDifference(treated, comparison, 1.1)).toThrow(RangeError);
  });
});
