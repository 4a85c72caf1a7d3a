import { describe, expect, it } from "vitest";
import fixtures from "./correlation.fixtures.json";
import { countDescents } from "./count-descents";
import { kendall } from "./kendall";
import { partialCorrelation } from "./partial";
import { correlationOf, pearson } from "./pearson";
import { spearman } from "./spearman";

function close(actual: number | undefined, wanted: number | undefined): void {
  const allowed = 1e-12 + 1e-10 * Math.abs(wanted ?? 0);
  expect(Math.abs((actual ?? Number.NaN) - (wanted ?? Number.NaN)), `${actual} for ${wanted}`).toBeLessThanOrEqual(
    allowed,
  );
}

function found<T extends { readonly kind: string }>(result: T): Extract<T, { readonly kind: "estimate" }> {
  if (result.kind !== "estimate") throw new Error(JSON.stringify(result));
  return result as Extract<T, { readonly kind: "estimate" }>;
}

describe.each(fixtures.cases)("correlations of $data", ({ x, y, z, expected }) => {
  it("gives Pearson's with Fisher's interval", () => {
    const { value, test, interval, n, degreesOfFreedom, standardError } = found(pearson(x, y));
    close(value, expected.r);
    close(test?.statistic, expected.t);
    close(test?.pValue, expected.p);
    close(interval.low, expected.interval[0]);
    close(interval.high, expected.interval[1]);
    close(found(pearson(x, y, 0.9)).interval.low, expected.interval_90[0]);
    close(found(pearson(x, y, 0.9)).interval.high, expected.interval_90[1]);
    close(standardError, 1 / Math.sqrt(expected.n - 3));
    expect([n, degreesOfFreedom]).toEqual([expected.n, expected.n - 2]);
  });

  it("gives Spearman's and Kendall's", () => {
    const rho = found(spearman(x, y));
    close(rho.value, expected.rho);
    close(rho.test?.pValue, expected.rho_p);
    close(rho.standardError, Math.sqrt((1 + expected.rho ** 2 / 2) / (expected.n - 3)));
    close(Math.atanh(rho.interval.high) - Math.atanh(rho.value), 1.959963984540054 * rho.standardError);
    const tau = found(kendall(x, y));
    close(tau.value, expected.tau);
    close(tau.test?.statistic, expected.tau_z);
    close(tau.test?.pValue, expected.tau_p);
    close(tau.standardError, Math.sqrt(0.437 / (expected.n - 4)));
    close(Math.atanh(tau.value) - Math.atanh(tau.interval.low), 1.959963984540054 * tau.standardError);
  });

  it("gives the partial correlation", () => {
    const { value, test, degreesOfFreedom } = found(partialCorrelation(x, y, z));
    close(value, expected.partial);
    close(test?.pValue, expected.partial_p);
    expect(degreesOfFreedom).toBe(expected.n - 2 - z.length);
    // A covariate twice is held constant once.
    close(found(partialCorrelation(x, y, z)).value, found(partialCorrelation(x, y, [...z])).value);
  });
});

