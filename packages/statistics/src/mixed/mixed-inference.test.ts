import { describe, expect, it } from "vitest";
import { createMatrix } from "../linear-algebra/matrix";
import { modelMatrix } from "../model-matrix/model-matrix";
import type { Variable } from "../model-matrix/variable";
import { designEffect } from "./design-effect";
import { intraclassCorrelation } from "./intraclass-correlation";
import { type LinearMixedModel, linearMixedModel } from "./linear-mixed-model";
import linear from "./linear-mixed-model.fixtures.json";
import { marginalWeights } from "./marginal-weights";
import type { MixedDesign } from "./mixed-design";
import fixtures from "./mixed-inference.fixtures.json";
import { satterthwaiteContrast, satterthwaiteTest } from "./satterthwaite";
import { typeThreeContrasts } from "./type-three-contrasts";

const { estimates: TOLERANCE, degrees_of_freedom: DEGREES } = fixtures.tolerance;
const { orthodont, btheb } = fixtures;
type Variables = ReadonlyMap<string, Variable>;

const factor = (value: { levels: string[]; codes: number[] }): Variable => ({ kind: "factor", ...value });
const numeric = (values: number[]): Variable => ({ kind: "numeric", values });
const ORTHODONT: Variables = new Map([
  ["age", numeric(orthodont.age)],
  ["visit", factor(orthodont.visit)],
  ["sex", factor(orthodont.sex)],
]);
const BTHEB: Variables = new Map([
  ["before", numeric(btheb.before)],
  ["treatment", factor(btheb.treatment)],
  ["visit", factor(btheb.visit)],
]);
const BTHEB_TERMS = [["before"], ["treatment"], ["visit"], ["treatment", "visit"]];

function randomIntercept(
  y: number[],
  variables: Variables,
  terms: string[][],
  group: { levels: string[]; codes: number[] },
) {
  const design: MixedDesign = {
    y: Float64Array.from(y),
    x: modelMatrix(variables, terms).matrix,
    terms: [
      {
        group: "person",
        codes: Int32Array.from(group.codes),
        levels: group.levels.length,
        columns: [{ name: "(Intercept)", values: new Float64Array(y.length).fill(1) }],
      },
    ],
  };
  return design;
}

function modelOf(design: MixedDesign): LinearMixedModel {
  const model = linearMixedModel(design);
  if (model.kind !== "linear-mixed-model") throw new Error(model.reason);
  return model;
}

function expectClose(actual: ArrayLike<number>, expected: readonly number[], relative: number): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, index) => {
    const distance = Math.abs((actual[index] ?? Number.NaN) - value);
    expect(distance, `entry ${index}: ${actual[index]} for ${value}`).toBeLessThanOrEqual(relative * Math.abs(value));
  });
}

