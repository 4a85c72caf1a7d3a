import { describe, expect, it } from "vitest";
import { normalCritical } from "../distribution/normal";
import { pseudoMedian } from "./pseudo-median";
import { roundedDifferences } from "./rounded-differences";
import { signTest } from "./sign-test";
import fixtures from "./signed-rank.fixtures.json";
import { exactSignedRankTest, normalSignedRankTest, signedRankTest } from "./signed-rank-test";
import { signedRanks } from "./signed-ranks";

function close(actual: number | undefined, wanted: number, relative = 1e-10): void {
  const allowed = 1e-12 + relative * Math.abs(wanted);
  expect(Math.abs((actual ?? Number.NaN) - wanted), `${actual} for ${wanted}`).toBeLessThanOrEqual(allowed);
}

function testOf<T extends { readonly kind: string }>(result: T): Extract<T, { kind: "test" }> {
  if (result.kind !== "test") throw new Error(`No test: ${JSON.stringify(result)}`);
  return result as Extract<T, { kind: "test" }>;
}

function estimateOf<T extends { readonly kind: string }>(result: T): Extract<T, { kind: "estimate" }> {
  if (result.kind !== "estimate") throw new Error(`No estimate: ${JSON.stringify(result)}`);
  return result as Extract<T, { kind: "estimate" }>;
}

describe.each(fixtures.cases)("rank statistics of $name", ({ pre, post, expected }) => {
  const differences = roundedDifferences(pre, post);
  const changed = differences.filter((difference) => difference !== 0);
  const dropped = signedRanks(differences, "drop");

  it("ranks as R does", () => {
    expect(dropped).toMatchObject({ n: expected.n, zeros: expected.zeros, tied: expected.tied });
    expect([dropped.positive, dropped.negative]).toEqual([expected.V, expected.V_negative]);
  });

  it.each([
    ["corrected", true],
    ["uncorrected", false],
  ] as const)("gives the %s normal test with zeros dropped", (name, corrected) => {
    const test = testOf(normalSignedRankTest(dropped, corrected));
    [test.pValue, test.pLess, test.pGreater].forEach((p, index) => {
      close(p, expected[name][index] ?? Number.NaN);
    });
    expect(test.method).toBe(corrected ? "signed-rank-normal-corrected" : "signed-rank-normal");
  });

  it("gives the exact test with ties", () => {
    const test = testOf(exactSignedRankTest(dropped));
    [test.pValue, test.pLess, test.pGreater].forEach((p, index) => {
      close(p, expected.exact[index] ?? Number.NaN);
    });
    expect(test.z).toBeUndefined();
  });

  it("keeps the zeros by Pratt's rule unless told otherwise", () => {
    const normal = testOf(normalSignedRankTest(signedRanks(differences, "pratt"), false));
    close(normal.z, expected.pratt_z);
    close(normal.pValue, expected.pratt_p);
    const test = testOf(signedRankTest(differences));
    expect(test).toMatchObject({ method: "signed-rank-exact", zeroRule: "pratt", used: expected.n - expected.zeros });
    close(test.pValue, expected.pratt_exact_p);
  });

  it("gives the median of Walsh averages and its interval", () => {
    close(estimateOf(pseudoMedian(differences)).value, expected.pseudo_median);
    const estimate = estimateOf(pseudoMedian(changed, { interval: "normal" }));
    close(estimate.value, expected.pseudo_median_of_changed);
    if (expected.n < 6) return;
    for (const [level, wanted] of [
      [0.95, expected.normal_interval_95],
      [0.8, expected.normal_interval_80],
    ] as const) {
      const { interval } = estimateOf(pseudoMedian(changed, { interval: "normal", level }));
      // R searches for the limits to 1e-12, which are averages of two differences.
      expect(Math.abs(interval.low - (wanted[0] ?? Number.NaN))).toBeLessThan(2e-12);
      expect(Math.abs(interval.high - (wanted[1] ?? Number.NaN))).toBeLessThan(2e-12);
      expect(interval.level).toBe(level);
      const { standardError } = estimateOf(pseudoMedian(changed, { interval: "normal", level }));
      close(2 * normalCritical(level) * standardError, interval.high - interval.low);
    }
  });

  it("gives the exact interval where nothing is tied", () => {
    const estimate = estimateOf(pseudoMedian(differences));
    const exact = expected.exact_interval_95;
    expect(estimate.method).toBe(exact === undefined ? "hodges-lehmann-normal" : "hodges-lehmann-exact");
    if (exact === undefined) return;
    close(estimate.interval.low, exact[0] ?? Number.NaN);
    close(estimate.interval.high, exact[1] ?? Number.NaN);
    const narrow = estimateOf(pseudoMedian(differences, { level: 0.8 })).interval;
    close(narrow.low, expected.exact_interval_80?.[0] ?? Number.NaN);
    close(narrow.high, expected.exact_interval_80?.[1] ?? Number.NaN);
  });

  it("gives the sign test", () => {
    const { value, interval, test, n } = estimateOf(signTest(differences));
    close(value, expected.sign_share);
    close(interval.low, expected.sign_interval[0] ?? Number.NaN);
    close(interval.high, expected.sign_interval[1] ?? Number.NaN);
    close(test?.pValue, expected.sign_p);
    expect(n).toBe(expected.n - expected.zeros);
  });
});

