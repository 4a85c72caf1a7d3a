import { describe, expect, it } from "vitest";
import fixtures from "./equivalence.fixtures.json";
import { type EquivalenceTest, equivalenceOfMeans, equivalenceOfPairs } from "./two-one-sided-tests";

type Expected = (typeof fixtures)["student"];

function check(test: ReturnType<typeof equivalenceOfMeans>, expected: Expected): EquivalenceTest {
  if (test.kind !== "test") throw new Error(JSON.stringify(test));
  const figures = [
    test.lowerStatistic,
    test.lowerPValue,
    test.upperStatistic,
    test.upperPValue,
    test.degreesOfFreedom,
    test.pValue,
    test.interval.low,
    test.interval.high,
  ];
  [...expected.lower, ...expected.upper, expected.df, expected.p, ...expected.interval].forEach((want, index) => {
    expect(Math.abs((figures[index] ?? Number.NaN) - want)).toBeLessThanOrEqual(1e-12 + 1e-10 * Math.abs(want));
  });
  return test;
}

const [first] = fixtures.cases;
const { a, b } = first ?? { a: [], b: [] };

describe("two one-sided tests", () => {
  it("give R's figures for two groups", () => {
    for (const { low, high, alpha, expected } of fixtures.cases) {
      const test = check(equivalenceOfMeans(a, b, { low, high }, alpha), expected);
      expect(test.interval.level).toBeCloseTo(1 - 2 * alpha, 15);
      expect(test.n).toBe(a.length + b.length);
      // The interval lies inside the bounds exactly when both tests reject.
      expect(test.interval.low > low && test.interval.high < high).toBe(test.pValue < alpha);
    }
    check(equivalenceOfMeans(a, b, { low: -5, high: 5 }, 0.05, "equal"), fixtures.student);
  });

  it("give R's figures for pairs", () => {
    const test = check(equivalenceOfPairs(a, { low: -5, high: 6 }), fixtures.pairs);
    expect(test.n).toBe(a.length);
    expect(test.pValue).toBeLessThan(0.05);
  });

  it("say why there is none", () => {
    const bounds = { low: -1, high: 1 };
    expect(equivalenceOfMeans([1], [1, 2], bounds)).toMatchObject({ reason: "too-few", needed: 2, had: 1 });
    expect(equivalenceOfMeans([1, 1], [2, 2], bounds)).toMatchObject({ reason: "no-spread" });
    expect(equivalenceOfPairs([1], bounds)).toMatchObject({ reason: "too-few", needed: 2, had: 1 });
    expect(equivalenceOfPairs([1, 1], bounds)).toMatchObject({ reason: "no-spread" });
    const huge = equivalenceOfPairs([0, 1e-100], { low: -1e300, high: 1e300 });
    expect(huge).toMatchObject({ reason: "out-of-range" });
  });

  it("refuse bounds and error rates that are none", () => {
    expect(() => equivalenceOfPairs([1, 2], { low: 1, high: 1 })).toThrow(RangeError);
    for (const alpha of [0, 0.5])
      expect(() => equivalenceOfPairs([1, 2], { low: 0, high: 1 }, alpha)).toThrow(RangeError);
    expect(equivalenceOfMeans([1, Number.NaN], [1, 2], { low: 0, high: 1 })).toMatchObject({ reason: "not-finite" });
  });
});
