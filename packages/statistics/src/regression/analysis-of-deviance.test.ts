import { describe, expect, it } from "vitest";
import { modelMatrix } from "../model-matrix/model-matrix";
import type { Variable } from "../model-matrix/variable";
import { analysisOfDeviance, type DevianceOrder } from "./analysis-of-deviance";
import { binomial, poisson } from "./families";
import { type GeneralisedLinearModel, generalisedLinearModel } from "./generalised-linear-model";
import fixtures from "./regression.fixtures.json";

const { womensrole, epil } = fixtures;
const numeric = (values: readonly number[]): Variable => ({ kind: "numeric", values });

function fitted(...[design, y, family, options]: Parameters<typeof generalisedLinearModel>): GeneralisedLinearModel {
  const model = generalisedLinearModel(design, y, family, options);
  if (model.kind !== "generalised-linear-model") throw new Error(model.reason);
  return model;
}

const weights = womensrole.agree.map((agree, row) => agree + (womensrole.disagree[row] ?? 0));
const shares = womensrole.agree.map((agree, row) => (weights[row] === 0 ? 0 : agree / (weights[row] ?? 1)));
const roles = new Map<string, Variable>([
  ["gender", { kind: "factor", ...womensrole.gender }],
  ["education", numeric(womensrole.education)],
]);
const crossed = fitted(modelMatrix(roles, [["gender"], ["education"], ["gender", "education"]]), shares, binomial(), {
  weights,
});
const offset = epil.time.map(Math.log);
const seizures = new Map<string, Variable>([
  ["trt", { kind: "factor", ...epil.trt }],
  ["lbase", numeric(epil.lbase)],
  ["lage", numeric(epil.lage)],
]);
const counted = fitted(modelMatrix(seizures, [["trt"], ["lbase"], ["lage"]]), epil.y, poisson(), { offset });

interface Wanted {
  readonly terms: readonly string[];
  readonly df: readonly number[];
  readonly deviance: readonly number[];
  readonly rest?: readonly number[];
}
const cases: readonly [string, DevianceOrder, GeneralisedLinearModel, readonly number[], object, Wanted][] = [
  ["an interaction", "sequential", crossed, shares, { weights }, womensrole.crossed.sequential],
  ["an interaction", "type-two", crossed, shares, { weights }, womensrole.crossed.two],
  ["an interaction", "dropped", crossed, shares, { weights }, womensrole.crossed.dropped],
  ["an offset", "sequential", counted, epil.y, { offset }, epil.terms.sequential],
  ["an offset", "type-two", counted, epil.y, { offset }, epil.terms.two],
  ["an offset", "dropped", counted, epil.y, { offset }, epil.terms.dropped],
];

describe("analysis of deviance", () => {
  it.each(cases)("of a model with %s, %s, is R's", (_, order, model, y, options, wanted) => {
    const rows = analysisOfDeviance(model, y, order, options) ?? [];
    expect(rows.map((row) => row.term)).toEqual(wanted.terms);
    expect(rows.map((row) => row.degreesOfFreedom)).toEqual(wanted.df);
    rows.forEach((row, index) => {
      expect(row.deviance).toBeCloseTo(wanted.deviance[index] ?? Number.NaN, 6);
      if (wanted.rest !== undefined) expect(row.residualDeviance).toBeCloseTo(wanted.rest[index] ?? Number.NaN, 6);
    });
  });

  it("shares out all of the deviance, and the degrees of freedom, one term after the other", () => {
    const rows = analysisOfDeviance(counted, epil.y, "sequential", { offset }) ?? [];
    const total = rows.reduce((sum, row) => sum + row.deviance, 0);
    expect(total).toBeCloseTo(counted.nullDeviance - counted.deviance, 6);
    expect(rows.map((row) => row.residualDegreesOfFreedom)).toEqual([234, 233, 232]);
    expect(rows.at(-1)?.residualDeviance).toBe(counted.deviance);
  });

  it("starts without an intercept from no predictor at all", () => {
    const model = fitted(modelMatrix(roles, [["education"]], false), shares, binomial(), { weights });
    const [only] = analysisOfDeviance(model, shares, "sequential", { weights }) ?? [];
    expect(only?.degreesOfFreedom).toBe(1);
    expect(only?.deviance).toBeCloseTo(model.nullDeviance - model.deviance, 8);
  });

  it("tests each term against the model that lacks it alone where it is dropped", () => {
    const [trt] = analysisOfDeviance(counted, epil.y, "dropped", { offset }) ?? [];
    const without = fitted(modelMatrix(seizures, [["lbase"], ["lage"]]), epil.y, poisson(), { offset });
    expect(trt?.residualDeviance).toBeCloseTo(without.deviance, 8);
    expect(trt?.residualDegreesOfFreedom).toBe(233);
  });
});
