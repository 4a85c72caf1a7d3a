import { normalUpper } from "@alongside/statistics/distribution/normal";
import { tCritical, tTwoSidedP } from "@alongside/statistics/distribution/student-t";
import { createMatrix, type Matrix } from "@alongside/statistics/linear-algebra/matrix";
import {
  type ClusterCovariance,
  type ClusterType,
  clusterCovariance,
} from "@alongside/statistics/regression/cluster-covariance";
import { neweyWestCovariance } from "@alongside/statistics/regression/newey-west";
import { type HeteroscedasticityType, robustCovariance } from "@alongside/statistics/regression/robust-covariance";
import { typeTwoAnova } from "@alongside/statistics/regression/type-two-anova";
import { waldTest } from "@alongside/statistics/regression/wald-test";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { frame, NULL, numbers, texts } from "../dialect/make";
import { asTexts, hasClass, isFunction } from "../dialect/read";
import { type Bindings, bind, type RLanguage, type RValue } from "../dialect/values";
import { limitsAskedFor } from "./coefficient-limits";
import { typeTwoDeviance } from "./deviance-tables";
import { generalised } from "./generalised-linear-models";
import { coefficientTable } from "./linear-models";
import { type FittedRegression, ofRows, REGRESSION, squareMatrix, standardErrors, toMatrix } from "./regression-models";

const HETEROSCEDASTICITY: readonly HeteroscedasticityType[] = ["HC0", "HC1", "HC2", "HC3", "HC4"];
const CLUSTER: readonly ClusterType[] = ["CR0", "CR1", "CR1S", "CR2", "CR3"];

function chosen<T extends string>(all: readonly T[], name: string): T {
  const found = all.find((one) => one === name);
  if (found === undefined) throw new DialectError(`No errors of type ${name}`);
  return found;
}

/** The clusters of the rows a model used, from a vector or a formula `~ id`. */
function clustersOf(args: Arguments, fit: FittedRegression): readonly (number | string)[] {
  const written = args.value("cluster");
  const given = written.kind === "language" ? evaluated(args, written, fit) : written;
  return ofRows(fit.frame, asTexts(given).values);
}

/** The right side of a formula, looked up where the model was fitted. */
function evaluated(args: Arguments, formula: RLanguage, fit: FittedRegression): RValue {
  const { expression } = formula;
  const right = expression.type === "call" ? expression.arguments.at(-1)?.value : undefined;
  if (right === undefined) throw new DialectError("Expected a formula");
  return args.interpreter.evaluateIn(right, fit.data ?? NULL, formula.environment);
}

export function clustered(
  fit: FittedRegression,
  clusters: readonly (number | string)[],
  type: ClusterType,
): ClusterCovariance {
  const found = clusterCovariance(fit.model, clusters, type);
  if (found === null) throw new DialectError("Fewer than two clusters");
  return found;
}

/** Degrees of freedom of each coefficient by Satterthwaite's approximation. */
export function satterthwaite(fit: FittedRegression, covariance: ClusterCovariance): readonly (number | null)[] {
  return fit.model.names.map((_, index) =>
    covariance.degreesOfFreedom(fit.model.names.map((__, position) => (position === index ? 1 : 0))),
  );
}

/** The covariance asked for as `vcov` or `vcov.`: a matrix, a function of the model, or the model's own. */
function covarianceOf(args: Arguments, name: string, fit: FittedRegression, model: RValue): Matrix {
  const given = args.optional(name);
  if (given === undefined || given.kind === "null") return fit.covariance ?? fit.model.covariance;
  return toMatrix(isFunction(given) ? args.apply(given, [model]) : given);
}

/** Residual degrees of freedom where the tests are Student's: linear models, and families of estimated spread. */
function testFreedom(fit: FittedRegression, value: RValue): number | null {
  return hasClass(value, "glm") ? null : fit.model.degreesOfFreedom;
}

/** Ours, counted as the sandwich package counts: rows of weight zero are rows to its meat, but not to its bread. */
function robustMatrix(model: FittedRegression["model"], type: HeteroscedasticityType): RValue {
  const covariance = robustCovariance(model, type);
  const [rows, { n, names }] = [model.weightedDesign.rows, model];
  const size = names.length;
  const small = (count: number) => (type === "HC1" ? count / (count - size) : 1);
  const factor = ((n / rows) ** 2 * small(rows)) / small(n);
  const values = covariance.values.map((value) => value * factor);
  return squareMatrix(names, createMatrix(size, size, values));
}

