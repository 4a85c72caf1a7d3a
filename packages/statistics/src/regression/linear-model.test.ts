import { describe, expect, it } from "vitest";
import type { Matrix } from "../linear-algebra/matrix";
import { modelMatrix } from "../model-matrix/model-matrix";
import type { Variable } from "../model-matrix/variable";
import { coefficientEstimates } from "./coefficient-estimates";
import { type LinearModel, linearModel } from "./linear-model";
import { marginalMeans } from "./marginal-means";
import fixtures from "./regression.fixtures.json";
import { type HeteroscedasticityType, robustCovariance } from "./robust-covariance";
import { typeTwoAnova } from "./type-two-anova";
import { waldTest } from "./wald-test";

/** Closed forms: relative. */
const CLOSE = 1e-10;
const PROVENANCE = { statistic: "test", version: 1 };

function expectClose(found: number | undefined, wanted: number | undefined, what: string, tolerance = CLOSE): void {
  expect(Math.abs((found ?? Number.NaN) - (wanted ?? Number.NaN)), what).toBeLessThanOrEqual(
    tolerance * Math.max(1e-3, Math.abs(wanted ?? 0)),
  );
}
const numeric = (values: readonly number[]): Variable => ({ kind: "numeric", values });
const errorsOf = ({ rows, values }: Matrix) =>
  Array.from({ length: rows }, (_, i) => Math.sqrt(values[i * rows + i] ?? 0));

const { btheb, weights } = fixtures;
const variables = new Map<string, Variable>([
  ["bdi.pre", numeric(btheb.pre)],
  ["drug", { kind: "factor", ...btheb.drug }],
  ["length", { kind: "factor", ...btheb.length }],
  ["treatment", { kind: "factor", ...btheb.treatment }],
]);
function fitted(terms: string[][], prior?: readonly number[]): LinearModel {
  const model = linearModel(modelMatrix(variables, terms), btheb.post, prior);
  if (model.kind !== "linear-model") throw new Error(model.reason);
  return model;
}
const ANCOVA = [["bdi.pre"], ["drug"], ["length"], ["treatment"]];
const CROSSED = [["bdi.pre"], ["drug"], ["treatment"], ["drug", "treatment"]];

describe.each([
  ["ancova", ANCOVA, undefined, fixtures.ancova],
  ["crossed", CROSSED, undefined, fixtures.crossed],
  ["weighted", [["bdi.pre"], ["treatment"]], weights, fixtures.weighted],
] as const)("the %s model of the depression scores", (_, terms, prior, wanted) => {
  const model = fitted(
    terms.map((term) => [...term]),
    prior,
  );

  it("has R's coefficients, errors and p values", () => {
    const found = coefficientEstimates(model, model.degreesOfFreedom, "least-squares", PROVENANCE);
    expect(found.map(({ name }) => name)).toEqual(wanted.coefficients.map(({ name }) => name));
    wanted.coefficients.forEach(({ name, value, error, statistic, p }, index) => {
      const estimate = found[index]?.estimate;
      if (estimate?.kind !== "estimate") throw new Error(name);
      expectClose(estimate.value, value, name);
      expectClose(estimate.standardError, error, name);
      expectClose(estimate.test?.statistic, statistic, name);
      expectClose(estimate.test?.pValue, p, name, 1e-9);
      expect(estimate.degreesOfFreedom).toBe(model.degreesOfFreedom);
    });
  });

  it("has R's fit", () => {
    expectClose(model.sigma, wanted.sigma, "sigma");
    expectClose(model.rSquared, wanted.rSquared, "R squared");
    expectClose(model.logLikelihood, wanted.logLik, "log-likelihood");
    expectClose(model.aic, wanted.aic, "AIC");
    expectClose(model.bic, wanted.bic, "BIC");
  });

  it.each(Object.entries(wanted.hc))("has R's %s errors", (type, errors) => {
    errorsOf(robustCovariance(model, type as HeteroscedasticityType)).forEach((found, i) => {
      expectClose(found, errors[i], type);
    });
  });
});

