import { describe, expect, it } from "vitest";
import { betaCdf, betaQuantile, betaTails, betaUpper } from "./beta";
import { binomialCdf, binomialMass, binomialQuantile, binomialUpper } from "./binomial";
import { chiSquaredCdf, chiSquaredQuantile, chiSquaredUpper } from "./chi-squared";
import fixtures from "./distribution.fixtures.json";
import { dunnettQuantile, dunnettUpper } from "./dunnett";
import { fCdf, fQuantile, fUpper } from "./f";
import { gammaCdf, gammaQuantile, gammaUpper } from "./gamma";
import { digamma, logBeta, logGamma, stirlingError, trigamma } from "./log-gamma";
import { noncentralityInterval, noncentralTCdf, noncentralTUpper } from "./noncentral-t";
import {
  normalCdf,
  normalCritical,
  normalDensity,
  normalLogCdf,
  normalQuantile,
  normalUpper,
  normalUpperQuantile,
} from "./normal";
import { poissonCdf, poissonMass, poissonUpper } from "./poisson";
import { rankSumCdf, rankSumQuantile } from "./rank-sum";
import { signedRankCdf, signedRankQuantile } from "./signed-rank";
import { tCdf, tCritical, tQuantile, tTwoSidedP, tUpper } from "./student-t";
import { studentisedRangeCdf, studentisedRangeQuantile, studentisedRangeUpper } from "./studentised-range";

type Function = (a: number, b: number, c: number, d: number) => number;
const two = (f: (x: number, a: number) => number): Function => f;
const dunnettUpperOfEqual: Function = (t, lambda, k, df) => dunnettUpper(t, Array(k).fill(lambda), df);

const CLOSED = 1e-12;
const FUNCTIONS: Readonly<Record<string, readonly [Function, number]>> = {
  normalCdf: [normalCdf, 1e-14],
  normalUpper: [normalUpper, 1e-14],
  normalLogCdf: [normalLogCdf, 1e-14],
  normalDensity: [normalDensity, 1e-14],
  normalQuantile: [normalQuantile, 1e-14],
  tCdf: [tCdf, CLOSED],
  tUpper: [tUpper, CLOSED],
  tQuantile: [tQuantile, 1e-11],
  chiSquaredCdf: [chiSquaredCdf, CLOSED],
  chiSquaredUpper: [chiSquaredUpper, CLOSED],
  chiSquaredQuantile: [chiSquaredQuantile, 1e-11],
  gammaCdf: [gammaCdf, CLOSED],
  gammaUpper: [gammaUpper, CLOSED],
  gammaQuantile: [gammaQuantile, 1e-11],
  fCdf: [fCdf, CLOSED],
  fUpper: [fUpper, CLOSED],
  fQuantile: [fQuantile, 1e-11],
  betaCdf: [betaCdf, CLOSED],
  betaUpper: [betaUpper, CLOSED],
  betaQuantile: [betaQuantile, 1e-11],
  logGamma: [logGamma, 1e-14],
  digamma: [digamma, 1e-13],
  trigamma: [trigamma, 1e-13],
  logBeta: [logBeta, 1e-13],
  binomialMass: [binomialMass, CLOSED],
  binomialCdf: [binomialCdf, CLOSED],
  binomialUpper: [binomialUpper, CLOSED],
  binomialQuantile: [binomialQuantile, 0],
  poissonMass: [poissonMass, CLOSED],
  poissonCdf: [poissonCdf, CLOSED],
  poissonUpper: [poissonUpper, CLOSED],
  signedRankCdf: [two(signedRankCdf), CLOSED],
  signedRankQuantile: [two(signedRankQuantile), 0],
  rankSumCdf: [rankSumCdf, CLOSED],
  rankSumQuantile: [rankSumQuantile, 0],
  noncentralTCdf: [noncentralTCdf, 1e-10],
  noncentralTUpper: [noncentralTUpper, 1e-10],
  studentisedRangeCdf: [studentisedRangeCdf, 1e-10],
  dunnettUpperOfEqual: [dunnettUpperOfEqual, 1e-9],
};

const finite = (value: unknown): number => (value === "Inf" ? Infinity : Number(value));

describe("distribution functions agree with R", () => {
  const names = [...new Set(fixtures.values.map(([name]) => String(name)))];
  it.each(names)("%s", (name) => {
    const [f, tolerance] = FUNCTIONS[name] ?? [() => Number.NaN, 0];
    for (const [of, values, expected] of fixtures.values) {
      if (of !== name || !Array.isArray(values)) continue;
      const [a = 0, b = 0, c = 0, d = 0] = values.map(finite);
      const wanted = finite(expected);
      const error = Math.abs(f(a, b, c, d) - wanted);
      expect(error, `${name}(${values.join(", ")})`).toBeLessThanOrEqual(tolerance * Math.abs(wanted));
    }
  });

  it("for every function that the fixtures name", () => {
    expect(names.sort()).toEqual(Object.keys(FUNCTIONS).sort());
  });
});