describe("type III tests", () => {
  it.each(fixtures.type_three)("are lmerTest's for $names", (reference) => {
    const model = modelOf(randomIntercept(orthodont.distance, ORTHODONT, reference.terms, orthodont.subject));
    const terms = typeThreeContrasts(ORTHODONT, reference.terms) ?? [];
    const tests = terms.map(({ contrasts }) => {
      const test = satterthwaiteTest(model, contrasts);
      if (test.kind !== "f-test") throw new Error(test.reason);
      return test;
    });
    expect(terms.map(({ term }) => term)).toEqual(reference.terms);
    expectClose(
      tests.map((test) => test.statistic),
      reference.statistic,
      TOLERANCE,
    );
    expectClose(
      tests.map((test) => test.statistic * model.sigma ** 2),
      reference.mean_squares,
      TOLERANCE,
    );
    expectClose(
      tests.map((test) => test.numeratorDegreesOfFreedom),
      reference.numerator,
      0,
    );
    expectClose(
      tests.map((test) => test.denominatorDegreesOfFreedom),
      reference.denominator,
      DEGREES,
    );
    expectClose(
      tests.map((test) => test.pValue),
      reference.p_value,
      1e-3,
    );
  });

  it("have none where a combination of levels never occurs", () => {
    const empty: Variables = new Map([
      ["a", { kind: "factor", levels: ["p", "q"], codes: [0, 0, 1, 1, 0, 1] }],
      ["b", { kind: "factor", levels: ["r", "s"], codes: [0, 1, 0, 0, 1, 0] }],
    ]);
    expect(typeThreeContrasts(empty, [["a"], ["b"], ["a", "b"]])).toBeNull();
    expect(typeThreeContrasts(empty, [["a"], ["b"]])).toHaveLength(2);
  });

  it("leave out contrasts that repeat others and have none without any", () => {
    const model = modelOf(randomIntercept(orthodont.distance, ORTHODONT, [["age"], ["sex"]], orthodont.subject));
    const once = satterthwaiteTest(model, createMatrix(1, 3, [0, 1, 0]));
    const twice = satterthwaiteTest(model, createMatrix(2, 3, [0, 1, 0, 0, -2, 0]));
    const single = satterthwaiteContrast(model, [0, 1, 0]);
    if (once.kind !== "f-test" || twice.kind !== "f-test" || single.kind !== "estimate") throw new Error("No test");
    expect(twice.numeratorDegreesOfFreedom).toBe(1);
    expectClose(
      [twice.statistic, twice.denominatorDegreesOfFreedom],
      [once.statistic, once.denominatorDegreesOfFreedom],
      1e-9,
    );
    expectClose([once.statistic, once.pValue], [(single.test?.statistic ?? 0) ** 2, single.test?.pValue ?? 0], 1e-9);
    expect(satterthwaiteTest(model, createMatrix(1, 3))).toMatchObject({ reason: "no-spread" });
    expect(satterthwaiteContrast(model, [0, 0, 0])).toMatchObject({ reason: "no-spread" });
    expect(() => satterthwaiteTest(model, createMatrix(1, 2))).toThrow(RangeError);
    expect(() => satterthwaiteContrast(model, [1, 0])).toThrow(RangeError);
  });
});

describe("marginal means", () => {
  const model = modelOf(randomIntercept(btheb.y, BTHEB, BTHEB_TERMS, btheb.id));
  const { treatment, visit, mean, error, df } = fixtures.marginal;
  const at = (arm: number, time: number) =>
    marginalWeights(
      BTHEB,
      BTHEB_TERMS,
      new Map([
        ["treatment", arm],
        ["visit", time],
      ]),
    );

  it("are those of emmeans", () => {
    const found = mean.flatMap((_, row) => {
      const estimate = satterthwaiteContrast(model, at(treatment[row] ?? 0, visit[row] ?? 0));
      return estimate.kind === "estimate" ? [estimate] : [];
    });
    expectClose(
      found.map(({ value }) => value),
      mean,
      TOLERANCE,
    );
    expectClose(
      found.map(({ standardError }) => standardError),
      error,
      TOLERANCE,
    );
    expectClose(
      found.map(({ degreesOfFreedom }) => degreesOfFreedom ?? 0),
      df,
      DEGREES,
    );
    for (const { value, interval } of found) {
      expect(interval.low).toBeLessThan(value);
      expect(interval.high).toBeGreaterThan(value);
    }
  });

  it("average the levels of what is not chosen", () => {
    const overall = marginalWeights(BTHEB, BTHEB_TERMS, new Map([["treatment", 1]]));
    const visits = [0, 1, 2, 3].map((time) => at(1, time));
    expectClose(
      overall,
      overall.map((_, j) => visits.reduce((sum, row) => sum + (row[j] ?? 0) / 4, 0)),
      1e-12,
    );
  });

  it("take both values of an indicator and the mean of any other number", () => {
    const numbers: Variables = new Map([
      ["flag", numeric([0, 1, 1, 1])],
      ["dose", numeric([1, 2, 3, 10])],
    ]);
    expect(marginalWeights(numbers, [["flag"], ["dose"]], new Map())).toEqual([1, 0.5, 4]);
    expect(marginalWeights(numbers, [["dose"]], new Map(), false)).toEqual([4]);
  });

  it.each<[string, Map<string, number>]>([
    ["an unknown factor", new Map([["arm", 0]])],
    ["a number", new Map([["before", 0]])],
    ["an unknown level", new Map([["visit", 4]])],
  ])("refuse %s", (_, chosen) => {
    expect(() => marginalWeights(BTHEB, BTHEB_TERMS, chosen)).toThrow(RangeError);
  });

  it("refuse a factor that is not in the model, and a term without a variable", () => {
    expect(() => marginalWeights(BTHEB, [["before"]], new Map([["visit", 0]]))).toThrow(RangeError);
    expect(() => marginalWeights(BTHEB, [["weight"]], new Map())).toThrow(RangeError);
  });
});