describe("linearModel", () => {
  it.each([
    [ANCOVA, fixtures.ancova],
    [CROSSED, fixtures.crossed],
  ])("has R's intervals, F test, leverages and type II tests for %s", (terms, wanted) => {
    const model = fitted(terms);
    coefficientEstimates(model, model.degreesOfFreedom, "least-squares", PROVENANCE).forEach(({ estimate }, i) => {
      if (estimate.kind !== "estimate") throw new Error(estimate.kind);
      expectClose(estimate.interval.low, wanted.low[i], "low");
      expectClose(estimate.interval.high, wanted.high[i], "high");
    });
    expectClose(model.adjustedRSquared, wanted.adjusted, "adjusted R squared");
    expectClose(model.f?.statistic, wanted.f, "F");
    expectClose(model.f?.pValue, wanted.fP, "p of F", 1e-9);
    expect([model.f?.df1, model.f?.df2]).toEqual([4, 92]);
    wanted.leverages.forEach((leverage, i) => {
      expectClose(model.leverages[i], leverage, "leverage");
    });
    const rows = typeTwoAnova(model, btheb.post);
    expect(rows.map(({ term }) => term)).toEqual(wanted.anova.map(({ term }) => term));
    wanted.anova.forEach(({ term, sum, df, f, p }, i) => {
      expectClose(rows[i]?.sumOfSquares, sum, term, 1e-9);
      expect(rows[i]?.degreesOfFreedom).toBe(df);
      expectClose(rows[i]?.f, f, term, 1e-9);
      expectClose(rows[i]?.pValue, p, term, 1e-9);
    });
  });

  it("gives the certified digits of Longley's nearly dependent predictors (NIST StRD)", () => {
    const columns = {
      deflator: [83, 88.5, 88.2, 89.5, 96.2, 98.1, 99, 100, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7, 116.9],
      product: [
        234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769, 444546, 482704, 502601,
        518173, 554894,
      ],
      unemployed: [2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806, 4007],
      forces: [1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798, 2637, 2552, 2514, 2572, 2827],
      population: [
        107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219, 117388, 118734, 120445, 121950, 123366, 125368,
        127852, 130081,
      ],
      year: Array.from({ length: 16 }, (_, i) => 1947 + i),
    };
    const employed = [
      60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564, 69331, 70551,
    ];
    const data = new Map(Object.entries(columns).map(([name, values]) => [name, numeric(values)]));
    const model = linearModel(
      modelMatrix(
        data,
        Object.keys(columns).map((name) => [name]),
      ),
      employed,
    );
    if (model.kind !== "linear-model") throw new Error(model.reason);
    const certified = [
      -3482258.63459582, 15.0618722713733, -0.035819179292591, -2.02022980381683, -1.03322686717359,
      -0.0511041056535807, 1829.15146461355,
    ];
    certified.forEach((value, i) => {
      expectClose(model.coefficients[i], value, `B${i}`, 1e-9);
    });
    expectClose(model.sigma, 304.854073561965, "residual standard deviation", 1e-9);
  });

  it("keeps the first of columns that say the same", () => {
    const twice = new Map([...variables, ["again", numeric(btheb.pre.map((value) => 2 * value - 1))]]);
    const model = linearModel(modelMatrix(twice, [["bdi.pre"], ["again"], ["drug"]]), btheb.post);
    expect(model).toMatchObject({ kind: "linear-model", names: ["(Intercept)", "bdi.pre", "drugYes"] });
    expect(model.kind === "linear-model" && [...model.determined]).toEqual([0, 1, 3]);
  });

  it("counts rows of weight zero for nothing", () => {
    const out = btheb.pre.map((_, row) => (row < 10 ? 0 : 1));
    const model = fitted(ANCOVA, out);
    const later = new Map(
      [...variables].map(([name, one]): [string, Variable] => [
        name,
        one.kind === "factor"
          ? { ...one, codes: one.codes.slice(10) }
          : numeric(one.kind === "numeric" ? one.values.slice(10) : []),
      ]),
    );
    const without = linearModel(modelMatrix(later, ANCOVA), btheb.post.slice(10));
    if (without.kind !== "linear-model") throw new Error(without.reason);
    expect(model.n).toBe(87);
    for (const what of ["sigma", "rSquared", "logLikelihood", "aic", "degreesOfFreedom"] as const) {
      expectClose(model[what], without[what], what);
    }
  });

  it("has an F test and R squared of zero mean without an intercept", () => {
    const model = linearModel(
      modelMatrix(new Map([["x", numeric([1, 2, 3, 4])]]), [["x"]], false),
      [2.1, 3.9, 6.2, 7.8],
    );
    // By hand: b = 59.7/30, residual sum of squares 0.107, total 118.9.
    if (model.kind !== "linear-model") throw new Error(model.reason);
    expectClose(model.coefficients[0], 59.7 / 30, "slope");
    expectClose(model.rSquared, 59.7 ** 2 / 30 / 118.9, "R squared", 1e-9);
    expect(model.f).toMatchObject({ df1: 1, df2: 3 });
  });

  it("has no F test with a mean only", () => {
    const model = linearModel(modelMatrix(new Map([["x", numeric([0, 0, 0])]]), []), [1, 2, 6]);
    expect(model).toMatchObject({ kind: "linear-model", f: null, names: ["(Intercept)"], degreesOfFreedom: 2 });
    if (model.kind === "linear-model") {
      expect(model.coefficients[0]).toBeCloseTo(3, 12);
      expect(model.sigma).toBeCloseTo(Math.sqrt(7), 12);
    }
  });

  it("says why there is no model", () => {
    const x = modelMatrix(new Map([["x", numeric([1, 2])]]), [["x"]]);
    expect(linearModel(x, [1, 5])).toEqual({ kind: "insufficient-data", reason: "too-few", needed: 3, had: 2 });
    const line = modelMatrix(new Map([["x", numeric([1, 2, 3, 4])]]), [["x"]]);
    expect(linearModel(line, [2, 4, 6, 8])).toMatchObject({ reason: "no-spread", had: 4 });
    expect(linearModel(line, [0, 0, 0, 0])).toMatchObject({ reason: "no-spread" });
  });

  it.each([
    ["too few outcomes", [1, 2, 3], undefined],
    ["too few weights", [1, 2, 3, 9], [1, 1, 1]],
    ["a negative weight", [1, 2, 3, 9], [1, 1, 1, -1]],
  ])("refuses %s", (_, y, prior) => {
    const line = modelMatrix(new Map([["x", numeric([1, 2, 3, 4])]]), [["x"]]);
    expect(() => linearModel(line, y, prior)).toThrow(RangeError);
  });

  it.each([
    ["an outcome that is not finite", [1, 2, 3, Number.NaN], undefined],
    ["a weight that is not finite", [1, 2, 3, 9], [1, 1, 1, Number.POSITIVE_INFINITY]],
  ])("gives a reason for %s", (_, y, prior) => {
    const line = modelMatrix(new Map([["x", numeric([1, 2, 3, 4])]]), [["x"]]);
    expect(linearModel(line, y, prior)).toMatchObject({ reason: "not-finite" });
  });
});

