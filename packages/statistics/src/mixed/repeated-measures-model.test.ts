import { describe, expect, it } from "vitest";
import { fromRows } from "../linear-algebra/matrix";
import { kenwardRogerContrast } from "./kenward-roger";
import { repeatedMeasuresKenwardRoger } from "./repeated-measures-kenward-roger";
import { COVARIANCE_LADDER, repeatedMeasuresLadder } from "./repeated-measures-ladder";
import {
  type RepeatedMeasuresDesign,
  type RepeatedMeasuresModel,
  repeatedMeasuresModel,
} from "./repeated-measures-model";
import fixtures from "./repeated-measures-model.fixtures.json";
import { satterthwaiteContrast } from "./satterthwaite";
import type { VisitStructure } from "./visit-covariance";

const design: RepeatedMeasuresDesign = {
  y: Float64Array.from(fixtures.y),
  x: fromRows(fixtures.x),
  people: Int32Array.from(fixtures.people),
  visits: Int32Array.from(fixtures.visits),
  visitCount: fixtures.visit_count,
};
const STRUCTURES: readonly VisitStructure[] = [...COVARIANCE_LADDER, "heterogeneous-compound-symmetry"];
const { tolerance } = fixtures;
const p = design.x.columns;
const unit = (index: number) => Array.from({ length: p }, (_, j) => (j === index ? 1 : 0));

function modelOf(structure: VisitStructure, method: "REML" | "ML" = "REML", of = design): RepeatedMeasuresModel {
  const model = repeatedMeasuresModel(of, structure, method);
  if (model.kind !== "repeated-measures-model") throw new Error(model.reason);
  return model;
}

function expectClose(actual: ArrayLike<number>, expected: readonly number[], relative: number): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, index) => {
    const distance = Math.abs((actual[index] ?? Number.NaN) - value);
    expect(distance, `entry ${index}: ${actual[index]} for ${value}`).toBeLessThanOrEqual(relative * Math.abs(value));
  });
}

describe("model for repeated measures", () => {
  it.each(fixtures.fits)("has nlme's fit: $structure by $method", (reference) => {
    const structure = STRUCTURES.find((name) => name === reference.structure) ?? "unstructured";
    const model = modelOf(structure, reference.method === "ML" ? "ML" : "REML");
    expectClose(
      [model.logLikelihood, model.akaike],
      [reference.log_likelihood, reference.aic],
      tolerance.log_likelihood,
    );
    expectClose(model.coefficients, reference.coefficients, tolerance.estimates);
    const errors = Array.from({ length: p }, (_, i) => Math.sqrt(model.covariance.values[i * (p + 1)] ?? 0));
    expectClose(errors, reference.errors, tolerance.estimates);
    expect(model.structure).toBe(reference.structure);
    expect([model.n, model.rows, model.patterns]).toEqual([97, 280, 4]);
    expect(model.largestSlope).toBeLessThan(1e-4);
  });

  it("has the degrees of freedom of the random intercept it is under compound symmetry", () => {
    const model = modelOf("compound-symmetry");
    const found = fixtures.random_intercept.df.map((_, index) => satterthwaiteContrast(model, unit(index)));
    const degrees = found.map((estimate) => (estimate.kind === "estimate" ? (estimate.degreesOfFreedom ?? 0) : 0));
    expectClose(degrees, fixtures.random_intercept.df, tolerance.degrees_of_freedom);
  });

  it("has Kenward and Roger's adjustment of that random intercept", () => {
    const adjustment = repeatedMeasuresKenwardRoger(design, modelOf("compound-symmetry"));
    if (adjustment.kind === "insufficient-data") throw new Error(adjustment.reason);
    const found = fixtures.random_intercept.df.flatMap((_, index) => {
      const estimate = kenwardRogerContrast(adjustment, unit(index));
      return estimate.kind === "estimate" ? [estimate] : [];
    });
    expectClose(
      found.map(({ standardError }) => standardError),
      fixtures.random_intercept.kenward_roger_errors,
      1e-5,
    );
    expectClose(
      found.map(({ degreesOfFreedom }) => degreesOfFreedom ?? 0),
      fixtures.random_intercept.kenward_roger_df,
      tolerance.degrees_of_freedom,
    );
  });

  it("has Kenward and Roger's adjustment of an unstructured covariance, and none where it is not defined", () => {
    const adjustment = repeatedMeasuresKenwardRoger(design, modelOf("unstructured"));
    if (adjustment.kind === "insufficient-data") throw new Error(adjustment.reason);
    const { errors, df } = fixtures.unstructured_kenward_roger;
    const found = df.flatMap((_, index) => {
      const estimate = kenwardRogerContrast(adjustment, unit(index));
      return estimate.kind === "estimate" ? [estimate] : [];
    });
    expectClose(
      found.map(({ standardError }) => standardError),
      errors,
      tolerance.estimates,
    );
    expectClose(
      found.map(({ degreesOfFreedom }) => degreesOfFreedom ?? 0),
      df,
      tolerance.degrees_of_freedom,
    );
    expect(repeatedMeasuresKenwardRoger(design, modelOf("ar1"))).toMatchObject({ reason: "not-identifiable" });
    expect(repeatedMeasuresKenwardRoger(design, modelOf("unstructured", "ML"))).toMatchObject({
      reason: "not-identifiable",
    });
  });

  it("gives a freer structure at least the likelihood of a plainer one", () => {
    const likelihood = (structure: VisitStructure) => modelOf(structure, "ML").logLikelihood;
    expect(likelihood("unstructured")).toBeGreaterThan(likelihood("heterogeneous-ar1"));
    expect(likelihood("heterogeneous-ar1")).toBeGreaterThan(likelihood("ar1"));
    expect(likelihood("heterogeneous-compound-symmetry")).toBeGreaterThan(likelihood("compound-symmetry"));
  });

  it.each(STRUCTURES)("moves with the outcome's unit and zero, and not with the order of rows: %s", (structure) => {
    const model = modelOf(structure);
    const reversed = <T extends { reverse(): T }>(values: T): T => values.reverse();
    const moved: RepeatedMeasuresDesign = {
      ...design,
      y: reversed(design.y.map((value) => 3 * value - 40)),
      x: fromRows([...fixtures.x].reverse()),
      people: reversed(Int32Array.from(fixtures.people)),
      visits: reversed(Int32Array.from(fixtures.visits)),
    };
    const again = modelOf(structure, "REML", moved);
    const expected = Array.from(model.coefficients, (value, index) => 3 * value - (index === 0 ? 40 : 0));
    expectClose(again.coefficients, expected, 1e-5);
    expectClose(
      again.visitCovariance.values,
      Array.from(model.visitCovariance.values, (value) => 9 * value),
      1e-5,
    );
  });
});