describe("what R cannot give", () => {
  const close = (actual: number, expected: number, tolerance = 1e-12) => {
    expect(Math.abs(actual / expected - 1), `${actual}, not ${expected}`).toBeLessThanOrEqual(tolerance);
  };

  it("the range of two means is a t statistic", () => {
    for (const df of [1, 2, 3.5, 10, 400, Infinity]) {
      for (const q of [0.01, 0.7, 3, 9]) {
        close(studentisedRangeUpper(q, 2, df), tTwoSidedP(q / Math.SQRT2, df), 1e-11);
        close(studentisedRangeCdf(q, 2, df), 1 - tTwoSidedP(q / Math.SQRT2, df), 1e-10);
      }
    }
    close(studentisedRangeQuantile(0.95, 2, 7), Math.SQRT2 * tCritical(0.95, 7));
  });

  it("published points of the studentised range", () => {
    // Harter (1960), tables of the upper 5 and 1 per cent points.
    expect(studentisedRangeQuantile(0.95, 3, 10)).toBeCloseTo(3.877, 3);
    expect(studentisedRangeQuantile(0.99, 5, 20)).toBeCloseTo(5.29, 2);
    expect(studentisedRangeQuantile(0.05, 3, 10)).toBeLessThan(1);
  });

  it("Dunnett's maximum of one comparison is a t statistic", () => {
    for (const df of [2, 11, Infinity]) {
      close(dunnettUpper(2.1, [0.6], df), tTwoSidedP(2.1, df));
      close(dunnettUpper(-2.1, [0.6], df), tTwoSidedP(2.1, df));
    }
    close(dunnettQuantile(0.95, [0.6], 11), tCritical(0.95, 11));
    close(dunnettQuantile(0.3, [0.6], 11), tCritical(0.3, 11));
    // Dunnett (1955), two-sided 5 per cent point of three comparisons and 16 degrees of freedom.
    expect(dunnettQuantile(0.95, [Math.SQRT1_2, Math.SQRT1_2, Math.SQRT1_2], 16)).toBeCloseTo(2.592, 2);
    expect(dunnettUpper(0, [0.5], 5)).toBe(1);
    expect(dunnettUpper(Infinity, [0.5], 5)).toBe(0);
  });

  it("far tails of the noncentral t", () => {
    // Integrated with 40 digits from the definition.
    close(noncentralTCdf(-3, 3, 20), 1.02887805707768e-93, 1e-11);
    close(noncentralTCdf(-3, 1, 20), 3.64271201308651e-91, 1e-11);
    close(noncentralTUpper(3, 1, -20), 3.64271201308651e-91, 1e-11);
    close(noncentralTCdf(60, 3000, 100), 1.56739026749092e-213, 1e-11);
    close(noncentralTCdf(1.3, 8, 0), tCdf(1.3, 8));
    close(noncentralTCdf(1.3, Infinity, 0.4), normalCdf(0.9));
  });

  it("the noncentrality whose tails an observed t would cut off", () => {
    const { low, high } = noncentralityInterval(2.3, 14, 0.9);
    close(noncentralTUpper(2.3, 14, low), 0.05);
    close(noncentralTCdf(2.3, 14, high), 0.05);
    expect(noncentralityInterval(-2.3, 14, 0.9).low).toBeCloseTo(-high, 12);
    expect(noncentralityInterval(60, 14, 0.9).high).toBeGreaterThan(60);
  });

  it("extreme arguments", () => {
    close(tQuantile(1e-200, 1), -1 / Math.PI / 1e-200);
    close(tUpper(1e200, 1), 1 / Math.PI / 1e200);
    close(tUpper(2, 1e9), 0.022750132083156665);
    close(normalQuantile(1e-300), -37.0470962993612);
    close(chiSquaredQuantile(1e-6, 1), 1.5707963267957189e-12);
    close(gammaUpper(0.008, 0.01), 0.04177424996290938);
    close(binomialMass(1000, 1000, 0.9), 0.9 ** 1000);
    close(stirlingError(10), 0.008330563433362871, 1e-14);
    close(stirlingError(0.25), 0.25 * Math.log(Math.E / 0.25) + logGamma(1.25) - 0.5 * Math.log(0.5 * Math.PI), 1e-14);
    expect(gammaQuantile(1e-300, 0.001)).toBe(0);
    expect(betaQuantile(0.999999, 0.01, 0.01)).toBe(1);
    expect([normalUpper(40), normalUpper(-40), normalDensity(40)].map((x) => x < 1e-300)).toEqual([true, false, true]);
    expect(logGamma(Infinity)).toBe(Infinity);
  });
});