describe("waldTest", () => {
  const model = fitted(ANCOVA);
  const contrasts = { rows: 2, columns: 5, values: Float64Array.from([0, 0, 1, 0, 0, 0, 0, 0, 0, 1]) };
  it("gives R's F and chi-squared", () => {
    const f = waldTest(model.coefficients, robustCovariance(model, "HC3"), contrasts, model.degreesOfFreedom);
    expectClose(f?.f, fixtures.wald.f, "F");
    expectClose(f?.pValue, fixtures.wald.p, "p", 1e-9);
    const chi = waldTest(model.coefficients, model.covariance, contrasts, null);
    expectClose(chi?.chiSquared, fixtures.wald.chiSquared, "chi-squared");
    expectClose(chi?.pValue, fixtures.wald.chiP, "p", 1e-9);
    expect(chi).toMatchObject({ df1: 2, df2: null });
  });
  it("tests nothing when the combinations repeat each other", () => {
    const same = { rows: 2, columns: 5, values: Float64Array.from([0, 0, 1, 0, 0, 0, 0, 2, 0, 0]) };
    expect(waldTest(model.coefficients, model.covariance, same, 92)).toBeNull();
    expect(
      waldTest(model.coefficients, model.covariance, { rows: 0, columns: 5, values: new Float64Array() }, 92),
    ).toBeNull();
  });
});

