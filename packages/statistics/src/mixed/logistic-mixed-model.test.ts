import { describe, expect, it } from "vitest";
import { fromRows } from "../linear-algebra/matrix";
import { gaussHermite } from "./gauss-hermite";
import {
  type LogisticMixedDesign,
  type LogisticMixedModel,
  logisticMixedContrast,
  logisticMixedModel,
} from "./logistic-mixed-model";
import fixtures from "./logistic-mixed-model.fixtures.json";

const design: LogisticMixedDesign = {
  y: Float64Array.from(fixtures.y),
  x: fromRows(fixtures.x),
  codes: Int32Array.from(fixtures.codes),
  groups: fixtures.groups,
};

function modelOf(of: LogisticMixedDesign, points?: number): LogisticMixedModel {
  const model = logisticMixedModel(of, points);
  if (model.kind !== "logistic-mixed-model") throw new Error(model.reason);
  return model;
}

function expectClose(actual: ArrayLike<number>, expected: readonly number[], relative: number, floor = 0.1): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, index) => {
    const distance = Math.abs((actual[index] ?? Number.NaN) - value);
    expect(distance, `entry ${index}: ${actual[index]} for ${value}`).toBeLessThanOrEqual(
      relative * Math.max(floor, Math.abs(value)),
    );
  });
}

