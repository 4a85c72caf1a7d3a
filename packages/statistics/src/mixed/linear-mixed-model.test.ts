import { describe, expect, it } from "vitest";
import { createMatrix, fromRows } from "../linear-algebra/matrix";
import { kenwardRogerContrast, kenwardRogerTest } from "./kenward-roger";
import { type LinearMixedModel, linearMixedModel } from "./linear-mixed-model";
import fixtures from "./linear-mixed-model.fixtures.json";
import type { MixedDesign } from "./mixed-design";
import { mixedKenwardRoger } from "./mixed-kenward-roger";
import { satterthwaiteContrast, satterthwaiteTest } from "./satterthwaite";

type Case = (typeof fixtures.cases)[number];

const { estimates: TOLERANCE, degrees_of_freedom: DEGREES } = fixtures.tolerance;

function designOf({ y, x, terms }: Pick<Case, "y" | "x" | "terms">): MixedDesign {
  return {
    y: Float64Array.from(y),
    x: fromRows(x),
    terms: terms.map(({ group, codes, levels, columns }) => ({
      group,
      codes: Int32Array.from(codes),
      levels,
      columns: columns.map(({ name, values }) => ({ name, values: Float64Array.from(values) })),
    })),
  };
}

function modelOf(design: MixedDesign, method: "REML" | "ML" = "REML"): LinearMixedModel {
  const model = linearMixedModel(design, method);
  if (model.kind !== "linear-mixed-model") throw new Error(model.reason);
  return model;
}

/** Relative, and absolute for what is near zero. */
function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number, floor = 1e-5): void {
  expect(actual.length).toBe(expected.length);
  Array.from(expected).forEach((value, index) => {
    const distance = Math.abs((actual[index] ?? Number.NaN) - value);
    expect(distance, `entry ${index}: ${actual[index]} for ${value}`).toBeLessThanOrEqual(
      tolerance * Math.max(floor, Math.abs(value)),
    );
  });
}

const unit = (p: number, index: number) => Array.from({ length: p }, (_, j) => (j === index ? 1 : 0));
/** All coefficients but the first. */
const slopes = (p: number) => createMatrix(p - 1, p, Array.from({ length: p - 1 }, (_, i) => unit(p, i + 1)).flat());

describe.each(fixtures.cases)("linear mixed model: $name", (reference) => {
  const design = designOf(reference);
  const model = modelOf(design);
  const p = design.x.columns;

  it("has lme4's REML fit", () => {
    const { reml } = reference;
    expectClose(model.coefficients, reml.coefficients, TOLERANCE);
    expectClose(model.covariance.values, reml.covariance.flat(), TOLERANCE);
    expectClose(
      model.components.flatMap(({ theta }) => [...theta]),
      reml.theta,
      TOLERANCE,
      0.1,
    );
    expectClose([model.sigma], [reml.sigma], TOLERANCE);
    expectClose([model.logLikelihood, model.akaike, model.bayesian], [reml.log_likelihood, reml.aic, reml.bic], 1e-9);
    expect(model.singular).toBe(reml.singular);
    expect(model.rows).toBe(reference.y.length);
    expect(model.n).toBe(Math.max(...reference.terms.map(({ levels }) => levels)));
  });

  it("has lme4's random effects", () => {
    const byGroup = new Map<string, number[][]>();
    for (const { term, effects } of model.components) {
      const rows = byGroup.get(term.group) ?? Array.from({ length: Math.min(3, term.levels) }, () => []);
      rows.forEach((row, i) => {
        row.push(...effects.values.subarray(i * effects.columns, (i + 1) * effects.columns));
      });
      byGroup.set(term.group, rows);
    }
    for (const [group, rows] of Object.entries(reference.reml.effects)) {
      expectClose((byGroup.get(group) ?? []).flat(), rows.flat(), 2e-5, 0.1);
    }
  });

  it("has lme4's maximum likelihood fit", () => {
    const likelihood = modelOf(design, "ML");
    const { ml } = reference;
    expectClose(likelihood.coefficients, ml.coefficients, TOLERANCE);
    expectClose(
      likelihood.components.flatMap(({ theta }) => [...theta]),
      ml.theta,
      TOLERANCE,
      0.1,
    );
    expectClose([likelihood.sigma], [ml.sigma], TOLERANCE);
    expectClose(
      [likelihood.logLikelihood, likelihood.akaike, likelihood.bayesian],
      [ml.log_likelihood, ml.aic, ml.bic],
      1e-9,
    );
  });

  it("has lmerTest's degrees of freedom", () => {
    const estimates = reference.reml.df.map((_, index) => satterthwaiteContrast(model, unit(p, index)));
    expectClose(
      estimates.map((estimate) => (estimate.kind === "estimate" ? (estimate.degreesOfFreedom ?? 0) : 0)),
      reference.reml.df,
      DEGREES,
    );
    const joint = reference.reml.joint;
    if (!Array.isArray(joint)) return;
    const test = satterthwaiteTest(model, slopes(p));
    if (test.kind !== "f-test") throw new Error(test.reason);
    expectClose([test.numeratorDegreesOfFreedom, test.denominatorDegreesOfFreedom, test.statistic], joint, DEGREES);
  });

  it("has pbkrtest's adjustment", () => {
    const adjustment = mixedKenwardRoger(design, model);
    const expected = reference.reml.kenward_roger;
    if (adjustment.kind === "insufficient-data") throw new Error(adjustment.reason);
    const estimates = expected.df.map((_, index) => kenwardRogerContrast(adjustment, unit(p, index)));
    const found = estimates.flatMap((estimate) => (estimate.kind === "estimate" ? [estimate] : []));
    expectClose(
      found.map(({ standardError }) => standardError),
      expected.error,
      TOLERANCE,
    );
    expectClose(
      found.map(({ degreesOfFreedom }) => degreesOfFreedom ?? 0),
      expected.df,
      DEGREES,
    );
    if (!Array.isArray(expected.joint)) return;
    const test = kenwardRogerTest(adjustment, slopes(p));
    if (test.kind !== "f-test") throw new Error(test.reason);
    expectClose(
      [test.numeratorDegreesOfFreedom, test.denominatorDegreesOfFreedom, test.statistic, test.pValue],
      expected.joint,
      DEGREES,
      1e-9,
    );
  });
});

it("has no adjustment of a fit by maximum likelihood, nor of very many effects of several factors", () => {
  const [first] = fixtures.cases;
  if (first === undefined) throw new Error("No case");
  const design = designOf(first);
  expect(mixedKenwardRoger(design, modelOf(design, "ML"))).toMatchObject({ reason: "not-identifiable" });
  const [term] = design.terms;
  if (term === undefined) throw new Error("No term");
  const many = { ...design, terms: [term, { ...term, group: "other", levels: 583 }] };
  expect(mixedKenwardRoger(many, modelOf(design))).toMatchObject({ reason: "not-identifiable" });
});