describe("marginalMeans", () => {
  it("gives emmeans' means and differences, other factors' levels with equal weight", () => {
    const { means, differences } = marginalMeans(fitted(CROSSED), variables, "treatment");
    const wanted = fixtures.means;
    expect(means.map(({ level }) => level)).toEqual(wanted.levels);
    means.forEach(({ estimate }, i) => {
      if (estimate.kind !== "estimate") throw new Error(estimate.kind);
      expectClose(estimate.value, wanted.value[i], "mean");
      expectClose(estimate.standardError, wanted.error[i], "error");
      expectClose(estimate.interval.low, wanted.low[i], "low");
      expectClose(estimate.interval.high, wanted.high[i], "high");
    });
    expect(differences).toHaveLength(1);
    const [only] = differences;
    expect([only?.first, only?.second]).toEqual(["TAU", "BtheB"]);
    if (only?.estimate.kind !== "estimate") throw new Error("no difference");
    expectClose(only.estimate.value, wanted.difference, "difference");
    expectClose(only.estimate.standardError, wanted.differenceError, "error");
    expectClose(only.estimate.test?.pValue, wanted.differenceP, "p", 1e-9);
  });

  it("takes both values of an indicator, and given values for means", () => {
    const data = new Map<string, Variable>([
      ["g", { kind: "factor", levels: ["a", "b"], codes: [0, 1, 0, 1, 0, 1] }],
      ["yes", numeric([0, 0, 0, 0, 1, 1])],
      ["x", numeric([1, 2, 3, 4, 5, 9])],
    ]);
    const model = linearModel(modelMatrix(data, [["yes"], ["x"], ["g"]]), [1, 3, 2, 6, 4, 9]);
    if (model.kind !== "linear-model") throw new Error(model.reason);
    const value = (x: number) => [1, 0.5, x, 0].reduce((sum, one, i) => sum + one * (model.coefficients[i] ?? 0), 0);
    const first = (at?: ReadonlyMap<string, readonly number[]>) => {
      const estimate = marginalMeans(model, data, "g", 0.95, at).means[0]?.estimate;
      return estimate?.kind === "estimate" ? estimate.value : undefined;
    };
    expectClose(first(), value(4), "at the mean of x");
    expectClose(first(new Map([["x", [7]]])), value(7), "at 7");
  });

  it("does not invent the mean of a combination nobody is in", () => {
    const data = new Map<string, Variable>([
      ["g", { kind: "factor", levels: ["a", "b"], codes: [0, 0, 0, 1, 1, 1] }],
      ["h", { kind: "factor", levels: ["p", "q"], codes: [0, 1, 1, 0, 0, 0] }],
    ]);
    const model = linearModel(modelMatrix(data, [["g"], ["h"], ["g", "h"]]), [1, 4, 5, 2, 3, 5]);
    if (model.kind !== "linear-model") throw new Error(model.reason);
    const { means, differences } = marginalMeans(model, data, "g");
    expect(means[0]?.estimate.kind).toBe("estimate");
    expect(means[1]?.estimate).toMatchObject({ kind: "insufficient-data", reason: "not-identifiable" });
    expect(differences[0]?.estimate).toMatchObject({ kind: "insufficient-data", reason: "not-identifiable" });
  });

  it("refuses what is no factor of the model", () => {
    expect(() => marginalMeans(fitted(ANCOVA), variables, "bdi.pre")).toThrow(RangeError);
    expect(() => marginalMeans(fitted([["bdi.pre"]]), variables, "drug")).toThrow(RangeError);
  });
});
