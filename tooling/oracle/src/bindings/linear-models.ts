import { tCritical, tTwoSidedP } from "@alongside/statistics/distribution/student-t";
import { multiplyVector } from "@alongside/statistics/linear-algebra/matrix";
import { dot } from "@alongside/statistics/linear-algebra/vector";
import type { Variable } from "@alongside/statistics/model-matrix/variable";
import { type LinearModel, linearModel } from "@alongside/statistics/regression/linear-model";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { namesIn } from "../dialect/formula";
import { frameFromEntries, list, matrix, NULL, named, number, numbers, object } from "../dialect/make";
import { type ModelFrame, modelFrame, toVariable } from "../dialect/model-frame";
import { asNumbers, asVector, completeNumbers } from "../dialect/read";
import { calledName, type Expression } from "../dialect/syntax";
import { type Bindings, bind, type RObject, type RValue, type RVector } from "../dialect/values";
import { limitsAskedFor } from "./coefficient-limits";
import { logLikValue } from "./model-generics";
import { polynomialAt } from "./polynomials";
import {
  designOf,
  type FittedRegression,
  namedCoefficients,
  REGRESSION,
  rowsOfMatrix,
  squareMatrix,
  standardErrors,
  sufficient,
} from "./regression-models";

const read = (args: Arguments): FittedRegression => REGRESSION.read(args.value("object"));

function linear(args: Arguments): FittedRegression & { readonly model: LinearModel } {
  const fit = read(args);
  if (fit.model.kind !== "linear-model") throw new DialectError("Expected a linear model");
  return { ...fit, model: fit.model };
}

/** The object of a fitted linear model. */
export function linearModelObject(fit: FittedRegression & { readonly model: LinearModel }, classes: string[]): RObject {
  const { model, frame } = fit;
  const perRow = (values: Float64Array): RValue => named(frame.rowNames, [...values]);
  const fields = {
    coefficients: () => namedCoefficients(fit),
    residuals: () => perRow(model.residuals),
    "fitted.values": () => perRow(model.fitted),
    rank: () => number(model.determined.length),
    "df.residual": () => number(model.degreesOfFreedom),
    weights: () => (fit.weights === undefined ? NULL : numbers(fit.weights)),
  };
  return REGRESSION.attach(object(classes, fields), fit);
}

/** Estimate, standard error, statistic and p value per coefficient, as R's summaries show them. */
export function coefficientTable(
  names: readonly string[],
  values: ArrayLike<number>,
  errors: readonly number[],
  test: { readonly label: "t" | "z"; readonly p: (statistic: number, index: number) => number },
): RValue {
  const rows = names.map((_, index) => {
    const [value, error] = [values[index] ?? Number.NaN, errors[index] ?? Number.NaN];
    return [value, error, value / error, test.p(value / error, index)];
  });
  const { label } = test;
  return matrix(names, ["Estimate", "Std. Error", `${label} value`, `Pr(>|${label}|)`], rows, 4);
}