describe("logistic mixed model", () => {
  it.each(fixtures.cases)("has lme4's fit with $points points", (reference) => {
    const model = modelOf(design, reference.points);
    expectClose(model.coefficients, reference.coefficients, fixtures.tolerance);
    const errors = Array.from({ length: 4 }, (_, i) => Math.sqrt(model.covariance.values[i * 5] ?? 0));
    expectClose(errors, reference.errors, fixtures.tolerance);
    expectClose([model.deviation], [reference.deviation], fixtures.tolerance);
    expectClose(
      [model.logLikelihood, model.akaike, model.bayesian],
      [reference.log_likelihood, reference.aic, reference.bic],
      1e-6,
    );
    expectClose(model.effects.subarray(0, 5), reference.effects, fixtures.tolerance);
    expect([model.n, model.rows, model.parameters, model.singular]).toEqual([111, 444, 5, false]);
  });

  it("takes 20 points unless told otherwise", () => {
    expect(modelOf(design).logLikelihood).toBe(modelOf(design, 20).logLikelihood);
  });

  it("turns its signs around when yes and no are exchanged", () => {
    const model = modelOf(design, 7);
    const turned = modelOf({ ...design, y: design.y.map((value) => 1 - value) }, 7);
    expectClose(
      turned.coefficients,
      Array.from(model.coefficients, (value) => -value),
      1e-6,
    );
    expectClose(
      turned.effects,
      Array.from(model.effects, (value) => -value),
      1e-6,
    );
    expectClose([turned.logLikelihood, turned.deviation], [model.logLikelihood, model.deviation], 1e-8);
  });

  it("gives a contrast with its normal interval", () => {
    const model = modelOf(design);
    const estimate = logisticMixedContrast(model, [0, 1, 0, 0], 0.9);
    const deviation = Math.sqrt(model.covariance.values[5] ?? 0);
    const value = model.coefficients[1] ?? 0;
    expect(estimate).toMatchObject({ kind: "estimate", value, standardError: deviation, n: 111 });
    if (estimate.kind !== "estimate") throw new Error("No estimate");
    expectClose(
      [estimate.interval.low, estimate.interval.high, estimate.test?.statistic ?? 0],
      [value - 1.6448536269514722 * deviation, value + 1.6448536269514722 * deviation, value / deviation],
      1e-12,
    );
    // 2 * pnorm(-3.7033) in R.
    expect(estimate.test?.pValue).toBeGreaterThan(1e-4);
    expect(estimate.test?.pValue).toBeLessThan(4e-4);
    expect(logisticMixedContrast(model, [0, 0, 0, 0])).toMatchObject({ reason: "no-spread" });
    expect(() => logisticMixedContrast(model, [1])).toThrow(RangeError);
  });

  it("finds no difference between groups where there is none beyond chance", () => {
    const groups = 40;
    const y = Array.from({ length: groups }, () => [1, 0, 1, 0]).flat();
    const alike = {
      y: Float64Array.from(y),
      x: fromRows(y.map(() => [1])),
      codes: Int32Array.from(y, (_, row) => row >> 2),
      groups,
    };
    const model = modelOf(alike);
    expect(model.singular).toBe(true);
    expect(model.coefficients[0]).toBeCloseTo(0, 8);
    expect(model.logLikelihood).toBeCloseTo(-160 * Math.log(2), 8);
  });

  const small = (y: number[], x: number[][], codes: number[], groups: number): LogisticMixedDesign => ({
    y: Float64Array.from(y),
    x: fromRows(x),
    codes: Int32Array.from(codes),
    groups,
  });
  const ones = (n: number) => Array.from({ length: n }, () => [1]);
  it.each([
    ["one group", small([0, 1, 0, 1], ones(4), [0, 0, 0, 0], 1), "too-few"],
    ["few rows", small([0, 1], ones(2), [0, 1], 2), "too-few"],
    ["nobody with the outcome", small([0, 0, 0, 0], ones(4), [0, 0, 1, 1], 2), "no-events"],
    ["everybody with the outcome", small([1, 1, 1, 1], ones(4), [0, 0, 1, 1], 2), "no-events"],
    [
      "a repeated predictor",
      small(
        [0, 1, 0, 1],
        [
          [1, 2],
          [1, 2],
          [1, 2],
          [1, 2],
        ],
        [0, 0, 1, 1],
        2,
      ),
      "not-identifiable",
    ],
  ])("has no answer for %s", (_, data, reason) => {
    expect(logisticMixedModel(data)).toMatchObject({ kind: "insufficient-data", reason });
  });

  it("has no answer where a predictor separates the outcomes", () => {
    const x = Array.from({ length: 24 }, (_, row) => [1, row < 12 ? 0 : 1]);
    const separated = small(
      x.map(([, value]) => value ?? 0),
      x,
      x.map((_, row) => row % 6),
      6,
    );
    expect(logisticMixedModel(separated)).toMatchObject({ kind: "insufficient-data" });
  });

  it.each<[string, Partial<LogisticMixedDesign>]>([
    ["an outcome that is neither", { y: Float64Array.from([0, 1, 0.5, 1]) }],
    ["a code outside the groups", { codes: Int32Array.from([0, 0, 1, 2]) }],
    ["a negative code", { codes: Int32Array.from([0, 0, 1, -1]) }],
    ["unequal lengths", { codes: Int32Array.from([0, 0, 1]) }],
  ])("refuses %s", (_, change) => {
    expect(() => logisticMixedModel({ ...small([0, 1, 0, 1], ones(4), [0, 0, 1, 1], 2), ...change })).toThrow(
      RangeError,
    );
  });

  it.each<[string, Partial<LogisticMixedDesign>]>([
    ["a value that is not finite", { x: fromRows([[1], [1], [1], [Number.POSITIVE_INFINITY]]) }],
  ])("gives a reason for %s", (_, change) => {
    expect(logisticMixedModel({ ...small([0, 1, 0, 1], ones(4), [0, 0, 1, 1], 2), ...change })).toMatchObject({
      reason: "not-finite",
    });
  });
});

describe("Gauss-Hermite quadrature", () => {
  it("has lme4's points and weights", () => {
    const { points, weights } = gaussHermite(7);
    expectClose(points, fixtures.rule.points, 1e-12, 1);
    expectClose(weights, fixtures.rule.weights, 1e-11);
  });

  it.each([1, 2, 3, 8, 20, 50, 100])("integrates the moments of a normal variable exactly: %i points", (count) => {
    const { points, weights } = gaussHermite(count);
    const moment = (power: number) => weights.reduce((sum, weight, k) => sum + weight * (points[k] ?? 0) ** power, 0);
    const most = Math.min(2 * count - 1, 15);
    let expected = 1;
    for (let power = 0; power <= most; power += 2) {
      expect(moment(power) / expected).toBeCloseTo(1, 9);
      expected *= power + 1;
    }
    expect(moment(1)).toBeCloseTo(0, 12);
  });

  it.each([0, 101, 2.5, -1])("refuses %d points", (count) => {
    expect(() => gaussHermite(count)).toThrow(RangeError);
  });
});