describe("the ladder", () => {
  it("takes the unstructured covariance where it can be fitted", () => {
    expect(repeatedMeasuresLadder(design)).toMatchObject({
      kind: "ladder-fit",
      model: { structure: "unstructured", method: "REML" },
      left: [],
    });
  });

  it("goes down a rung where two visits were never seen together, and says why", () => {
    const keep = fixtures.people.flatMap((person, row) => {
      const visit = fixtures.visits[row] ?? 0;
      return (person % 2 === 0 ? visit !== 3 : visit !== 0) ? [row] : [];
    });
    const take = (values: readonly number[]) => keep.map((row) => values[row] ?? 0);
    const apart: RepeatedMeasuresDesign = {
      ...design,
      y: Float64Array.from(take(fixtures.y)),
      x: fromRows(keep.map((row) => fixtures.x[row] ?? [])),
      people: Int32Array.from(take(fixtures.people)),
      visits: Int32Array.from(take(fixtures.visits)),
    };
    expect(repeatedMeasuresLadder(apart)).toMatchObject({
      kind: "ladder-fit",
      model: { structure: "heterogeneous-ar1" },
      left: [{ structure: "unstructured", reason: "not-identifiable" }],
    });
  });

  it("has no rung for one visit, and gives the reason of the last", () => {
    const first = { ...design, visits: new Int32Array(design.y.length), visitCount: 1 };
    expect(repeatedMeasuresLadder(first)).toEqual({ kind: "insufficient-data", reason: "too-few", needed: 2, had: 1 });
  });
});

describe("what cannot be fitted", () => {
  const small = (y: number[], x: number[][], people: number[], visits: number[]): RepeatedMeasuresDesign => ({
    y: Float64Array.from(y),
    x: fromRows(x),
    people: Int32Array.from(people),
    visits: Int32Array.from(visits),
    visitCount: 2,
  });
  const rows = [[1], [1], [1], [1], [1], [1]];
  const people = [0, 0, 1, 1, 2, 2];
  const visits = [0, 1, 0, 1, 0, 1];

  it.each([
    ["two rows for one visit", small([1, 2, 4, 3, 5, 9], rows, people, [0, 0, 0, 1, 0, 1]), "not-identifiable"],
    [
      "a repeated predictor",
      small(
        [1, 2, 4, 3, 5, 9],
        rows.map(() => [1, 2]),
        people,
        visits,
      ),
      "not-identifiable",
    ],
    ["outcomes all alike", small([4, 4, 4, 4, 4, 4], rows, people, visits), "no-spread"],
    ["as many coefficients as rows", small([1, 2], [[1], [1]], [0, 0], [0, 1]), "too-few"],
    ["nobody seen twice", small([1, 2, 4, 3, 5, 9], rows, [0, 1, 2, 3, 4, 5], visits), "not-identifiable"],
  ])("%s", (_, data, reason) => {
    expect(repeatedMeasuresModel(data, "compound-symmetry")).toMatchObject({ kind: "insufficient-data", reason });
  });

  it("ends in no convergence where one visit repeats the other", () => {
    const noise = [0.3, -1, 2, 0.7, -0.4, 1.9, -2.2, 0.1];
    const alike = small(
      noise.flatMap((value) => [value, value]),
      noise.flatMap(() => [[1], [1]]),
      noise.flatMap((_, person) => [person, person]),
      noise.flatMap(() => [0, 1]),
    );
    expect(repeatedMeasuresModel(alike, "unstructured")).toMatchObject({ reason: "no-convergence" });
  });

  it.each<[string, Partial<RepeatedMeasuresDesign>]>([
    ["unequal lengths", { y: new Float64Array(5) }],
    ["a visit outside the range", { visits: Int32Array.from([0, 1, 0, 2, 0, 1]) }],
    ["a negative visit", { visits: Int32Array.from([0, 1, 0, -1, 0, 1]) }],
    ["a negative person", { people: Int32Array.from([0, 0, -1, 1, 2, 2]) }],
    ["people of another length", { people: Int32Array.from([0, 0, 1]) }],
  ])("refuses %s", (_, change) => {
    const good = small([1, 2, 4, 3, 5, 9], rows, people, visits);
    expect(() => repeatedMeasuresModel({ ...good, ...change }, "ar1")).toThrow(RangeError);
  });

  it.each<[string, Partial<RepeatedMeasuresDesign>]>([
    ["a value that is not finite", { y: Float64Array.from([1, 2, Number.NaN, 3, 5, 9]) }],
  ])("gives a reason for %s", (_, change) => {
    const good = small([1, 2, 4, 3, 5, 9], rows, people, visits);
    expect(repeatedMeasuresModel({ ...good, ...change }, "ar1")).toMatchObject({ reason: "not-finite" });
  });
});
