import { describe, expect, it } from "vitest";
import type { Matrix } from "../linear-algebra/matrix";
import { modelMatrix } from "../model-matrix/model-matrix";
import type { Variable } from "../model-matrix/variable";
import { coefficientEstimates } from "./coefficient-estimates";
import { binomial, type Family, gaussian, negativeBinomialFamily, poisson } from "./families";
import { type GeneralisedLinearModel, generalisedLinearModel } from "./generalised-linear-model";
import { COMPLEMENTARY_LOG_LOG, LOG, LOGIT, PROBIT } from "./links";
import { negativeBinomialModel } from "./negative-binomial";
import fixtures from "./regression.fixtures.json";
import { robustCovariance } from "./robust-covariance";

/** Iterations: relative. */
const CLOSE = 1e-7;
const PROVENANCE = { statistic: "test", version: 1 };

function expectClose(
  found: number | null | undefined,
  wanted: number | undefined,
  what: string,
  tolerance = CLOSE,
): void {
  expect(Math.abs((found ?? Number.NaN) - (wanted ?? Number.NaN)), what).toBeLessThanOrEqual(
    tolerance * Math.max(1e-3, Math.abs(wanted ?? 0)),
  );
}
const numeric = (values: readonly number[]): Variable => ({ kind: "numeric", values });
const errorsOf = ({ rows, values }: Matrix) =>
  Array.from({ length: rows }, (_, i) => Math.sqrt(values[i * rows + i] ?? 0));

interface Wanted {
  readonly coefficients: readonly { name: string; value: number; error: number; statistic: number; p: number }[];
}
function expectCoefficients(model: GeneralisedLinearModel, wanted: Wanted): void {
  const df = model.family.knownDispersion ? "normal" : model.degreesOfFreedom;
  const found = coefficientEstimates(model, df, "likelihood", PROVENANCE);
  expect(found).toHaveLength(wanted.coefficients.length);
  for (const [index, { name, value, error, statistic, p }] of wanted.coefficients.entries()) {
    const estimate = found[index]?.estimate;
    if (estimate?.kind !== "estimate") throw new Error(name);
    expectClose(estimate.value, value, name);
    expectClose(estimate.standardError, error, name);
    expectClose(estimate.test?.statistic, statistic, name);
    expectClose(estimate.test?.pValue, p, name, 1e-6);
    expect(estimate.test?.distribution).toBe(df === "normal" ? "normal" : "student-t");
  }
}
function fitted(...[design, y, family, options]: Parameters<typeof generalisedLinearModel>): GeneralisedLinearModel {
  const model = generalisedLinearModel(design, y, family, options);
  if (model.kind !== "generalised-linear-model") throw new Error(model.reason);
  return model;
}

const { womensrole, epil, btheb, arthritis } = fixtures;
const roles = new Map<string, Variable>([
  ["gender", { kind: "factor", ...womensrole.gender }],
  ["education", numeric(womensrole.education)],
]);
const trials = womensrole.agree.map((agree, row) => agree + (womensrole.disagree[row] ?? 0));
const shares = womensrole.agree.map((agree, row) => (trials[row] === 0 ? 0 : agree / (trials[row] ?? 1)));
const seizures = new Map<string, Variable>([
  ["trt", { kind: "factor", ...epil.trt }],
  ["lbase", numeric(epil.lbase)],
  ["lage", numeric(epil.lage)],
]);

describe("generalisedLinearModel of shares (women's roles)", () => {
  it.each([
    ["logit", [["gender"], ["education"], ["gender", "education"]], binomial(), womensrole.logit],
    ["probit", [["education"]], binomial(PROBIT), womensrole.probit],
    ["complementary log-log", [["education"]], binomial(COMPLEMENTARY_LOG_LOG), womensrole.cloglog],
  ] as const)("is R's with link %s", (_, terms, family, wanted) => {
    const model = fitted(modelMatrix(roles, terms), shares, family, { weights: trials });
    expectCoefficients(model, wanted);
    expectClose(model.deviance, wanted.deviance, "deviance");
    expectClose(model.nullDeviance, wanted.null, "null deviance");
    expectClose(model.aic, wanted.aic, "AIC");
    expectClose(model.logLikelihood, wanted.logLik, "log-likelihood");
    expectClose(model.pearsonChiSquared, wanted.pearson, "Pearson");
    expect(model.dispersion).toBe(1);
    // One of the 42 rows has nobody in it.
    expect(model.n).toBe(41);
  });

  it("estimates the dispersion of quasi families", () => {
    const design = modelMatrix(roles, [["gender"], ["education"]]);
    const model = fitted(design, shares, binomial(LOGIT, true), { weights: trials });
    expectCoefficients(model, womensrole.quasi);
    expectClose(model.dispersion, womensrole.quasi.dispersion, "dispersion");
    expect([model.logLikelihood, model.aic]).toEqual([null, null]);
  });
});