export const ROBUST_ERRORS: Bindings = {
  vcovHC: bind("x type ...", (args) =>
    robustMatrix(REGRESSION.read(args.value("x")).model, chosen(HETEROSCEDASTICITY, args.text("type", "HC3"))),
  ),
  sandwich: bind("x ...", (args) => robustMatrix(REGRESSION.read(args.value("x")).model, "HC0")),
  /** HC1 is CR1S; HC0 without cadjust is CR0. */
  vcovCL: bind("x cluster type sandwich fix cadjust ...", (args) => {
    const fit = REGRESSION.read(args.value("x"));
    const type = args.text("type", fit.model.kind === "linear-model" ? "HC1" : "HC0");
    const clusters = clustersOf(args, fit);
    const { covariance, clusters: m } = clustered(fit, clusters, "CR0");
    const { n, names } = fit.model;
    const small = type === "HC1" ? (n - 1) / (n - names.length) : 1;
    if (type !== "HC0" && type !== "HC1") throw new DialectError(`No clustered errors of type ${type}`);
    const factor = (args.flag("cadjust", true) ? m / (m - 1) : 1) * small;
    return squareMatrix(
      names,
      createMatrix(
        names.length,
        names.length,
        covariance.values.map((v) => v * factor),
      ),
    );
  }),
  vcovCR: bind("obj cluster type ...", (args) => {
    const fit = REGRESSION.read(args.value("obj"));
    const { covariance } = clustered(fit, clustersOf(args, fit), chosen(CLUSTER, args.text("type")));
    return squareMatrix(fit.model.names, covariance);
  }),
  NeweyWest: bind("x lag order.by prewhite adjust ...", (args) => {
    const { model } = REGRESSION.read(args.value("x"));
    if (args.flag("prewhite", true)) throw new DialectError("Newey-West errors are not prewhitened here");
    const covariance = neweyWestCovariance(model, args.has("lag") ? args.number("lag") : undefined);
    const factor = args.flag("adjust", false) ? 1 : (model.n - model.names.length) / model.n;
    const size = model.names.length;
    return squareMatrix(
      model.names,
      createMatrix(
        size,
        size,
        covariance.values.map((value) => value * factor),
      ),
    );
  }),

  /** clubSandwich's: Satterthwaite by default, "naive-t" and "z" besides. */
  coef_test: bind("obj vcov test coefs p_values cluster ...", (args) => {
    const fit = REGRESSION.read(args.value("obj"));
    const { model } = fit;
    const type = chosen(CLUSTER, args.text("vcov"));
    const robust = clustered(fit, clustersOf(args, fit), type);
    const errors = standardErrors(robust.covariance);
    const statistics = errors.map((error, index) => (model.coefficients[index] ?? Number.NaN) / error);
    const test = args.text("test", "Satterthwaite");
    const df = satterthwaite(fit, robust);
    const naive = robust.clusters - 1;
    const columns: Record<string, RValue> = {
      beta: numbers([...model.coefficients]),
      SE: numbers(errors),
      tstat: numbers(statistics),
    };
    if (test === "Satterthwaite") {
      columns.df_Satt = numbers(df);
      columns.p_Satt = numbers(statistics.map((t, i) => tTwoSidedP(t, df[i] ?? Number.NaN)));
    } else if (test === "naive-t") {
      columns.df_t = numbers(statistics.map(() => naive));
      columns.p_t = numbers(statistics.map((t) => tTwoSidedP(t, naive)));
    } else if (test === "z") {
      columns.p_z = numbers(statistics.map((t) => 2 * normalUpper(Math.abs(t))));
    } else throw new DialectError(`No test called ${test}`);
    return frame({ Coef: texts(model.names), ...columns }, model.names);
  }),
  coeftest: bind("x vcov. df ...", (args) => {
    const value = args.value("x");
    const fit = REGRESSION.read(value);
    const { names, coefficients } = fit.model;
    const df = args.has("df") ? args.number("df") : testFreedom(fit, value);
    return coefficientTable(names, coefficients, standardErrors(covarianceOf(args, "vcov.", fit, value)), {
      label: df === null ? "z" : "t",
      p: (statistic) => (df === null ? 2 * normalUpper(Math.abs(statistic)) : tTwoSidedP(statistic, df)),
    });
  }),
  coefci: bind("x parm level vcov. df ...", (args) => {
    const value = args.value("x");
    const fit = REGRESSION.read(value);
    const level = args.number("level", 0.95);
    const df = args.has("df") ? args.number("df") : (testFreedom(fit, value) ?? 1e300);
    const errors = standardErrors(covarianceOf(args, "vcov.", fit, value));
    const rows = fit.model.names.map((_, index): [number, number] => {
      const half = tCritical(level, df) * (errors[index] ?? 0);
      const at = fit.model.coefficients[index] ?? Number.NaN;
      return [at - half, at + half];
    });
    return limitsAskedFor(args, fit.model.names, rows, level);
  }),
  /** car's, for hypotheses that are names of coefficients, each to be zero. */
  linearHypothesis: bind("model hypothesis.matrix rhs test vcov. white.adjust ...", (args) => {
    const value = args.value("model");
    const fit = REGRESSION.read(value);
    const wanted = asTexts(args.value("hypothesis.matrix")).values.map((name) => (name ?? "").replace(/\s*=\s*0$/, ""));
    return waldTable(fit, wanted, covarianceOf(args, "vcov.", fit, value), testFreedom(fit, value));
  }),

  Anova: bind("mod type test.statistic test vcov. ...", (args) => {
    const fit = REGRESSION.read(args.value("mod"));
    if (args.has("type") && !/^(2|II)$/.test(asTexts(args.value("type")).values[0] ?? "")) {
      throw new DialectError("Type II only");
    }
    if (fit.model.kind === "linear-model") return anovaTable(fit);
    return typeTwoDeviance(generalised(args.value("mod")), args.text("test.statistic", args.text("test", "LR")));
  }),
};

