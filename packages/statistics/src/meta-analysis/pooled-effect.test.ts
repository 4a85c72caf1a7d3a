import { describe, expect, it } from "vitest";
import {
  type GroupSummary,
  meanDifference,
  standardisedMeanChange,
  standardisedMeanDifference,
} from "./effect-of-means";
import { logOddsRatio, logRiskRatio, riskDifference } from "./effect-of-tables";
import { betweenVariance } from "./heterogeneity-variance";
import fixtures from "./meta-analysis.fixtures.json";
import { type PoolingOptions, pooledEffect } from "./pooled-effect";

/** Closed forms relative; the maxima of the likelihood and roots of Q as the reference's own search ends. */
const CLOSED = 1e-10;
const SEARCHED = 1e-7;

function expectClose(found: number | null | undefined, wanted: number, what: string, tolerance = CLOSED): void {
  const allowed = tolerance * Math.max(1e-3, Math.abs(wanted));
  expect(Math.abs((found ?? Number.NaN) - wanted), what).toBeLessThanOrEqual(allowed);
}

const METHODS: Readonly<Record<string, PoolingOptions["method"]>> = {
  FE: "common",
  DL: "dersimonian-laird",
  REML: "restricted-maximum-likelihood",
  PM: "paule-mandel",
};

describe.each(fixtures.studies)("pooled effect of $name", ({ yi, vi, q, qP, fits, coarsePm, coarseReml }) => {
  it.each(fits)("is metafor's by $method, test $test", (wanted) => {
    const method = METHODS[wanted.method] ?? "common";
    const found = pooledEffect(yi, vi, { method, hartungKnapp: wanted.test === "knha" });
    if (found.kind !== "pooled-effect") throw new Error(found.reason);
    const tolerance = wanted.method === "REML" || wanted.method === "PM" ? SEARCHED : CLOSED;
    const { estimate } = found;
    expectClose(estimate.value, wanted.value, "value", tolerance);
    expectClose(estimate.standardError, wanted.error, "error", tolerance);
    expectClose(estimate.interval.low, wanted.low, "low", tolerance);
    expectClose(estimate.interval.high, wanted.high, "high", tolerance);
    expectClose(estimate.test?.statistic, wanted.statistic, "statistic", tolerance);
    expectClose(estimate.test?.pValue, wanted.p, "p", tolerance * 100);
    expectClose(found.tauSquared, wanted.tau2, "tau squared", tolerance);
    expectClose(found.iSquared, wanted.i2, "I squared", tolerance);
    expectClose(found.hSquared, wanted.h2, "H squared", tolerance);
    expectClose(found.q.statistic, q, "Q");
    expectClose(found.q.pValue, qP, "p of Q", 1e-9);
    if (method === "common") expect(found.predictionInterval).toBeNull();
    else if (wanted.test === "z") {
      expectClose(found.predictionInterval?.low, wanted.piLow ?? Number.NaN, "prediction low", tolerance);
      expectClose(found.predictionInterval?.high, wanted.piHigh ?? Number.NaN, "prediction high", tolerance);
    }
    expect(estimate.degreesOfFreedom).toBe(wanted.test === "knha" ? yi.length - 1 : undefined);
    expect(estimate.n).toBe(yi.length);
    const knapp = wanted.test === "knha";
    const distribution = knapp ? "student-t" : "normal";
    expect(estimate).toMatchObject({ kind: "estimate", method: `${method}${knapp ? "-hartung-knapp" : ""}` });
    expect(estimate.test).toMatchObject({ distribution, null: 0 });
  });

  it("stops at a coarse tolerance where metafor stops", () => {
    expectClose(betweenVariance(yi, vi, "paule-mandel", Number.EPSILON ** 0.25), coarsePm, "tau squared");
    for (const { threshold, tau2 } of coarseReml) {
      const found = betweenVariance(yi, vi, "restricted-maximum-likelihood", threshold);
      expectClose(found, tau2, `REML to ${threshold}`);
    }
  });
});

describe("pooledEffect", () => {
  it("is the study itself when there is one", () => {
    const found = pooledEffect([0.3], [0.04], { method: "dersimonian-laird" });
    if (found.kind !== "pooled-effect") throw new Error(found.reason);
    expect(found).toMatchObject({ tauSquared: 0, iSquared: 0, hSquared: 1, q: { statistic: 0, pValue: 1 } });
    expect(found.estimate.value).toBeCloseTo(0.3, 12);
    expect(found.estimate.standardError).toBeCloseTo(0.2, 12);
  });

  it("says what is missing", () => {
    const few = { kind: "insufficient-data", reason: "too-few" };
    expect(pooledEffect([], [], { method: "common" })).toEqual({ ...few, needed: 1, had: 0 });
    expect(pooledEffect([1], [1], { method: "common", hartungKnapp: true })).toEqual({ ...few, needed: 2, had: 1 });
    expect(pooledEffect([1, 1], [1, 2], { method: "common", hartungKnapp: true })).toMatchObject({
      reason: "no-spread",
    });
  });

  it("finds a variance between studies far beyond where the search starts, and none where there is none", () => {
    // Of two studies Q is the squared distance over the sum of the variances: 2 tau2 + 2 is the squared distance.
    expectClose(betweenVariance([0, 1000], [1, 1], "paule-mandel"), 499_999, "Paule-Mandel", SEARCHED);
    expectClose(betweenVariance([0, 1000], [1, 1], "restricted-maximum-likelihood"), 499_999, "REML", SEARCHED);
    expectClose(betweenVariance([0, 1000], [1, 1], "dersimonian-laird"), 499_999, "DerSimonian-Laird");
    for (const by of ["dersimonian-laird", "paule-mandel", "restricted-maximum-likelihood"] as const) {
      expect(betweenVariance([0, 1], [1, 1], by)).toBe(0);
      expect(betweenVariance([4], [1], by)).toBe(0);
    }
  });

  it.each<[string, number[], number[], number]>([
    ["unequal lengths", [1, 2], [1], 0.95],
    ["a variance of 0", [1, 2], [1, 0], 0.95],
    ["a level of 1", [1, 2], [1, 1], 1],
    ["a level of 0", [1, 2], [1, 1], 0],
  ])("refuses %s", (_, effects, variances, level) => {
    expect(() => pooledEffect(effects, variances, { method: "common", level })).toThrow(RangeError);
  });

  it.each<[string, number[], number[], number]>([
    ["an effect that is not finite", [1, Number.NaN], [1, 1], 0.95],
    ["a variance that is not finite", [1, 2], [1, Number.POSITIVE_INFINITY], 0.95],
  ])("gives a reason for %s", (_, effects, variances, level) => {
    expect(pooledEffect(effects, variances, { method: "common", level })).toMatchObject({ reason: "not-finite" });
  });
});