describe("generalisedLinearModel of counts (seizures)", () => {
  const design = modelMatrix(seizures, [["trt"], ["lbase"], ["lage"]]);
  it("is R's with an offset", () => {
    const model = fitted(design, epil.y, poisson(), { offset: epil.time.map(Math.log) });
    const wanted = epil.poisson;
    expectCoefficients(model, wanted);
    expectClose(model.deviance, wanted.deviance, "deviance");
    expectClose(model.nullDeviance, wanted.null, "null deviance");
    expectClose(model.aic, wanted.aic, "AIC");
    expectClose(model.logLikelihood, wanted.logLik, "log-likelihood");
    expectClose(model.pearsonChiSquared, wanted.pearson, "Pearson");
    for (const [i, error] of errorsOf(robustCovariance(model, "HC0")).entries())
      expectClose(error, wanted.hc0[i], "HC0");
    for (const [i, error] of errorsOf(robustCovariance(model, "HC3")).entries())
      expectClose(error, wanted.hc3[i], "HC3");
  });

  it("estimates the dispersion of quasi-Poisson", () => {
    const model = fitted(modelMatrix(seizures, [["trt"], ["lbase"]]), epil.y, poisson(LOG, true));
    expectCoefficients(model, epil.quasi);
    expectClose(model.dispersion, epil.quasi.dispersion, "dispersion");
  });

  it("fits the negative binomial with its theta", () => {
    const model = negativeBinomialModel(design, epil.y);
    if (model.kind !== "negative-binomial-model") throw new Error(model.reason);
    expectCoefficients(model.regression, epil.nb as Wanted);
    expectClose(model.theta, epil.nb.theta, "theta", 1e-7);
    expectClose(model.thetaStandardError, epil.nb.thetaError, "error of theta", 1e-6);
    expectClose(model.logLikelihood, epil.nb.logLik, "log-likelihood");
    expectClose(model.aic, epil.nb.aic, "AIC");
  });

  it("has no theta for counts that vary less than Poisson's", () => {
    const even = modelMatrix(new Map([["x", numeric([1, 2, 3, 4, 5, 6])]]), [["x"]]);
    expect(negativeBinomialModel(even, [3, 3, 4, 4, 5, 5])).toMatchObject({ reason: "not-identifiable", had: 6 });
    expect(negativeBinomialModel(even, [0, 0, 0, 0, 0, 0])).toMatchObject({ kind: "insufficient-data" });
  });
});