describe("ends of the ranges", () => {
  it("are certain", () => {
    expect([tCdf(Infinity, 3), tCdf(-Infinity, 3), tQuantile(0, 3), tQuantile(1, 3), tQuantile(0.5, 3)]).toEqual([
      1,
      0,
      -Infinity,
      Infinity,
      0,
    ]);
    expect([normalQuantile(0), normalQuantile(1), normalUpperQuantile(1), normalCritical(0)]).toEqual([
      -Infinity,
      Infinity,
      -Infinity,
      -0,
    ]);
    expect([
      chiSquaredCdf(0, 2),
      chiSquaredUpper(0, 2),
      chiSquaredCdf(Infinity, 2),
      chiSquaredUpper(Infinity, 2),
    ]).toEqual([0, 1, 1, 0]);
    expect([fCdf(0, 1, 2), fUpper(-1, 1, 2), fCdf(Infinity, 1, 2), fUpper(Infinity, 1, 2)]).toEqual([0, 1, 1, 0]);
    expect([fQuantile(0, 1, 2), fQuantile(1, 1, 2), betaQuantile(0, 1, 2), betaQuantile(1, 1, 2)]).toEqual([
      0,
      Infinity,
      0,
      1,
    ]);
    expect([betaTails(0, 1, 2, 3), betaTails(1, 0, 2, 3)]).toEqual([
      { lower: 0, upper: 1 },
      { lower: 1, upper: 0 },
    ]);
    expect([studentisedRangeCdf(0, 3, 4), studentisedRangeUpper(0, 3, 4)]).toEqual([0, 1]);
    expect([studentisedRangeCdf(Infinity, 3, 4), studentisedRangeUpper(Infinity, 3, 4)]).toEqual([1, 0]);
    expect([
      signedRankQuantile(0, 4),
      signedRankQuantile(1, 4),
      rankSumQuantile(0, 2, 3),
      rankSumQuantile(1, 2, 3),
    ]).toEqual([0, 10, 0, 6]);
    expect([signedRankCdf(2 - 1e-9, 3), rankSumCdf(2 - 1e-9, 2, 3)]).toEqual([
      signedRankCdf(2, 3),
      rankSumCdf(2, 2, 3),
    ]);
    expect([poissonCdf(3, 0), poissonUpper(0, 0), binomialCdf(0, 0, 0.3)]).toEqual([1, 0, 1]);
  });

  it("let through what is not a number", () => {
    const none = Number.NaN;
    for (const value of [
      normalCdf(none),
      normalQuantile(none),
      normalLogCdf(none),
      tCdf(none, 3),
      tCdf(1, none),
      tQuantile(none, 3),
      chiSquaredUpper(none, 3),
      chiSquaredCdf(3, none),
      chiSquaredQuantile(none, 3),
      fUpper(none, 1, 2),
      fCdf(1, none, 2),
      betaCdf(none, 1, 2),
      noncentralTCdf(none, 3, 0),
      noncentralTCdf(1, none, 0),
      studentisedRangeCdf(none, 3, 4),
      studentisedRangeUpper(1, 3, none),
      studentisedRangeQuantile(0.5, 3, none),
      dunnettUpper(none, [0.5], 4),
    ]) {
      expect(value).toBeNaN();
    }
  });

  it("refuse what no distribution has", () => {
    for (const call of [
      () => normalQuantile(-0.1),
      () => normalQuantile(1.1),
      () => tQuantile(1.1, 3),
      () => tQuantile(-0.1, 3),
      () => tCdf(1, 0),
      () => tCritical(-1.1, 3),
      () => chiSquaredCdf(1, 0),
      () => chiSquaredUpper(1, -1),
      () => gammaCdf(1, Infinity),
      () => gammaQuantile(1.5, 1),
      () => gammaQuantile(-0.5, 1),
      () => betaCdf(0.5, 0, 1),
      () => betaCdf(0.5, 1, 0),
      () => betaCdf(0.5, 1, Infinity),
      () => binomialMass(1, 1.5, 0.5),
      () => binomialCdf(1, -1, 0.5),
      () => binomialUpper(1, 2, 1.5),
      () => binomialQuantile(1.5, 2, 0.5),
      () => binomialQuantile(0.5, 2, -0.5),
      () => poissonMass(1, -1),
      () => poissonCdf(1, Infinity),
      () => signedRankCdf(1, -1),
      () => signedRankQuantile(1.5, 2),
      () => rankSumCdf(1, 2, 1.5),
      () => rankSumQuantile(-0.5, 2, 2),
      () => studentisedRangeCdf(1, 1, 5),
      () => studentisedRangeCdf(1, 2.5, 5),
      () => studentisedRangeCdf(1, 3, 0),
      () => dunnettUpper(1, [], 5),
      () => dunnettUpper(1, [1], 5),
      () => noncentralTCdf(1, 0, 0),
      () => logGamma(0),
    ]) {
      expect(call).toThrow(RangeError);
    }
  });
});
