import { describe, expect, it } from "vitest";
import { fromRows } from "../linear-algebra/matrix";
import type { InterceptDesign } from "./intercept-model";
import { type PoissonMixedModel, poissonMixedContrast, poissonMixedModel } from "./poisson-mixed-model";
import fixtures from "./poisson-mixed-model.fixtures.json";

const design: InterceptDesign = {
  y: Float64Array.from(fixtures.y),
  x: fromRows(fixtures.x),
  codes: Int32Array.from(fixtures.codes),
  groups: fixtures.groups,
  offset: Float64Array.from(fixtures.offset),
};

function modelOf(of: InterceptDesign, points?: number): PoissonMixedModel {
  const model = poissonMixedModel(of, points);
  if (model.kind !== "poisson-mixed-model") throw new Error(model.reason);
  return model;
}

function expectClose(actual: ArrayLike<number>, expected: readonly number[], relative: number): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, index) => {
    const distance = Math.abs((actual[index] ?? Number.NaN) - value);
    expect(distance, `entry ${index}: ${actual[index]} for ${value}`).toBeLessThanOrEqual(
      relative * Math.max(0.1, Math.abs(value)),
    );
  });
}

describe("Poisson mixed model", () => {
  it.each(fixtures.cases)("has lme4's fit with $points points", (reference) => {
    const model = modelOf(design, reference.points);
    expectClose(model.coefficients, reference.coefficients, fixtures.tolerance);
    const errors = Array.from({ length: 4 }, (_, i) => Math.sqrt(model.covariance.values[i * 5] ?? 0));
    expectClose(errors, reference.errors, fixtures.tolerance);
    expectClose([model.deviation], [reference.deviation], fixtures.tolerance);
    expectClose([model.logLikelihood], [reference.log_likelihood], 1e-6);
    expectClose(model.effects.subarray(0, 5), reference.effects, fixtures.tolerance);
    expect([model.n, model.rows, model.parameters, model.singular]).toEqual([59, 236, 5, false]);
    expect(model.akaike).toBeCloseTo(10 - 2 * model.logLikelihood, 10);
    expect(model.bayesian).toBeCloseTo(5 * Math.log(236) - 2 * model.logLikelihood, 10);
  });

  it("takes 20 points unless told otherwise", () => {
    expect(modelOf(design).logLikelihood).toBe(modelOf(design, 20).logLikelihood);
  });

  it("moves only the intercept when everybody is observed twice as long", () => {
    const model = modelOf(design, 7);
    const longer = modelOf({ ...design, offset: design.offset?.map((value) => value + Math.LN2) }, 7);
    const [intercept = 0, ...others] = model.coefficients;
    expectClose(longer.coefficients, [intercept - Math.LN2, ...others], 1e-6);
    expectClose([longer.logLikelihood, longer.deviation], [model.logLikelihood, model.deviation], 1e-8);
  });

  it("counts no offset as an offset of zero", () => {
    const { offset: _, ...without } = design;
    const zero = modelOf({ ...design, offset: new Float64Array(design.y.length) }, 3);
    expect(modelOf(without, 3)).toEqual(zero);
  });

  it("is the plain model where groups do not differ by more than chance", () => {
    const y = Array.from({ length: 30 }, () => [2, 4, 3, 3]).flat();
    const model = modelOf({
      y: Float64Array.from(y),
      x: fromRows(y.map(() => [1])),
      codes: Int32Array.from(y, (_, row) => row >> 2),
      groups: 30,
    });
    expect(model.singular).toBe(true);
    expect(model.coefficients[0]).toBeCloseTo(Math.log(3), 8);
    const factorials = 30 * Math.log(2 * 24 * 6 * 6);
    expect(model.logLikelihood).toBeCloseTo(120 * (3 * Math.log(3) - 3) - factorials, 8);
  });

  it("gives a contrast with its normal interval", () => {
    const model = modelOf(design);
    const estimate = poissonMixedContrast(model, [0, 1, 0, 0], 0.9);
    const standardError = Math.sqrt(model.covariance.values[5] ?? 0);
    const value = model.coefficients[1] ?? 0;
    expect(estimate).toMatchObject({ kind: "estimate", value, standardError, n: 59, method: "poisson-mixed-wald" });
    if (estimate.kind !== "estimate") throw new Error("No estimate");
    const half = 1.6448536269514722 * standardError;
    expectClose([estimate.interval.low, estimate.interval.high], [value - half, value + half], 1e-12);
    expect(estimate.provenance.statistic).toBe("mixed/poisson-mixed-model");
    expect(() => poissonMixedContrast(model, [1])).toThrow(RangeError);
  });

  const small = (y: number[], codes: number[], groups: number): InterceptDesign => ({
    y: Float64Array.from(y),
    x: fromRows(y.map(() => [1])),
    codes: Int32Array.from(codes),
    groups,
  });
  it.each([
    ["one group", small([0, 1, 2, 1], [0, 0, 0, 0], 1), "too-few"],
    ["few rows", small([3, 1], [0, 1], 2), "too-few"],
    ["no event at all", small([0, 0, 0, 0], [0, 0, 1, 1], 2), "no-events"],
    [
      "a repeated predictor",
      { ...small([0, 1, 2, 1], [0, 0, 1, 1], 2), x: fromRows(Array.from({ length: 4 }, () => [1, 2])) },
      "not-identifiable",
    ],
  ])("has no answer for %s", (_, data, reason) => {
    expect(poissonMixedModel(data)).toMatchObject({ kind: "insufficient-data", reason });
  });

  it("has no answer where one arm has no event", () => {
    const y = Array.from({ length: 24 }, (_, row) => (row % 2 === 0 ? 0 : 2 + (row % 3)));
    const arms = {
      ...small(
        y,
        y.map((_, row) => row >> 2),
        6,
      ),
      x: fromRows(y.map((_, row) => [1, row % 2])),
    };
    expect(poissonMixedModel(arms)).toMatchObject({ kind: "insufficient-data" });
  });

  it.each<[string, Partial<InterceptDesign>]>([
    ["half an event", { y: Float64Array.from([0, 1, 0.5, 1]) }],
    ["a negative count", { y: Float64Array.from([0, 1, -1, 1]) }],
    ["a code outside the groups", { codes: Int32Array.from([0, 0, 1, 2]) }],
    ["an offset of another length", { offset: Float64Array.from([0]) }],
  ])("refuses %s", (_, change) => {
    expect(() => poissonMixedModel({ ...small([0, 1, 2, 1], [0, 0, 1, 1], 2), ...change })).toThrow(RangeError);
  });

  it.each<[string, Partial<InterceptDesign>]>([
    ["an offset that is not finite", { offset: Float64Array.from([0, 0, 0, Number.NEGATIVE_INFINITY]) }],
  ])("gives a reason for %s", (_, change) => {
    expect(poissonMixedModel({ ...small([0, 1, 2, 1], [0, 0, 1, 1], 2), ...change })).toMatchObject({
      reason: "not-finite",
    });
  });
});
