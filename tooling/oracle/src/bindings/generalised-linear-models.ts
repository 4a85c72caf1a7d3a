import { normalCritical, normalUpper } from "@alongside/statistics/distribution/normal";
import { tTwoSidedP } from "@alongside/statistics/distribution/student-t";
import { binomial, type Family, gaussian, poisson } from "@alongside/statistics/regression/families";
import {
  type GeneralisedLinearModel,
  generalisedLinearModel,
} from "@alongside/statistics/regression/generalised-linear-model";
import { COMPLEMENTARY_LOG_LOG, IDENTITY, type Link, LOG, LOGIT, PROBIT } from "@alongside/statistics/regression/links";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { list, NULL, named, number, numbers, object } from "../dialect/make";
import { type ModelFrame, modelFrame } from "../dialect/model-frame";
import { asList, asNumbers, completeNumbers, entryOf, isFactor, oneNumber } from "../dialect/read";
import { type Bindings, bind, type RObject, type RValue, type RVector } from "../dialect/values";
import { askedFor, limits, limitsAskedFor, percentages } from "./coefficient-limits";
import { coefficientTable, predictAt, predictionTable } from "./linear-models";
import { logLikValue } from "./model-generics";
import { familyOf } from "./model-options";
import { profileLimits } from "./profile-limits";
import {
  designOf,
  type FittedRegression,
  namedCoefficients,
  offsetOf,
  REGRESSION,
  squareMatrix,
  standardErrors,
  sufficient,
} from "./regression-models";

/** R's glm.control(epsilon). */
const DEFAULT_EPSILON = 1e-8;

const LINKS: Readonly<Record<string, Link>> = {
  identity: IDENTITY,
  log: LOG,
  logit: LOGIT,
  probit: PROBIT,
  cloglog: COMPLEMENTARY_LOG_LOG,
};

const FAMILIES: Readonly<Record<string, (link: Link) => Family>> = {
  gaussian: (link) => gaussian(link),
  binomial: (link) => binomial(link),
  poisson: (link) => poisson(link),
  quasibinomial: (link) => binomial(link, true),
  quasipoisson: (link) => poisson(link, true),
};

/** The family of a call, given as binomial, "binomial" or binomial("log"). */
export function familyFor(value: RValue): Family {
  const { family, link } = familyOf(value);
  const [make, known] = [FAMILIES[family], LINKS[link]];
  if (make === undefined || known === undefined) throw new DialectError(`No ${family} models with link ${link}`);
  return make(known);
}

/** Outcome and trials of a generalised linear model: 0 and 1, truth, a factor (first level against the rest), pairs. */
export function outcomeOf(response: RVector, family: Family, weights: readonly number[] | undefined) {
  const [rows, columns] = response.attributes.dim ?? [];
  if (rows !== undefined && columns === 2) {
    const both = completeNumbers(response);
    const trials = Array.from({ length: rows }, (_, row) => (both[row] ?? 0) + (both[rows + row] ?? 0));
    const outcome = trials.map((total, row) => (total === 0 ? 0 : (both[row] ?? 0) / total));
    return { outcome, weights: trials.map((total, row) => total * (weights?.[row] ?? 1)) };
  }
  const isBinary = family.name === "binomial" || family.name === "quasi-binomial";
  const values = completeNumbers(response);
  return { outcome: isFactor(response) && isBinary ? values.map((code) => (code > 1 ? 1 : 0)) : values, weights };
}

/** Complete rows of a call of glm() and its relatives. */
export function frameOfCall(args: Arguments, extras: readonly string[]): ModelFrame {
  const data = args.optional("data");
  const within = data ?? NULL;
  return modelFrame(
    args.interpreter,
    args.value("formula"),
    data,
    Object.fromEntries(extras.map((name) => [name, args.inFrame(name, within)])),
    args.inFrame("subset", within),
  );
}

type Fitted = FittedRegression & { readonly model: GeneralisedLinearModel };

/** The object of a fitted generalised linear model. */
export function generalisedObject(fit: Fitted, classes: readonly string[]): RObject {
  const { model, frame } = fit;
  const perRow = (values: ArrayLike<number>): RValue => named(frame.rowNames, Array.from(values));
  const fields = {
    coefficients: () => namedCoefficients(fit),
    "fitted.values": () => perRow(model.fitted),
    "linear.predictors": () => perRow(model.linearPredictor),
    residuals: () => perRow(residualsOf(fit, "working")),
    deviance: () => number(model.deviance),
    "null.deviance": () => number(model.nullDeviance),
    aic: () => number(model.aic),
    iter: () => number(model.iterations),
    rank: () => number(model.determined.length),
    "df.residual": () => number(model.degreesOfFreedom),
    "df.null": () => number(model.n - (model.design.assign.includes(0) ? 1 : 0)),
    y: () => perRow(fit.outcome),
    "prior.weights": () => perRow(fit.weights ?? fit.outcome.map(() => 1)),
  };
  return REGRESSION.attach(object(classes, fields), fit);
}

/** A generalised linear model. */
export function generalised(value: RValue): Fitted {
  const fit = REGRESSION.read(value);
  if (fit.model.kind !== "generalised-linear-model") throw new DialectError("Expected a generalised linear model");
  return { ...fit, model: fit.model };
}

function residualsOf({ model, outcome, weights }: Fitted, type: string): number[] {
  const { family } = model;
  return outcome.map((y, row) => {
    const [mean, weight] = [model.fitted[row] ?? 0, weights?.[row] ?? 1];
    if (type === "response") return y - mean;
    if (type === "working") return (y - mean) / family.link.slope(model.linearPredictor[row] ?? 0);
    if (type === "pearson") return (y - mean) * Math.sqrt(weight / family.variance(mean));
    if (type === "deviance") return Math.sign(y - mean) * Math.sqrt(Math.max(0, weight * family.deviance(y, mean)));
    throw new DialectError(`Residuals of type ${type}`);
  });
}

