import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tTwoSidedP } from "../distribution/student-t";
import { createMatrix, fromRows } from "../linear-algebra/matrix";
import { poolSeveral } from "./pool-several";
import { poolEstimates } from "./rubin-pooling";
import fixtures from "./rubin-pooling.fixtures.json";

const completed = (q: readonly number[], u: readonly number[]) =>
  q.map((value, index) => ({ value, variance: u[index] ?? Number.NaN }));

function near(got: number | null | undefined, want: number, what: string): void {
  expect(Math.abs((got ?? Number.NaN) - want), what).toBeLessThanOrEqual(fixtures.tolerance * Math.abs(want));
}

describe("poolEstimates", () => {
  it.each(fixtures.cases)("gives the figures of mice and mitools for $q", (one) => {
    const complete = typeof one.complete === "number" ? one.complete : "large";
    const found = poolEstimates(completed(one.q, one.u), complete, 100, 0.9);
    if (found.kind !== "pooled") throw new Error(found.reason);
    const { estimate } = found;
    near(estimate.value, one.value, "value");
    near(found.within, one.within, "within");
    near(found.between, one.between, "between");
    near(found.total, one.total, "total");
    near(estimate.standardError, Math.sqrt(one.total), "standard error");
    near(estimate.degreesOfFreedom, one.df, "df");
    near(found.relativeIncrease, one.relative_increase, "relative increase");
    near(found.fractionOfMissingInformation, one.fmi, "fmi");
    near(estimate.interval.low, one.ci90[0] ?? Number.NaN, "low");
    near(estimate.interval.high, one.ci90[1] ?? Number.NaN, "high");
    near(estimate.test?.pValue, one.p, "p");
    near(found.shareDueToMissing, (one.total - one.within) / one.total, "share");
    near(found.monteCarloError, Math.sqrt(one.between / one.q.length), "Monte Carlo error");
    if (one.df_large === null) expect(found.largeSampleDegreesOfFreedom).toBeNull();
    else near(found.largeSampleDegreesOfFreedom, one.df_large, "large-sample df");
    expect(estimate).toMatchObject({ n: 100, method: "multiple-imputation", interval: { level: 0.9 } });
    expect(found.imputations).toBe(one.q.length);
  });

  it("says why there is nothing to pool, and refuses what no program passes", () => {
    expect(poolEstimates(completed([1], [1]), 10, 12)).toEqual({
      kind: "insufficient-data",
      reason: "too-few",
      needed: 2,
      had: 1,
    });
    expect(poolEstimates(completed([1, 2], [0, 0]), 10, 12)).toMatchObject({ reason: "no-spread", had: 12 });
    expect(poolEstimates(completed([1e308, 1e308], [1, 1]), 10, 12)).toMatchObject({ reason: "out-of-range" });
    expect(poolEstimates(completed([1, 2], [0, 1]), 10, 12).kind).toBe("pooled");
    expect(poolEstimates(completed([1, Number.NaN], [1, 1]), 10, 12)).toMatchObject({ reason: "not-finite" });
    expect(() => poolEstimates(completed([1, 2], [1, -1]), 10, 12)).toThrow(RangeError);
    expect(poolEstimates(completed([1, 2], [1, Number.POSITIVE_INFINITY]), 10, 12)).toMatchObject({
      reason: "not-finite",
    });
    expect(() => poolEstimates(completed([1, 2], [1, 1]), 0, 12)).toThrow(RangeError);
  });

  it("is never surer than a completed data set on average, and moves with shift, scale and sign", () => {
    const number = fc.integer({ min: -50, max: 50 });
    const rows = fc.array(fc.tuple(number, fc.integer({ min: 1, max: 90 })), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(rows, number, (pairs, shift) => {
        const list = pairs.map(([value, variance]) => ({ value, variance }));
        const [plain, moved] = [
          poolEstimates(list, 30, 33),
          poolEstimates(
            list.map(({ value, variance }) => ({ value: -2 * value + shift, variance: 4 * variance })).reverse(),
            30,
            33,
          ),
        ];
        if (plain.kind !== "pooled" || moved.kind !== "pooled") throw new Error("Not pooled");
        expect(plain.total).toBeGreaterThanOrEqual(plain.within);
        expect(plain.estimate.degreesOfFreedom).toBeLessThan(30);
        expect(moved.estimate.value).toBeCloseTo(-2 * plain.estimate.value + shift, 9);
        expect(moved.estimate.standardError).toBeCloseTo(2 * plain.estimate.standardError, 9);
        expect(moved.fractionOfMissingInformation).toBeCloseTo(plain.fractionOfMissingInformation, 9);
        expect(plain.estimate.interval.low).toBeLessThan(plain.estimate.value);
        expect(plain.estimate.interval.high).toBeGreaterThan(plain.estimate.value);
      }),
    );
  });
});