describe("generalisedLinearModel", () => {
  it("is the linear model for the gaussian family", () => {
    const data = new Map<string, Variable>([
      ["pre", numeric(btheb.pre)],
      ["treatment", { kind: "factor", ...btheb.treatment }],
    ]);
    const model = fitted(modelMatrix(data, [["pre"], ["treatment"]]), btheb.post, gaussian());
    const wanted = fixtures.gaussian;
    expectCoefficients(model, wanted);
    expectClose(model.deviance, wanted.deviance, "deviance");
    expectClose(model.nullDeviance, wanted.null, "null deviance");
    expectClose(model.aic, wanted.aic, "AIC");
    expectClose(model.logLikelihood, wanted.logLik, "log-likelihood");
    expectClose(model.dispersion, wanted.dispersion, "dispersion");
  });

  it("gives risk ratios by the log link", () => {
    const data = new Map<string, Variable>([["treatment", { kind: "factor", ...arthritis.treatment }]]);
    const improved = arthritis.improved.map((level) => (level > 0 ? 1 : 0));
    const model = fitted(modelMatrix(data, [["treatment"]]), improved, binomial(LOG));
    expectCoefficients(model, arthritis.risk);
    expectClose(model.deviance, arthritis.risk.deviance, "deviance");
    // The ratio of 28 of 41 against 14 of 43.
    expectClose(Math.exp(model.coefficients[1] ?? 0), 28 / 41 / (14 / 43), "ratio");
  });

  it("stops at a tolerance where it is given one", () => {
    const design = modelMatrix(roles, [["gender"], ["education"]]);
    const coarse = fitted(design, shares, binomial(), { weights: trials, tolerance: 1e-2 });
    const fine = fitted(design, shares, binomial(), { weights: trials });
    expect(coarse.iterations).toBeLessThan(fine.iterations);
    expectClose(coarse.coefficients[1], fine.coefficients[1], "coarse", 1e-1);
    expect(generalisedLinearModel(design, shares, binomial(), { weights: trials, maximumIterations: 1 })).toMatchObject(
      {
        reason: "no-convergence",
      },
    );
  });

  const line = modelMatrix(new Map([["x", numeric([1, 2, 3, 4, 5, 6])]]), [["x"]]);
  const group = modelMatrix(new Map([["x", numeric([0, 0, 0, 1, 1, 1])]]), [["x"]]);
  it.each<[string, typeof line, number[], Family]>([
    ["all later ones said yes", line, [0, 0, 0, 1, 1, 1], binomial()],
    ["a group has no event", group, [0, 0, 0, 0, 1, 1], binomial()],
    ["nobody said yes", group, [0, 0, 0, 0, 0, 0], binomial()],
    ["a group counts nothing", group, [0, 0, 0, 2, 1, 1], poisson()],
    ["a group counts nothing, NB2", group, [0, 0, 0, 2, 1, 1], negativeBinomialFamily(2)],
  ])("does not give a coefficient that runs away: %s", (_, design, y, family) => {
    const reason = { kind: "insufficient-data", reason: "not-identifiable", needed: 6, had: 6 };
    expect(generalisedLinearModel(design, y, family)).toEqual(reason);
    expect(generalisedLinearModel(design, y, family, { tolerance: 1e-8 })).toEqual(reason);
  });

  it("fits where groups overlap by one", () => {
    expect(generalisedLinearModel(line, [0, 0, 1, 0, 1, 1], binomial()).kind).toBe("generalised-linear-model");
    expect(generalisedLinearModel(group, [0, 0, 1, 0, 1, 1], poisson()).kind).toBe("generalised-linear-model");
  });

  it("needs a row more than coefficients only where the spread is estimated", () => {
    const two = modelMatrix(new Map([["x", numeric([0, 1])]]), [["x"]]);
    expect(generalisedLinearModel(two, [2, 5], poisson())).toMatchObject({ degreesOfFreedom: 0 });
    expect(generalisedLinearModel(two, [2, 5], gaussian())).toEqual({
      kind: "insufficient-data",
      reason: "too-few",
      needed: 3,
      had: 2,
    });
    expect(generalisedLinearModel(line, [1, 2, 3, 4, 5, 6], gaussian())).toMatchObject({ reason: "no-spread" });
    expect(generalisedLinearModel(line, [0, 0, 0, 0, 0, 0], gaussian())).toMatchObject({ reason: "no-spread" });
  });

  it("keeps the first of columns that say the same", () => {
    const data = new Map([
      ["x", numeric([1, 2, 3, 4, 5, 6])],
      ["again", numeric([3, 5, 7, 9, 11, 13])],
    ]);
    const model = fitted(modelMatrix(data, [["x"], ["again"]]), [1, 0, 2, 3, 1, 4], poisson());
    expect(model.names).toEqual(["(Intercept)", "x"]);
    const single = fitted(line, [1, 0, 2, 3, 1, 4], poisson());
    for (const [i, value] of single.coefficients.entries()) expectClose(model.coefficients[i], value, "coefficient");
  });

  it("takes the mean of the link without intercept for the null deviance", () => {
    const model = fitted(
      modelMatrix(new Map([["x", numeric([1, 2, 3, 4])]]), [["x"]], false),
      [0, 1, 1, 0],
      binomial(),
    );
    expectClose(model.nullDeviance, 8 * Math.LN2, "null deviance");
  });

  it.each<[string, number[], Parameters<typeof generalisedLinearModel>[3]]>([
    ["too few outcomes", [1, 0], {}],
    ["outcomes above 1", [0, 1, 2, 0, 1, 0], {}],
    ["outcomes below 0", [0, 1, -1, 0, 1, 0], {}],
    ["too few weights", [0, 1, 1, 0, 1, 0], { weights: [1] }],
    ["a negative weight", [0, 1, 1, 0, 1, 0], { weights: [1, 1, 1, 1, 1, -1] }],
    ["too few offsets", [0, 1, 1, 0, 1, 0], { offset: [1] }],
  ])("refuses %s", (_, y, options) => {
    expect(() => generalisedLinearModel(line, y, binomial(), options)).toThrow(RangeError);
  });

  it.each<[string, number[], Parameters<typeof generalisedLinearModel>[3]]>([
    ["an outcome that is not finite", [0, 1, Number.NaN, 0, 1, 0], {}],
    ["an offset that is not finite", [0, 1, 1, 0, 1, 0], { offset: [0, 0, 0, 0, 0, Number.NEGATIVE_INFINITY] }],
  ])("gives a reason for %s", (_, y, options) => {
    expect(generalisedLinearModel(line, y, binomial(), options)).toMatchObject({ reason: "not-finite" });
  });
  it("refuses negative counts and a theta that is not positive", () => {
    expect(() => generalisedLinearModel(line, [0, 1, 1, 0, 1, -2], poisson())).toThrow(RangeError);
    expect(() => generalisedLinearModel(line, [0, 1, 1, 0, 1, -2], negativeBinomialFamily(1))).toThrow(RangeError);
    expect(() => negativeBinomialFamily(0)).toThrow(RangeError);
  });
});