describe("intraclass correlation", () => {
  const [sleep] = linear.cases;
  const base = (y: readonly number[]): MixedDesign => {
    const rows = sleep?.x ?? [];
    return {
      y: Float64Array.from(y),
      x: createMatrix(rows.length, 2, rows.flat()),
      terms: (sleep?.terms ?? []).map((term) => ({
        ...term,
        codes: Int32Array.from(term.codes),
        columns: [{ name: "(Intercept)", values: new Float64Array(rows.length).fill(1) }],
      })),
    };
  };
  const design = base(sleep?.y ?? []);

  it("has the profile interval of lme4's deviance", () => {
    const estimate = intraclassCorrelation(design);
    if (estimate.kind !== "estimate") throw new Error("No estimate");
    const { value, low, high } = fixtures.intraclass;
    expectClose([estimate.value, estimate.interval.low, estimate.interval.high], [value, low, high], TOLERANCE);
    expectClose([estimate.standardError], [(high - low) / 2 / 1.959963984540054], TOLERANCE);
    expect(estimate.n).toBe(18);
  });

  it("has a narrower interval at a lower level", () => {
    const [wide, narrow] = [intraclassCorrelation(design, 0.95), intraclassCorrelation(design, 0.5)];
    if (wide.kind !== "estimate" || narrow.kind !== "estimate") throw new Error("No estimate");
    expect(narrow.interval.low).toBeGreaterThan(wide.interval.low);
    expect(narrow.interval.high).toBeLessThan(wide.interval.high);
    expect(narrow.interval.level).toBe(0.5);
    expect(() => intraclassCorrelation(design, 1)).toThrow(RangeError);
    expect(() => intraclassCorrelation(design, 0)).toThrow(RangeError);
  });

  it("is zero, with an upper limit, where groups differ less than chance would have it", () => {
    const y = Array.from({ length: 180 }, (_, row) => [1, -1, 2, -2, 0.5, -0.5, 3, -3, 1.5, -1.5][row % 10] ?? 0);
    const estimate = intraclassCorrelation(base(y));
    if (estimate.kind !== "estimate") throw new Error("No estimate");
    expect([estimate.value, estimate.interval.low]).toEqual([0, 0]);
    expect(estimate.interval.high).toBeGreaterThan(0);
    expect(estimate.interval.high).toBeLessThan(0.1);
  });

  it("is defined for one intercept only, and has the model's reasons", () => {
    const [term] = design.terms;
    if (term === undefined) throw new Error("No term");
    const slope = { name: "x", values: Float64Array.from(design.y) };
    expect(intraclassCorrelation({ ...design, terms: [term, term] })).toMatchObject({ reason: "not-identifiable" });
    const further = { ...term, columns: [...term.columns, slope] };
    expect(intraclassCorrelation({ ...design, terms: [further] })).toMatchObject({ reason: "not-identifiable" });
    expect(intraclassCorrelation({ ...design, terms: [{ ...term, columns: [slope] }] })).toMatchObject({
      reason: "not-identifiable",
    });
    expect(intraclassCorrelation(base(new Array(180).fill(7)))).toMatchObject({ reason: "no-spread" });
  });
});

describe("design effect", () => {
  it("is that of the review's example, and larger when sizes differ", () => {
    expect(designEffect(0.03, new Array(12).fill(20))).toBeCloseTo(1.57, 12);
    // Mean 20, CV 0.5: (1 + 0.25) * 20 = 25.
    expect(designEffect(0.03, [10, 30, 10, 30])).toBeCloseTo(1.72, 12);
    expect(designEffect(0, [5, 9])).toBe(1);
    expect(designEffect(1, [1, 1])).toBe(1);
  });

  it.each<[number, number[]]>([
    [-0.1, [5]],
    [1.1, [5]],
    [Number.NaN, [5]],
    [0.1, []],
    [0.1, [5, 0]],
    [0.1, [5, Number.POSITIVE_INFINITY]],
  ])("refuses %d with sizes %j", (correlation, sizes) => {
    expect(() => designEffect(correlation, sizes)).toThrow(RangeError);
  });
});
