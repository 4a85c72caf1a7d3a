import { censoredMean } from "@alongside/statistics/censored/censored-mean";
import { type CensoredValue, singleNumber } from "@alongside/statistics/censored/censored-value";
import { flippedKaplanMeier } from "@alongside/statistics/censored/flipped-kaplan-meier";
import { substitutedMean } from "@alongside/statistics/censored/substituted-mean";
import { type TobitFit, tobitRegression } from "@alongside/statistics/censored/tobit-regression";
import { chiSquaredUpper } from "@alongside/statistics/distribution/chi-squared";
import { normalCritical, normalUpper } from "@alongside/statistics/distribution/normal";
import { createMatrix } from "@alongside/statistics/linear-algebra/matrix";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { list, matrix, named, number, numbers, object } from "../dialect/make";
import { payload } from "../dialect/payload";
import { asFlags, asNumbers, asTexts, completeNumbers } from "../dialect/read";
import { type Bindings, bind, type RValue } from "../dialect/values";
import { limitsAskedFor } from "./coefficient-limits";
import { ends, intervalOf } from "./figures";
import { frameOfCall } from "./generalised-linear-models";
import { logLikValue } from "./model-generics";
import { designOf, squareMatrix, standardErrors, sufficient } from "./regression-models";
import { timeOf } from "./survival-curves";
import { codesOf } from "./survival-groups";
import { censoredOf } from "./survival-response";

interface NamedTobit {
  readonly fit: TobitFit;
  /** Of the columns, without log sigma. */
  readonly names: readonly string[];
  /** Log likelihood of the model of one mean. */
  readonly nullLogLikelihood: number;
}

const TOBIT = payload<NamedTobit>("a Tobit regression");

/** Fits a frame whose outcome is read by `valuesOf`, and makes the object that $ sees. */
function fitTobit(
  args: Arguments,
  classes: readonly string[],
  valuesOf: (frame: ReturnType<typeof frameOfCall>) => readonly CensoredValue[],
): RValue {
  const dist = args.text("dist", classes[0] === "tobit" ? "gaussian" : "weibull");
  if (dist !== "gaussian") throw new DialectError(`A survival regression with ${dist} errors`);
  const frame = frameOfCall(args, ["weights", "cluster"]);
  if (frame.extras.has("weights")) throw new DialectError("A survival regression with weights");
  const design = designOf(frame);
  const values = valuesOf(frame);
  const inFormula = frame.special.find(({ called }) => called === "cluster")?.value;
  const cluster = inFormula ?? frame.extras.get("cluster");
  const robust = args.flag("robust", cluster !== undefined);
  const codes = cluster === undefined ? values.map((_, row) => row) : codesOf(asTexts(cluster).values);
  const fit = sufficient(tobitRegression(values, design.matrix, robust ? codes : undefined));
  const ones = createMatrix(values.length, 1, new Float64Array(values.length).fill(1));
  const alone = sufficient(tobitRegression(values, ones));
  const held = { fit, names: design.names, nullLogLikelihood: alone.logLikelihood };
  return TOBIT.attach(object(classes, fieldsOf(held)), held);
}

function fieldsOf({ fit, names, nullLogLikelihood }: NamedTobit): Record<string, () => RValue> {
  const withScale = [...names, "Log(scale)"];
  return {
    coefficients: () => named(names, [...fit.coefficients]),
    scale: () => number(fit.sigma),
    loglik: () => numbers([nullLogLikelihood, fit.logLikelihood]),
    var: () => squareMatrix(withScale, fit.robust ?? fit.covariance),
    ...(fit.robust === undefined ? {} : { "naive.var": () => squareMatrix(withScale, fit.covariance) }),
    df: () => number(names.length + 1),
    idf: () => number(2),
    "df.residual": () => number(fit.n - names.length - 1),
  };
}

/** Estimates with their tests, log sigma last. */
function coefficientRows({ fit, names }: NamedTobit) {
  const [errors, naive] = [standardErrors(fit.robust ?? fit.covariance), standardErrors(fit.covariance)];
  const rows = [...fit.coefficients, fit.logSigma].map((value, at) => {
    const z = value / (errors[at] ?? 0);
    const both = fit.robust === undefined ? [errors[at] ?? 0] : [errors[at] ?? 0, naive[at] ?? 0];
    return [value, ...both, z, 2 * normalUpper(Math.abs(z))];
  });
  return { rows, names: [...names, "Log(scale)"], robust: fit.robust !== undefined };
}

