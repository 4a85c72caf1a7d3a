import { describe, expect, it } from "vitest";
import { fromRows } from "../linear-algebra/matrix";
import fixtures from "./censored.fixtures.json";
import { censoredDifference, censoredRankTest } from "./censored-difference";
import { censoredMean } from "./censored-mean";
import type { CensoredValue } from "./censored-value";
import { censoringGate } from "./censoring-gate";
import { flippedKaplanMeier } from "./flipped-kaplan-meier";
import { substitutedMean } from "./substituted-mean";
import { tobitRegression } from "./tobit-regression";

const { value, below, group, place } = fixtures.chain;

/** As the script in `fixtures.script` lays limits over the data. */
function chainValues(kind: string): readonly CensoredValue[] {
  return value.map((one, row): CensoredValue => {
    if (below[row]) return { kind: "below", limit: one };
    if (kind !== "below" && one > 5) return { kind: "above", limit: 5 };
    if (kind === "all" && one > 2 && one < 3) return { kind: "between", low: 2, high: 3 };
    return { kind: "exact", value: one };
  });
}

/** Iterated figures: 1e-7 relative between two maximisations; survreg itself stops a little short of the top. */
function near(actual: ArrayLike<number>, wanted: readonly number[], what: string, relative = 1e-7): void {
  expect(actual.length, what).toBe(wanted.length);
  wanted.forEach((want, i) => {
    expect(Math.abs((actual[i] ?? Number.NaN) - want), `${what} ${i}`).toBeLessThanOrEqual(
      1e-9 + relative * Math.abs(want),
    );
  });
}

const column = (name: string, row: number) => (group[row] === (name === "one" ? 1 : 2) ? 1 : 0);