describe("correlations that do not exist", () => {
  const line = [1, 2, 3, 4, 5];

  it("says why", () => {
    for (const [correlate, needed] of [
      [pearson, 4],
      [spearman, 4],
      [kendall, 5],
    ] as const) {
      expect(correlate(line.slice(0, needed - 1), line.slice(0, needed - 1))).toEqual({
        kind: "insufficient-data",
        reason: "too-few",
        needed,
        had: needed - 1,
      });
      const noSpread = { kind: "insufficient-data", reason: "no-spread", needed: 5, had: 5 };
      expect(correlate(line, [2, 2, 2, 2, 2])).toEqual(noSpread);
      expect(correlate([2, 2, 2, 2, 2], line)).toEqual(noSpread);
      // On a line Fisher's z is infinite.
      expect(correlate(line, line)).toEqual(noSpread);
      expect(correlate(line, [5, 4, 3, 2, 1])).toEqual(noSpread);
      expect(() => correlate(line, [1, 2])).toThrow(RangeError);
      expect(correlate(line, [1, 2, 3, 4, Number.NaN])).toMatchObject({ reason: "not-finite" });
      expect(correlate([1, 2, 3, 4, Number.NaN], line)).toMatchObject({ reason: "not-finite", had: 5 });
    }
    const other = [2, 1, 5, 3, 4];
    expect(partialCorrelation(line, other, [[1, 2, 2, 1, 3]])).toMatchObject({ kind: "estimate" });
    expect(partialCorrelation(line, other, [[1, 2, 2, 1, 3], other])).toMatchObject({ reason: "too-few", needed: 6 });
    expect(partialCorrelation(line, other, [line])).toMatchObject({ reason: "no-spread" });
    expect(partialCorrelation(line, other, [other])).toMatchObject({ reason: "no-spread" });
    expect(() => partialCorrelation(line, other, [[1]])).toThrow(RangeError);
    expect(() => partialCorrelation(line, [1], [])).toThrow(RangeError);
    // Refused as not finite, also where there would be too few people to go on.
    const refused = { reason: "not-finite", had: 3 };
    for (const broken of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(partialCorrelation([1, 2, broken], [1, 2, 3], [])).toMatchObject(refused);
      expect(partialCorrelation([1, 2, 3], [1, 2, broken], [])).toMatchObject(refused);
      expect(partialCorrelation([1, 2, 3], [1, 2, 3], [[1, 2, broken]])).toMatchObject(refused);
    }
    // What the covariates determine is nothing, in any unit; what they do not is something, however small.
    for (const unit of [1e-9, 1, 1e9]) {
      const scaled = other.map((value) => value * unit);
      expect(partialCorrelation(line, scaled, [other])).toMatchObject({ reason: "no-spread" });
      expect(partialCorrelation(line, scaled, [[1, 2, 2, 1, 3]])).toMatchObject({ kind: "estimate" });
    }
    expect(partialCorrelation(line, other, [[1, 2, 3, 4, Number.NaN]])).toMatchObject({ reason: "not-finite" });
  });

  it("keeps to -1 and 1, whatever the units", () => {
    expect(correlationOf([1e300, 2e300, 3e300], [1, 2, 3])).toBe(1);
    expect(correlationOf([1e-300, 2e-300, 3e-300], [3, 2, 1])).toBe(-1);
    expect(correlationOf([1e9 + 0.1, 1e9 + 0.1], [1, 2])).toBeNull();
    expect(correlationOf([0, 0], [1, 2])).toBeNull();
    expect(correlationOf([], [])).toBeNull();
  });
});

describe("the fewest people", () => {
  it("are four for Pearson and Spearman, five for Kendall, one more for each covariate", () => {
    const [x, y] = [
      [1, 2, 3, 4, 5, 6],
      [2, 1, 4, 3, 6, 5],
    ];
    const first = (n: number) => [x.slice(0, n), y.slice(0, n)] as const;
    expect(pearson(...first(4))).toMatchObject({
      kind: "estimate",
      method: "pearson",
      n: 4,
      degreesOfFreedom: 2,
      standardError: 1,
    });
    expect(spearman(...first(4))).toMatchObject({ kind: "estimate", method: "spearman", n: 4, degreesOfFreedom: 2 });
    expect(kendall(...first(5))).toMatchObject({ kind: "estimate", n: 5 });
    const five = partialCorrelation(...first(5), [[1, 1, 2, 3, 5]]);
    expect(five).toMatchObject({ kind: "estimate", n: 5, degreesOfFreedom: 2, standardError: 1 });
    // The second covariate repeats the first, so one degree of freedom is left over.
    const six = partialCorrelation(...first(6), [
      [1, 1, 2, 3, 5, 8],
      [2, 2, 4, 6, 10, 16],
    ]);
    expect(six).toMatchObject({ kind: "estimate", n: 6, degreesOfFreedom: 3 });
  });
});

describe("countDescents", () => {
  it("counts pairs out of order, ties not", () => {
    expect(countDescents([])).toBe(0);
    expect(countDescents([1, 2, 3, 4])).toBe(0);
    expect(countDescents([4, 3, 2, 1])).toBe(6);
    expect(countDescents([2, 2, 1])).toBe(2);
    expect(countDescents([3, 1, 2, 1, 3])).toBe(4);
  });
});