/** The Wald test that coefficients are all zero, as car prints it: the second row holds the test. */
function waldTable(fit: FittedRegression, wanted: readonly string[], covariance: Matrix, df2: number | null): RValue {
  const test = testOf(fit, wanted, covariance, df2);
  const { degreesOfFreedom } = fit.model;
  const last = (value: number) => numbers([null, value]);
  return df2 === null
    ? frame({
        "Res.Df": numbers([degreesOfFreedom + test.df1, degreesOfFreedom]),
        Df: last(test.df1),
        Chisq: last(test.chiSquared),
        "Pr(>Chisq)": last(test.pValue),
      })
    : frame({
        "Res.Df": numbers([degreesOfFreedom + test.df1, degreesOfFreedom]),
        Df: last(test.df1),
        F: last(test.f),
        "Pr(>F)": last(test.pValue),
      });
}

/** The Wald test that the named coefficients are all zero. */
export function testOf(fit: FittedRegression, wanted: readonly string[], covariance: Matrix, df2: number | null) {
  const { names, coefficients } = fit.model;
  const contrasts = createMatrix(wanted.length, names.length);
  wanted.forEach((name, row) => {
    const column = names.indexOf(name);
    if (column < 0) throw new DialectError(`No coefficient ${name}`);
    contrasts.values[row * names.length + column] = 1;
  });
  const test = waldTest(coefficients, covariance, contrasts, df2);
  if (test === null) throw new DialectError("The coefficients cannot be tested");
  return test;
}

/** car::Anova of type II, with its row of residuals. */
export function anovaTable(fit: FittedRegression): RValue {
  const { model, outcome, weights } = fit;
  if (model.kind !== "linear-model") throw new DialectError("Anova of a linear model only");
  const rows = typeTwoAnova(model, outcome, weights);
  const names = [...rows.map((row) => row.term), "Residuals"];
  return frame(
    {
      "Sum Sq": numbers([...rows.map((row) => row.sumOfSquares), model.residualSumOfSquares]),
      Df: numbers([...rows.map((row) => row.degreesOfFreedom), model.degreesOfFreedom]),
      "F value": numbers([...rows.map((row) => row.f), null]),
      "Pr(>F)": numbers([...rows.map((row) => row.pValue), null]),
    },
    names,
  );
}