describe("effects of tables", () => {
  const { firstEvents, firstOthers, secondEvents, secondOthers, measures } = fixtures.tables;
  const effects = { OR: logOddsRatio, RR: logRiskRatio, RD: riskDifference };
  it.each(measures)("are metafor's for $measure, 0.5 added only where a cell is empty", ({ measure, yi, vi }) => {
    const effect = effects[measure as keyof typeof effects];
    yi.forEach((value, i) => {
      const found = effect({
        firstEvents: firstEvents[i] ?? 0,
        firstOthers: firstOthers[i] ?? 0,
        secondEvents: secondEvents[i] ?? 0,
        secondOthers: secondOthers[i] ?? 0,
      });
      if (found.kind !== "effect") throw new Error(found.reason);
      expectClose(found.value, value, `${measure} ${i}`);
      expectClose(found.variance, vi[i] ?? 0, `variance of ${measure} ${i}`);
    });
  });

  it("are none where both groups are split evenly", () => {
    const even = { firstEvents: 5, firstOthers: 5, secondEvents: 8, secondOthers: 8 };
    const variance = 2 / 5 + 2 / 8;
    expect(logOddsRatio(even)).toMatchObject({ kind: "effect", value: 0, variance: expect.closeTo(variance, 12) });
    expect(logRiskRatio(even)).toMatchObject({ value: 0, variance: expect.closeTo(1 / 10 + 1 / 16, 12) });
    expect(riskDifference(even)).toMatchObject({ value: 0, variance: expect.closeTo(0.25 / 10 + 0.25 / 16, 12) });
  });

  it("need people in both groups, and counts that are counts", () => {
    const empty = { firstEvents: 0, firstOthers: 0, secondEvents: 3, secondOthers: 4 };
    expect(logOddsRatio(empty)).toEqual({ kind: "insufficient-data", reason: "no-events", needed: 7, had: 7 });
    const other = { firstEvents: 3, firstOthers: 4, secondEvents: 0, secondOthers: 0 };
    expect(logRiskRatio(other)).toMatchObject({ reason: "no-events", had: 7 });
    expect(() => riskDifference({ ...empty, firstEvents: -1 })).toThrow(RangeError);
    expect(() => riskDifference({ ...empty, firstOthers: Number.NaN })).toThrow(RangeError);
  });
});

describe("effects of means", () => {
  const first: GroupSummary = { mean: 10.2, sd: 3.1, n: 20 };
  const second: GroupSummary = { mean: 12.5, sd: 4.2, n: 15 };
  const change = { meanAfter: 10.2, meanBefore: 12.5, sdBefore: 3.1, correlation: 0.55, n: 20 };
  it.each([
    ["difference", () => meanDifference(first, second), fixtures.means.md],
    ["Hedges' g", () => standardisedMeanDifference(first, second), fixtures.means.smd],
    ["g_pre", () => standardisedMeanChange(change), fixtures.means.smcr],
  ] as const)("give metafor's %s", (what, effect, [value, variance]) => {
    const found = effect();
    if (found.kind !== "effect") throw new Error(found.reason);
    expectClose(found.value, value ?? 0, what);
    expectClose(found.variance, variance ?? 0, what);
  });

  it("are there from two people a group up", () => {
    const pair = { mean: 1, sd: 1, n: 2 };
    expect(meanDifference(pair, { ...pair, mean: 0 })).toEqual({ kind: "effect", value: 1, variance: 1 });
  });

  it("say what is missing", () => {
    const one = { ...first, n: 1 };
    expect(meanDifference(one, second)).toEqual({ kind: "insufficient-data", reason: "too-few", needed: 2, had: 1 });
    expect(standardisedMeanDifference(first, { ...second, n: 1 })).toMatchObject({ reason: "too-few", had: 1 });
    const flat = { ...first, sd: 0 };
    expect(standardisedMeanDifference(flat, { ...second, sd: 0 })).toMatchObject({ reason: "no-spread", had: 35 });
    expect(standardisedMeanChange({ ...change, n: 2 })).toMatchObject({ reason: "too-few", needed: 3 });
    expect(standardisedMeanChange({ ...change, sdBefore: 0 })).toMatchObject({ reason: "no-spread", had: 20 });
    expect(standardisedMeanChange({ ...change, n: 3 }).kind).toBe("effect");
  });
});