function summarise(args: Arguments): RValue {
  const held = TOBIT.read(args.value("object"));
  const { rows, names, robust } = coefficientRows(held);
  const errors = robust ? ["Std. Err", "(Naive SE)"] : ["Std. Error"];
  const gain = 2 * (held.fit.logLikelihood - held.nullLogLikelihood);
  return list({
    table: matrix(names, ["Value", ...errors, "z", "p"], rows, 4 + (robust ? 1 : 0)),
    coefficients: named(held.names, [...held.fit.coefficients]),
    scale: held.fit.sigma,
    loglik: numbers([held.nullLogLikelihood, held.fit.logLikelihood]),
    chi: gain,
    p: chiSquaredUpper(Math.max(0, gain), Math.max(1, held.names.length - 1)),
    df: held.names.length + 1,
    idf: 2,
    n: held.fit.n,
    var: squareMatrix(names, held.fit.robust ?? held.fit.covariance),
  });
}

/** AER's tobit(): values at or beyond a limit are taken for it. */
function tobit(args: Arguments): RValue {
  const [left, right] = [args.number("left", 0), args.number("right", Number.POSITIVE_INFINITY)];
  return fitTobit(args, ["tobit", "survreg"], (frame) => {
    if (frame.response === undefined) throw new DialectError("A regression needs an outcome");
    return completeNumbers(frame.response).map((value): CensoredValue => {
      if (value <= left) return { kind: "below", limit: left };
      return value >= right ? { kind: "above", limit: right } : { kind: "exact", value };
    });
  });
}

/** vl(y, below, above): mean of log10 values with limits, and what substitution and ranks would give. */
function viralLoad(args: Arguments): RValue {
  const y = asNumbers(args.value("y")).values;
  const [below, above] = [asFlags(args.value("below")).values, asFlags(args.value("above")).values];
  const values = y.flatMap((value, row): CensoredValue[] => {
    if (value === null) return [];
    if (below[row]) return [{ kind: "below", limit: value }];
    return above[row] ? [{ kind: "above", limit: value }] : [{ kind: "exact", value }];
  });
  const found = sufficient(censoredMean(values));
  const { mean, counts } = found;
  const shift = (factor: number) => substitutedMean(values, Math.log10(factor));
  // Ranks have no place for values above a limit; taken for the limit they stay the largest.
  const capped = values.map(
    (value): CensoredValue => (value.kind === "above" ? { kind: "exact", value: value.limit } : value),
  );
  const ranks = sufficient(flippedKaplanMeier(capped));
  const quantiles = [0.25, 0.5, 0.75].map((share) => timeOf(ranks.quantile(share)));
  return list({
    n: values.length,
    n_below: counts.below,
    n_above: counts.above,
    mean_log10: mean.value,
    se: mean.standardError,
    ci95: intervalOf(mean),
    sigma: found.sigma,
    log_sigma_se: found.logSigmaStandardError,
    loglik: found.logLikelihood,
    geometric_mean_copies: 10 ** mean.value,
    substitution_lod: substitutedMean(values.map((value) => ({ kind: "exact", value: singleNumber(value) }))),
    substitution_half_lod: shift(1 / 2),
    substitution_lod_sqrt2: shift(Math.SQRT1_2),
    km_quantiles_25_50_75: ends(quantiles),
    km_mean_efron_restricted: ranks.mean,
  });
}

export const TOBIT_MODELS: Bindings = {
  survreg: bind(
    "formula data weights subset na.action dist init scale control parms model x y robust cluster score ...",
    (args) => fitTobit(args, ["survreg"], (frame) => censoredOf(frame.response)),
  ),
  tobit: bind("formula left right dist subset data ...", tobit),
  "summary.survreg": bind("object correlation ...", summarise),
  "summary.tobit": bind("object correlation ...", (args) => {
    const { rows, names } = coefficientRows(TOBIT.read(args.value("object")));
    return list({ coefficients: matrix(names, ["Estimate", "Std. Error", "z value", "Pr(>|z|)"], rows, 4) });
  }),
  "vcov.survreg": bind("object ...", (args) => {
    const { fit, names } = TOBIT.read(args.value("object"));
    return squareMatrix([...names, "Log(scale)"], fit.robust ?? fit.covariance);
  }),
  "logLik.survreg": bind("object ...", (args) => logLikValue(TOBIT.read(args.value("object")).fit.logLikelihood)),
  "AIC.survreg": bind("object ...", (args) => {
    const { fit, names } = TOBIT.read(args.value("object"));
    return number(2 * (names.length + 1) - 2 * fit.logLikelihood);
  }),
  "confint.survreg": bind("object parm level ...", (args) => {
    const { fit, names } = TOBIT.read(args.value("object"));
    const level = args.number("level", 0.95);
    const errors = standardErrors(fit.robust ?? fit.covariance);
    const rows = names.map((_, at): [number, number] => {
      const [value, half] = [fit.coefficients[at] ?? 0, normalCritical(level) * (errors[at] ?? 0)];
      return [value - half, value + half];
    });
    return limitsAskedFor(args, names, rows, level);
  }),
  vl: bind("y below above", viralLoad),
};