describe("poolSeveral", () => {
  const fits = fixtures.several.fits.map(({ values, covariance }) => ({ values, covariance: fromRows(covariance) }));

  it("gives the joint test of mice", () => {
    const found = poolSeveral(fits);
    if (found.kind !== "pooled-coefficients") throw new Error(found.reason);
    near(found.test.statistic, fixtures.several.statistic, "statistic");
    near(found.relativeIncrease, fixtures.several.relative_increase, "relative increase");
    expect(found.test.df1).toBe(fixtures.several.df1);
    near(found.test.df2, fixtures.several.df2, "df2");
    near(found.test.pValue, fixtures.several.p, "p");
    const alone = poolEstimates(
      fits.map(({ values, covariance }) => ({ value: values[0] ?? 0, variance: covariance.values[0] ?? 0 })),
      "large",
      25,
    );
    if (alone.kind !== "pooled") throw new Error(alone.reason);
    near(found.values[0], alone.estimate.value, "value");
    near(found.total.values[0], alone.total, "total");
    expect(found.total.values[1]).toBe(found.total.values[2]);
  });

  it("is the square of the single test for one coefficient, with few imputations too", () => {
    const one = (value: number) => ({ values: [value], covariance: createMatrix(1, 1, [4]) });
    const found = poolSeveral([one(1), one(2), one(6)]);
    if (found.kind !== "pooled-coefficients") throw new Error(found.reason);
    // B = 7, r = (4/3) 7 / 4 = 7/3, t = 2: df2 = 2 * 2 * (1 + 3/7)^2 / 2.
    expect(found.relativeIncrease).toBeCloseTo(7 / 3, 12);
    expect(found.test.statistic).toBeCloseTo(9 / (4 + 28 / 3), 12);
    expect(found.test.df2).toBeCloseTo(2 * (10 / 7) ** 2, 12);
    expect(found.test.pValue).toBeCloseTo(tTwoSidedP(3 / Math.sqrt(4 + 28 / 3), 2 * (10 / 7) ** 2), 12);
  });

  it("falls back on the chi-squared test where imputations agree, and says why there is none", () => {
    const same = {
      values: [2, 0],
      covariance: fromRows([
        [1, 0.5],
        [0.5, 1],
      ]),
    };
    const found = poolSeveral([same, same]);
    // q' W^-1 q = 4 * 4/3; two degrees of freedom, P = exp(-x / 2).
    expect(found).toMatchObject({ test: { df1: 2, df2: null } });
    expect(found.kind === "pooled-coefficients" && found.test.pValue).toBeCloseTo(Math.exp(-8 / 3), 12);
    expect(poolSeveral([same])).toMatchObject({ reason: "too-few", needed: 2, had: 1 });
    const singular = {
      values: [1, 1],
      covariance: fromRows([
        [1, 1],
        [1, 1],
      ]),
    };
    expect(poolSeveral([singular, singular])).toMatchObject({ reason: "not-identifiable" });
    expect(() => poolSeveral([same, { values: [1], covariance: createMatrix(1, 1, [1]) }])).toThrow(RangeError);
    expect(() => poolSeveral([{ values: [], covariance: createMatrix(0, 0) }, same])).toThrow(RangeError);
  });
});