/** Predictions with standard errors, those of means by the slope of the link. */
function predictionWithErrors(args: Arguments, fit: Fitted): RValue {
  const { link } = fit.model.family;
  const table = predictionTable(args, fit, "none");
  const read = (name: string) => entryOf(asList(table), name);
  const [linear, errors] = [read("fit"), read("se.fit")];
  if (linear === undefined || errors === undefined) throw new DialectError("No predictions");
  const [values, widths] = [completeNumbers(linear), completeNumbers(errors)];
  const means = args.text("type", "link") === "response";
  const names = linear.attributes.names ?? [];
  return list({
    fit: named(names, means ? values.map(link.inverse) : values),
    "se.fit": named(names, means ? widths.map((error, row) => error * Math.abs(link.slope(values[row] ?? 0))) : widths),
    "residual.scale": Math.sqrt(fit.model.dispersion),
  });
}

export const GENERALISED_LINEAR_MODELS: Bindings = {
  glm: bind("formula family data weights subset na.action start etastart mustart offset control ...", (args) => {
    const family = args.has("family") ? familyFor(args.value("family")) : gaussian();
    const frame = frameOfCall(args, ["weights", "offset"]);
    if (frame.response === undefined) throw new DialectError("A regression needs an outcome");
    const given = frame.extras.get("weights");
    const { outcome, weights } = outcomeOf(frame.response, family, given && completeNumbers(given));
    const control = args.optional("control");
    const epsilon = control?.kind === "list" ? entryOf(control, "epsilon") : undefined;
    const tolerance = epsilon === undefined ? DEFAULT_EPSILON : oneNumber(epsilon);
    const model = sufficient(
      generalisedLinearModel(designOf(frame), outcome, family, { weights, offset: offsetOf(frame), tolerance }),
    );
    return generalisedObject({ model, frame, outcome, weights, data: args.optional("data") }, ["glm", "lm"]);
  }),

  "residuals.glm": bind("object type ...", (args) => {
    const fit = generalised(args.value("object"));
    return named(fit.frame.rowNames, residualsOf(fit, args.text("type", "deviance")));
  }),
  "deviance.glm": bind("object ...", (args) => number(generalised(args.value("object")).model.deviance)),
  "logLik.glm": bind("object ...", (args) => {
    const { logLikelihood } = generalised(args.value("object")).model;
    return logLikelihood === null ? number(null) : logLikValue(logLikelihood);
  }),
  "AIC.glm": bind("object ...", (args) => number(generalised(args.value("object")).model.aic)),
  "BIC.glm": bind("object ...", (args) => {
    const { model, outcome } = generalised(args.value("object"));
    const { aic, names, family } = model;
    const n = outcome.length;
    const parameters = names.length + (family.name === "gaussian" ? 1 : 0);
    return number(aic === null ? null : aic + parameters * (Math.log(n) - 2));
  }),
  "confint.glm": bind("object parm level trace ...", (args) => {
    const fit = generalised(args.value("object"));
    const level = args.number("level", 0.95);
    const at = askedFor(args, fit.model.names);
    const rows = at.map((index) => profileLimits(fit, index, level));
    const [only, another] = rows;
    if (only !== undefined && another === undefined) return named(percentages(level), only);
    return limits(
      at.map((index) => fit.model.names[index] ?? "NA"),
      rows,
      level,
    );
  }),
  /** Wald limits. */
  "confint.default": bind("object parm level", (args) => {
    const { model, covariance } = REGRESSION.read(args.value("object"));
    const level = args.number("level", 0.95);
    const errors = standardErrors(covariance ?? model.covariance);
    const rows = model.names.map((_, index): [number, number] => {
      const half = normalCritical(level) * (errors[index] ?? 0);
      const value = model.coefficients[index] ?? Number.NaN;
      return [value - half, value + half];
    });
    return limitsAskedFor(args, model.names, rows, level);
  }),
  "predict.glm": bind("object newdata type se.fit dispersion terms na.action ...", (args) => {
    const fit = generalised(args.value("object"));
    const { model, frame } = fit;
    if (args.flag("se.fit", false)) return predictionWithErrors(args, fit);
    const linear = args.has("newdata")
      ? asNumbers(predictAt(args, fit))
      : named(frame.rowNames, [...model.linearPredictor]);
    if (args.text("type", "link") === "link") return linear;
    return numbers(
      linear.values.map((value) => (value === null ? null : model.family.link.inverse(value))),
      linear.attributes,
    );
  }),
  "summary.glm": bind("object dispersion ...", (args) => {
    const { model } = generalised(args.value("object"));
    const { names, coefficients, degreesOfFreedom, family, dispersion } = model;
    return list({
      coefficients: coefficientTable(names, coefficients, standardErrors(model.covariance), {
        label: family.knownDispersion ? "z" : "t",
        p: (statistic) =>
          family.knownDispersion ? 2 * normalUpper(Math.abs(statistic)) : tTwoSidedP(statistic, degreesOfFreedom),
      }),
      dispersion,
      deviance: model.deviance,
      "null.deviance": model.nullDeviance,
      "df.residual": degreesOfFreedom,
      aic: model.aic,
      df: [names.length, degreesOfFreedom, model.design.names.length],
      "cov.unscaled": squareMatrix(names, model.unscaledCovariance),
      "cov.scaled": squareMatrix(names, model.covariance),
    });
  }),
};