export const LINEAR_MODELS: Bindings = {
  lm: bind("formula data subset weights na.action method ...", (args) => {
    const data = args.optional("data");
    const within = data ?? NULL;
    const frame = modelFrame(
      args.interpreter,
      args.value("formula"),
      data,
      { weights: args.inFrame("weights", within) },
      args.inFrame("subset", within),
    );
    if (frame.response === undefined) throw new DialectError("A regression needs an outcome");
    const offsets = frame.special.filter((one) => one.called === "offset").map((one) => completeNumbers(one.value));
    const outcome = completeNumbers(frame.response).map((value, row) =>
      offsets.reduce((rest, offset) => rest - (offset[row] ?? 0), value),
    );
    const given = frame.extras.get("weights");
    const weights = given === undefined ? undefined : completeNumbers(given);
    const model = sufficient(linearModel(designOf(frame), outcome, weights));
    const atMeans = () => derivedAtMeans(args, frame, within);
    return linearModelObject({ model, frame, outcome, weights, data, atMeans }, ["lm"]);
  }),

  "vcov.lm": bind("object ...", (args) => {
    const { model, covariance } = read(args);
    return squareMatrix(model.names, covariance ?? model.covariance);
  }),
  "nobs.lm": bind("object ...", (args) => number(read(args).model.n)),
  "deviance.lm": bind("object ...", (args) => number(linear(args).model.residualSumOfSquares)),
  "logLik.lm": bind("object ...", (args) => logLikValue(linear(args).model.logLikelihood)),
  "AIC.lm": bind("object ... k", (args) => {
    const { model } = linear(args);
    return number(args.number("k", 2) * (model.names.length + 1) - 2 * model.logLikelihood);
  }),
  "BIC.lm": bind("object ...", (args) => number(linear(args).model.bic)),
  "formula.lm": bind("object ...", (args) => {
    throw new DialectError(`The formula of ${args.value("object").kind} is not kept`);
  }),
  "model.matrix.lm": bind("object ...", (args) => {
    const { model, frame } = read(args);
    return matrix(frame.rowNames, model.design.names, rowsOfMatrix(model.design.matrix), model.design.names.length);
  }),
  "confint.lm": bind("object parm level ...", (args) => {
    const { model } = linear(args);
    const level = args.number("level", 0.95);
    const errors = standardErrors(model.covariance);
    const rows = model.names.map((_, index): [number, number] => {
      const half = tCritical(level, model.degreesOfFreedom) * (errors[index] ?? 0);
      const value = model.coefficients[index] ?? Number.NaN;
      return [value - half, value + half];
    });
    return limitsAskedFor(args, model.names, rows, level);
  }),
  "predict.lm": bind("object newdata se.fit scale df interval level ...", (args) => {
    const fit = read(args);
    const { model, frame } = fit;
    const interval = args.text("interval", "none");
    if (interval !== "none" || args.flag("se.fit", false)) return predictionTable(args, fit, interval);
    return args.has("newdata") ? predictAt(args, fit) : named(frame.rowNames, [...model.fitted]);
  }),
  hatvalues: bind("model ...", (args) => {
    const { model, frame } = REGRESSION.read(args.value("model"));
    return named(frame.rowNames, [...model.leverages]);
  }),

  "summary.lm": bind("object ...", (args) => {
    const { model } = linear(args);
    const { f, names, coefficients, degreesOfFreedom } = model;
    return list({
      coefficients: coefficientTable(names, coefficients, standardErrors(model.covariance), {
        label: "t",
        p: (statistic) => tTwoSidedP(statistic, degreesOfFreedom),
      }),
      sigma: model.sigma,
      df: [names.length, degreesOfFreedom, model.design.names.length],
      "r.squared": model.rSquared,
      "adj.r.squared": model.adjustedRSquared,
      fstatistic: f === null ? undefined : named(["value", "numdf", "dendf"], [f.statistic, f.df1, f.df2]),
      "cov.unscaled": squareMatrix(names, model.unscaledCovariance),
      residuals: numbers([...model.residuals]),
    });
  }),
};

/** Predictors made of others, such as log(age), at the means of these over the rows used. */
function derivedAtMeans(args: Arguments, frame: ModelFrame, data: RValue): ReadonlyMap<string, readonly number[]> {
  const { variables, environment } = frame.formula;
  const derived = [...variables].filter(
    ([label, expression]) => expression.type === "call" && frame.variables.get(label)?.kind !== "factor",
  );
  return new Map(
    derived.map(([label, expression]) => {
      const means = namesIn(expression).map((name): [string, RValue] => {
        const values = asNumbers(args.interpreter.evaluateIn({ type: "name", name }, data, environment)).values;
        const total = frame.rows.reduce((sum, row) => sum + (values[row] ?? 0), 0);
        return [name, number(total / frame.rows.length)];
      });
      return [label, completeNumbers(safely(args, frame, data, label, frameFromEntries(means)))];
    }),
  );
}

