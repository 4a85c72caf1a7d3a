import { describe, expect, it } from "vitest";
import { fromRows } from "../linear-algebra/matrix";
import fixtures from "./censored.fixtures.json";
import type { CensoredValue } from "./censored-value";
import { randomInterceptTobit } from "./random-intercept-tobit";

const { distance, age, person, limit } = fixtures.orthodont;
const { uncensored, censored, at } = fixtures.randomIntercept;
const predictors = fromRows(age.map((years) => [1, years - 11]));
const exact = distance.map((value): CensoredValue => ({ kind: "exact", value }));
const hidden = distance.map(
  (value): CensoredValue => (value <= limit ? { kind: "below", limit } : { kind: "exact", value }),
);

function near(actual: ArrayLike<number>, wanted: readonly number[], relative: number): void {
  expect(actual.length).toBe(wanted.length);
  wanted.forEach((want, i) => {
    expect(Math.abs((actual[i] ?? Number.NaN) - want), `${i}`).toBeLessThanOrEqual(relative * Math.abs(want));
  });
}

const errors = (values: ArrayLike<number>, size: number) =>
  Array.from({ length: size }, (_, i) => Math.sqrt(values[i * size + i] ?? Number.NaN));

describe("randomInterceptTobit", () => {
  it("is R's linear mixed model where nothing is censored", () => {
    const fit = randomInterceptTobit(exact, predictors, person);
    if (fit.kind !== "fit") throw new Error(fit.reason);
    near(fit.coefficients, uncensored.coefficients, 1e-7);
    near([fit.sigma, fit.tau], [uncensored.sigma, uncensored.tau], 1e-6);
    near([fit.logLikelihood], [uncensored.logLikelihood], 1e-10);
    // lmer's errors take the spreads as known; in balanced data the coefficients do not depend on them.
    near(errors(fit.covariance.values, 4).slice(0, 2), uncensored.standardErrors, 1e-5);
    expect(fit).toMatchObject({ n: 108, people: 27 });
  });

  it("is the maximum of the likelihood that R integrates numerically", () => {
    const fit = randomInterceptTobit(hidden, predictors, person);
    if (fit.kind !== "fit") throw new Error(fit.reason);
    near(fit.coefficients, censored.parameters.slice(0, 2), 1e-5);
    near([Math.log(fit.sigma), Math.log(fit.tau)], censored.parameters.slice(2), 1e-4);
    near([fit.logLikelihood], [censored.logLikelihood], 1e-8);
    // R's Hessian is by differences of a numerical integral.
    near(errors(fit.covariance.values, 4), censored.standardErrors, 1e-3);
    expect(fit.logLikelihood).toBeGreaterThan(at.logLikelihood);
    expect(fit.counts.below).toBe(distance.filter((value) => value <= limit).length);
  });

  it("does not depend on the number of points, nor on the order of people", () => {
    const fit = randomInterceptTobit(hidden, predictors, person);
    const back = fromRows(age.map((years) => [1, years - 11]).reverse());
    const again = randomInterceptTobit([...hidden].reverse(), back, [...person].reverse(), 15);
    if (fit.kind !== "fit" || again.kind !== "fit") throw new Error("none");
    near(again.coefficients, [...fit.coefficients], 1e-7);
    near([again.sigma, again.tau, again.logLikelihood], [fit.sigma, fit.tau, fit.logLikelihood], 1e-7);
    near(errors(again.covariance.values, 4), errors(fit.covariance.values, 4), 1e-5);
  });

  it("turns around with the values", () => {
    const turned = hidden.map(
      (one): CensoredValue =>
        one.kind === "below"
          ? { kind: "above", limit: -one.limit }
          : { kind: "exact", value: one.kind === "exact" ? -one.value : 0 },
    );
    const [fit, other] = [
      randomInterceptTobit(hidden, predictors, person),
      randomInterceptTobit(turned, predictors, person),
    ];
    if (fit.kind !== "fit" || other.kind !== "fit") throw new Error("none");
    near(
      other.coefficients,
      [...fit.coefficients].map((value) => -value),
      1e-7,
    );
    near([other.tau, other.sigma], [fit.tau, fit.sigma], 1e-7);
  });

  it("says why there is no model", () => {
    expect(
      randomInterceptTobit(
        exact,
        predictors,
        person.map(() => 1),
      ),
    ).toMatchObject({ reason: "too-few", needed: 2, had: 1 });
    expect(
      randomInterceptTobit(
        exact,
        predictors,
        person.map((_, row) => row),
      ),
    ).toMatchObject({ reason: "not-identifiable" });
    expect(randomInterceptTobit([], fromRows([]), [])).toMatchObject({ reason: "too-few" });
    // Everybody has the same mean, so that people do not differ at all.
    const alike = [1, 2, 3, 4].flatMap(() => [-1, 0, 1].map((value): CensoredValue => ({ kind: "exact", value })));
    const nobody = randomInterceptTobit(
      alike,
      fromRows(alike.map(() => [1])),
      alike.map((_, row) => Math.floor(row / 3)),
    );
    expect(nobody).toMatchObject({ kind: "insufficient-data" });
    expect(() => randomInterceptTobit(exact, predictors, [1])).toThrow(RangeError);
  });
});