describe("signedRankTest", () => {
  it("counts two pairs by hand", () => {
    // Ranks 1 and 2, both positive: one of four assignments of signs is as extreme.
    const test = testOf(signedRankTest([3, 5]));
    expect(test).toMatchObject({
      statistic: 3,
      negativeRanks: 0,
      pValue: 0.5,
      pLess: 1,
      pGreater: 0.25,
      rankBiserial: 1,
    });
    expect(testOf(signedRankTest([-3, 5]))).toMatchObject({ statistic: 2, negativeRanks: 1, pValue: 1 });
    close(testOf(signedRankTest([-3, 5])).rankBiserial, 1 / 3);
  });

  it("lets people who stayed the same weigh, by Pratt's rule", () => {
    // Ranks with zeros: 0 0 -1 2 are 1.5 1.5 3 4; without: 1 2.
    expect(signedRanks([0, 0, -1, 2], "pratt")).toMatchObject({ positive: 4, negative: 3, zeros: 2, ranks: [3, 4] });
    expect(signedRanks([0, 0, -1, 2], "drop")).toMatchObject({ positive: 2, negative: 1, zeros: 2, ranks: [1, 2] });
  });

  it("is exact up to sixty changes and normal beyond", () => {
    const rising = (n: number) => Array.from({ length: n }, (_, index) => (index % 3 === 0 ? -1 : 1) * (index + 1));
    expect(testOf(signedRankTest(rising(60))).method).toBe("signed-rank-exact");
    expect(testOf(signedRankTest([...rising(60), 0, 0])).method).toBe("signed-rank-exact");
    const large = testOf(signedRankTest(rising(61)));
    expect(large.method).toBe("signed-rank-normal");
    const exact = testOf(exactSignedRankTest(signedRanks(rising(61), "pratt")));
    expect(Math.abs(large.pValue - exact.pValue)).toBeLessThan(0.002);
  });

  it("says why there is no test", () => {
    const nobody = { kind: "insufficient-data", reason: "too-few", needed: 1, had: 0 };
    expect(signedRankTest([])).toEqual(nobody);
    expect(signTest([])).toEqual(nobody);
    const still = { kind: "insufficient-data", reason: "no-events", needed: 2, had: 2 };
    expect(signedRankTest([0, 0])).toEqual(still);
    expect(signTest([0, 0])).toEqual(still);
    expect(signedRankTest([Number.NaN])).toMatchObject({ reason: "not-finite" });
    expect(signTest([Number.POSITIVE_INFINITY])).toMatchObject({ reason: "not-finite", had: 1 });
  });
});

describe("pseudoMedian", () => {
  it("states the level it reaches when people are few", () => {
    const three = estimateOf(pseudoMedian([1, 2, 4]));
    expect(three).toMatchObject({ value: 2.25, interval: { low: 1, high: 4, level: 0.75 } });
    // Six are the fewest for 95 %: 1 - 2 / 64.
    expect(estimateOf(pseudoMedian([1, 2, 4, 8, 16, 32])).interval).toEqual({ low: 1, high: 32, level: 0.95 });
    expect(estimateOf(pseudoMedian([1, 2, 4, 8, 16])).interval).toEqual({ low: 1, high: 16, level: 0.9375 });
    const tied = estimateOf(pseudoMedian([1, 1, 4])).interval;
    expect(tied).toMatchObject({ low: 1, high: 4 });
    expect(tied.level).toBeLessThan(0.95);
  });

  it("says why there is no estimate", () => {
    expect(pseudoMedian([2])).toEqual({ kind: "insufficient-data", reason: "too-few", needed: 2, had: 1 });
    expect(pseudoMedian([2, 2])).toEqual({ kind: "insufficient-data", reason: "no-spread", needed: 2, had: 2 });
    expect(pseudoMedian([1, Number.NaN])).toMatchObject({ reason: "not-finite" });
    expect(() => pseudoMedian([1, 2], { level: 1 })).toThrow(RangeError);
    expect(() => pseudoMedian([1, 2], { level: 0 })).toThrow(RangeError);
  });
});

describe("roundedDifferences", () => {
  it("restores ties that binary fractions break", () => {
    expect(84.9 - 81.4).not.toBe(5.1 - 1.6);
    expect(roundedDifferences([81.4, 1.6], [84.9, 5.1])).toEqual([3.5, 3.5]);
    expect(roundedDifferences([3], [1.00000000004])).toEqual([-2]);
    expect(roundedDifferences([0], [-1e-11])).toEqual([0]);
    expect(roundedDifferences([0, 0], [5e15, 1e300])).toEqual([5e15, 1e300]);
  });

  it("refuses what are not pairs", () => {
    expect(() => roundedDifferences([1], [1, 2])).toThrow(RangeError);
    expect(() => roundedDifferences([1], [Number.NaN])).toThrow(RangeError);
  });
});