/** A variable of a model for other rows; a polynomial stays the one it was in the data of the model. */
function safely(args: Arguments, { formula }: ModelFrame, data: RValue, label: string, newData: RValue): RVector {
  const expression = formula.variables.get(label);
  if (expression === undefined) throw new DialectError(`No ${label} in the new data`);
  const evaluate = (one: Expression, within: RValue) => args.interpreter.evaluateIn(one, within, formula.environment);
  const [first] = expression.type === "call" ? expression.arguments : [];
  if (calledName(expression) !== "poly" || first?.value === undefined) return asVector(evaluate(expression, newData));
  return polynomialAt(evaluate(expression, data), evaluate(first.value, data), evaluate(first.value, newData));
}

/** Means of a model's outcome for other rows, on the scale of the linear predictor. */
export function predictAt(args: Arguments, fit: FittedRegression): RValue {
  const predicted = designRows(args, fit).map((row) => dot(row, fit.model.coefficients));
  return named(
    predicted.map((_, row) => String(row + 1)),
    predicted,
  );
}

/** Means with their limits or those of single outcomes, or with their standard errors. */
export function predictionTable(args: Arguments, fit: FittedRegression, interval: string): RValue {
  const { model, frame } = fit;
  const { columns, values, rows } = model.design.matrix;
  const given = args.has("newdata");
  const points = given
    ? designRows(args, fit)
    : Array.from({ length: rows }, (_, row) =>
        Float64Array.from(model.determined, (column) => values[row * columns + column] ?? 0),
      );
  const names = given ? points.map((_, row) => String(row + 1)) : frame.rowNames;
  const means = points.map((row) => dot(row, model.coefficients));
  const errors = points.map((row) => Math.sqrt(dot(row, multiplyVector(model.covariance, row))));
  const spread = model.kind === "linear-model" ? model.sigma : 1;
  const { degreesOfFreedom } = model;
  if (interval === "none") {
    return list({
      fit: named(names, means),
      "se.fit": named(names, errors),
      df: degreesOfFreedom,
      "residual.scale": spread,
    });
  }
  if (interval !== "confidence" && interval !== "prediction") throw new DialectError(`An interval of ${interval}`);
  const critical = tCritical(args.number("level", 0.95), degreesOfFreedom);
  const table = means.map((mean, row) => {
    const half = critical * Math.hypot(errors[row] ?? 0, interval === "prediction" ? spread : 0);
    return [mean, mean - half, mean + half];
  });
  return matrix(names, ["fit", "lwr", "upr"], table, 3);
}

/** Rows of the model matrix for new data, in the columns that have a coefficient. */
function designRows(args: Arguments, { model, frame, data }: FittedRegression): readonly Float64Array[] {
  const newData = args.value("newdata");
  const values = [...frame.variables].map(([label, variable]): [string, Variable] => {
    const found = safely(args, frame, data ?? NULL, label, newData);
    if (variable.kind === "columns") return [label, toVariable(found)];
    if (variable.kind === "numeric") return [label, { kind: "numeric", values: completeNumbers(found) }];
    const labels = completeTexts(args, found);
    const codes = labels.map((one) => variable.levels.indexOf(one));
    return [label, { kind: "factor", levels: variable.levels, codes }];
  });
  const rows = asNumbers(args.call("nrow", [newData])).values[0] ?? 0;
  const { matrix: design } = designOf({
    ...frame,
    variables: new Map(values),
    rows: Array.from({ length: rows }, (_, row) => row),
  });
  return Array.from({ length: rows }, (_, row) =>
    Float64Array.from(model.determined, (column) => design.values[row * design.columns + column] ?? 0),
  );
}

function completeTexts(args: Arguments, value: RValue): readonly string[] {
  const texts = args.call("as.character", [value]);
  if (texts.kind !== "character") throw new DialectError("Expected labels");
  return texts.values.map((one) => one ?? "NA");
}