describe("tobitRegression", () => {
  it.each(fixtures.regressions)("gives R's fit, $kind on $predictors, clusters $cluster", (want) => {
    const predictors = fromRows(value.map((_, row) => [1, ...want.predictors.map((name) => column(name, row))]));
    const fit = tobitRegression(chainValues(want.kind), predictors, want.cluster ? place : undefined);
    if (fit.kind !== "fit") throw new Error(fit.reason);
    near(fit.coefficients, want.coefficients, "coefficients");
    near([fit.sigma, fit.logSigma], [want.sigma, Math.log(want.sigma)], "sigma");
    near(fit.covariance.values, want.covariance.flat(), "covariance");
    if (want.robust === null) expect(fit.robust).toBeUndefined();
    else near(fit.robust?.values ?? [], want.robust.flat(), "robust");
    near([fit.logLikelihood], [want.logLikelihood], "log likelihood", 1e-12);
    expect(fit.n).toBe(value.length);
    expect(fit.counts.below).toBe(below.filter(Boolean).length);
    expect(fit.counts.above > 0).toBe(want.kind !== "below");
    expect(fit.counts.between > 0).toBe(want.kind === "all");
  });

  const exact = (...numbers: number[]): CensoredValue[] => numbers.map((one) => ({ kind: "exact", value: one }));
  const ones = (n: number) => fromRows(Array.from({ length: n }, () => [1]));

  it("is least squares with the maximum-likelihood spread when nothing is censored", () => {
    const fit = tobitRegression(exact(1, 2, 6), ones(3));
    if (fit.kind !== "fit") throw new Error(fit.reason);
    near(fit.coefficients, [3], "mean");
    near([fit.sigma], [Math.sqrt(14 / 3)], "sigma");
    near([fit.covariance.values[0] ?? 0, fit.covariance.values[3] ?? 0], [14 / 9, 1 / 6], "covariance");
  });

  it("finds the model from far away", () => {
    // One person in a hundred is seen; the limit is 8 spreads off for a few.
    const values: CensoredValue[] = [
      ...exact(1, 1.5, 2, 2.5, 9),
      ...Array.from({ length: 200 }, (): CensoredValue => ({ kind: "below", limit: 0 })),
    ];
    const fit = tobitRegression(values, ones(205));
    expect(fit.kind).toBe("fit");
  });

  it("says why there is no model", () => {
    const hidden: CensoredValue[] = [
      { kind: "below", limit: 1 },
      { kind: "above", limit: 0 },
      { kind: "below", limit: 2 },
    ];
    expect(tobitRegression(hidden, ones(3))).toMatchObject({ reason: "not-identifiable", had: 3 });
    expect(tobitRegression(exact(1), ones(1))).toMatchObject({ reason: "too-few", needed: 2, had: 1 });
    expect(tobitRegression(exact(2, 2, 2), ones(3))).toMatchObject({ reason: "no-spread", had: 3 });
    const twice = fromRows([
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    expect(tobitRegression(exact(1, 2, 3, 5), twice)).toMatchObject({ reason: "not-identifiable" });
    // Nobody of the second group is above the limit, so its mean may be anything below.
    const apart = fromRows([
      [1, 0],
      [1, 0],
      [1, 0],
      [1, 1],
      [1, 1],
    ]);
    const values: CensoredValue[] = [...exact(1, 2, 3), { kind: "below", limit: 1 }, { kind: "below", limit: 1 }];
    expect(tobitRegression(values, apart)).toMatchObject({ reason: "not-identifiable", had: 5 });
  });

  it.each<[string, () => unknown]>([
    [
      "limits in the wrong order",
      () => tobitRegression([{ kind: "between", low: 1, high: 1 }, ...exact(1, 2)], ones(3)),
    ],
    ["too few predictors", () => tobitRegression(exact(1, 2, 4), ones(2))],
    ["too few clusters", () => tobitRegression(exact(1, 2, 4), ones(3), [1, 2])],
  ])("refuses %s", (_, call) => {
    expect(call).toThrow(RangeError);
  });

  it.each<[string, () => unknown]>([
    ["an endless value", () => tobitRegression(exact(1, Number.POSITIVE_INFINITY, 2), ones(3))],
    [
      "a limit that is no number",
      () => tobitRegression([{ kind: "below", limit: Number.NaN }, ...exact(1, 2)], ones(3)),
    ],
    [
      "an endless upper limit",
      () => tobitRegression([{ kind: "between", low: 1, high: 1 / 0 }, ...exact(1, 2)], ones(3)),
    ],
    ["endless predictors", () => tobitRegression(exact(1, 2, 4), fromRows([[1], [1], [1 / 0]]))],
  ])("gives a reason for %s", (_, call) => {
    expect(call()).toMatchObject({ reason: "not-finite" });
  });
});

describe("censoredMean", () => {
  it("is the regression on nothing, with its interval", () => {
    const want = fixtures.regressions[0];
    const mean = censoredMean(chainValues("below"), 0.9);
    if (mean.kind !== "censored-mean" || want === undefined) throw new Error("none");
    const error = Math.sqrt(want.covariance[0]?.[0] ?? 0);
    near([mean.mean.value, mean.mean.standardError], [want.coefficients[0] ?? 0, error], "mean");
    const half = 1.6448536269514722 * error;
    const [low, high] = [mean.mean.value - half, mean.mean.value + half];
    near([mean.mean.interval.low, mean.mean.interval.high, mean.mean.interval.level], [low, high, 0.9], "interval");
    near([mean.logSigmaStandardError], [Math.sqrt(want.covariance[1]?.[1] ?? 0)], "error of log sigma");
    near(
      [mean.sigma, mean.logSigma, mean.logLikelihood],
      [want.sigma, Math.log(want.sigma), want.logLikelihood],
      "sigma",
    );
    expect(mean.counts.below).toBe(188);
    expect(mean.mean.n).toBe(353);
  });
  it("passes on why there is none", () => {
    expect(censoredMean([])).toMatchObject({ reason: "too-few", needed: 2, had: 0 });
  });
});

describe("substitutedMean", () => {
  it("moves the limits of values below them only", () => {
    const values: CensoredValue[] = [
      { kind: "below", limit: 2 },
      { kind: "above", limit: 5 },
      { kind: "between", low: 1, high: 3 },
      { kind: "exact", value: 4 },
    ];
    expect(substitutedMean(values)).toBe(13 / 4);
    expect(substitutedMean(values, -1)).toBe(3);
    expect(substitutedMean([])).toBeNull();
    expect(substitutedMean([{ kind: "exact", value: Number.NaN }])).toBeNull();
  });
});

describe("flippedKaplanMeier", () => {
  it.each(fixtures.flipped)("gives R's quantiles and mean of group $group", (want) => {
    const found = flippedKaplanMeier(chainValues("below").filter((_, row) => group[row] === want.group));
    if (found.kind !== "flipped-kaplan-meier") throw new Error(found.reason);
    near([found.mean], [want.mean], "mean", 1e-10);
    want.share.forEach((share, i) => {
      const quantile = found.quantile(share);
      const expected = want.quantile[i] ?? null;
      if (expected === null) expect(quantile).toEqual({ kind: "not-reached" });
      else if (quantile.kind === "time") near([quantile.time], [expected], `quantile ${share}`, 1e-10);
      else expect(quantile.kind, `quantile ${share}`).toBe("time");
    });
  });
  it("has no place for values above limits or between them", () => {
    expect(flippedKaplanMeier([{ kind: "above", limit: 1 }])).toMatchObject({ reason: "not-identifiable", had: 1 });
    expect(flippedKaplanMeier([{ kind: "between", low: 1, high: 2 }])).toMatchObject({ reason: "not-identifiable" });
    expect(flippedKaplanMeier([])).toMatchObject({ reason: "too-few", needed: 1, had: 0 });
  });
});

describe("censoredRankTest", () => {
  it("gives R's Peto-Peto test on the flipped scale", () => {
    const test = censoredRankTest(chainValues("below"), group, 3);
    if (test.kind !== "test") throw new Error(test.reason);
    near([test.statistic, test.degreesOfFreedom], [fixtures.rankTest.statistic, fixtures.rankTest.df], "test", 1e-10);
    near(test.observed, fixtures.rankTest.observed, "observed", 1e-10);
    near(test.expected, fixtures.rankTest.expected, "expected", 1e-10);
    expect(censoredRankTest(chainValues("both"), group, 3)).toMatchObject({ reason: "not-identifiable" });
  });
});

describe("censoredDifference", () => {
  const part = (code: number) => chainValues("all").filter((_, row) => (group[row] === 1 ? 1 : 0) === code);
  const codes = [0, 1].flatMap((code) => place.filter((_, row) => (group[row] === 1 ? 1 : 0) === code));

  it("is the coefficient of the group, with R's error by person", () => {
    const want = fixtures.regressions.find(({ kind, cluster }) => kind === "all" && cluster);
    const difference = censoredDifference(part(0), part(1), codes);
    if (difference.kind !== "estimate" || want === undefined) throw new Error("none");
    const error = Math.sqrt(want.robust?.[1]?.[1] ?? 0);
    near([difference.value, difference.standardError], [want.coefficients[1] ?? 0, error], "difference");
    near([difference.test?.statistic ?? 0], [(want.coefficients[1] ?? 0) / error], "z");
    const half = 1.959963984540054 * difference.standardError;
    near(
      [difference.interval.low, difference.interval.high],
      [difference.value - half, difference.value + half],
      "interval",
    );
    expect(difference).toMatchObject({ n: new Set(place).size, method: "tobit-difference-robust" });
  });

  it("turns around with the groups, and takes everyone for another person unless told", () => {
    const [forward, back] = [censoredDifference(part(0), part(1)), censoredDifference(part(1), part(0))];
    if (forward.kind !== "estimate" || back.kind !== "estimate") throw new Error("none");
    near([back.value, back.standardError], [-forward.value, forward.standardError], "turned");
    expect(forward).toMatchObject({ n: value.length, method: "tobit-difference" });
    expect(forward.test?.pValue).toBeCloseTo(back.test?.pValue ?? 0, 9);
  });

  it("needs somebody on both sides, and two people", () => {
    expect(censoredDifference([], part(1))).toMatchObject({ reason: "too-few", needed: 1, had: 0 });
    expect(censoredDifference(part(1), [])).toMatchObject({ reason: "too-few", needed: 1, had: 0 });
    expect(censoredDifference([{ kind: "exact", value: 1 }], [{ kind: "exact", value: 2 }], [1, 1])).toMatchObject({
      reason: "too-few",
      needed: 2,
      had: 1,
    });
  });
});

describe("censoringGate", () => {
  it.each([
    [[{ n: 10, censored: 5 }], { kind: "mean", share: 0.5 }],
    [
      [
        { n: 10, censored: 0 },
        { n: 10, censored: 6 },
      ],
      { kind: "quantiles-only", share: 0.6 },
    ],
    [[{ n: 10, censored: 8 }], { kind: "quantiles-only", share: 0.8 }],
    [
      [
        { n: 10, censored: 9 },
        { n: 10, censored: 1 },
      ],
      { kind: "shares-only", share: 0.9 },
    ],
    [[{ n: 0, censored: 0 }], { kind: "no-values", share: 0 }],
    [
      [
        { n: 0, censored: 0 },
        { n: 2, censored: 1 },
      ],
      { kind: "mean", share: 0.5 },
    ],
  ])("of %j says %j", (groups, gate) => {
    expect(censoringGate(groups)).toEqual(gate);
  });
  it.each([
    { n: 1, censored: 2 },
    { n: 1, censored: -1 },
    { n: 1.5, censored: 1 },
    { n: 2, censored: 0.5 },
  ])("refuses %j", (one) => {
    expect(() => censoringGate([one])).toThrow(RangeError);
  });
});
