import { logGamma } from "@alongside/statistics/distribution/log-gamma";
import { normalCritical } from "@alongside/statistics/distribution/normal";
import type { Estimate } from "@alongside/statistics/estimate";
import { logisticMixedContrast, logisticMixedModel } from "@alongside/statistics/mixed/logistic-mixed-model";
import {
  type PoissonMixedModel,
  poissonMixedContrast,
  poissonMixedModel,
} from "@alongside/statistics/mixed/poisson-mixed-model";
import { satterthwaiteContrast } from "@alongside/statistics/mixed/satterthwaite";
import type { Arguments } from "../dialect/arguments";
import { DialectError, UnsupportedError } from "../dialect/failure";
import {
  flag,
  frameFromEntries,
  list,
  listFromEntries,
  matrix,
  NULL,
  named,
  number,
  numbers,
  object,
} from "../dialect/make";
import { isFactor } from "../dialect/read";
import { type Bindings, bind, type RNumber, type RObject, type RValue } from "../dialect/values";
import { limits } from "./coefficient-limits";
import { familyFor } from "./generalised-linear-models";
import {
  fitLinear,
  groupEffects,
  MIXED_FIT,
  type MixedData,
  type MixedFit,
  mixedData,
  unitWeights,
} from "./mixed-model-fit";
import { offsetOf, standardErrors, sufficient } from "./regression-models";
import { thetaOf, varCorr, varianceTable } from "./variance-components";

const fitOf = (args: Arguments): MixedFit => MIXED_FIT.read(args.value("object"));

/** Coefficients with their names. */
export function fixedEffects({ data, model }: MixedFit): RNumber {
  return named(data.fixed.names, Array.from(model.coefficients));
}

/** The covariance of the coefficients. */
export function fixedCovariance({ data: { fixed }, model }: MixedFit): RNumber {
  const p = fixed.names.length;
  return matrix(
    fixed.names,
    fixed.names,
    Array.from({ length: p }, (_, i) => Array.from(model.covariance.values.subarray(i * p, (i + 1) * p))),
  );
}

/** A sum of weighted coefficients. */
function contrastOf(fit: MixedFit, weights: readonly number[], level: number): Estimate {
  if (fit.kind === "linear") return satterthwaiteContrast(fit.model, weights, level);
  if (fit.kind === "logistic") return logisticMixedContrast(fit.model, weights, level);
  return poissonMixedContrast(fit.model, weights, level);
}

/** The table of summary(): estimate, error, and t with Satterthwaite's degrees of freedom, or z. */
function coefficientTable(fit: MixedFit): RNumber {
  const { names } = fit.data.fixed;
  const rows = names.map((_, index) => {
    const estimate = contrastOf(fit, unitWeights(names.length, index), 0.95);
    if (estimate.kind !== "estimate" || estimate.test === undefined) return [];
    const { value, standardError, degreesOfFreedom, test } = estimate;
    const degrees = degreesOfFreedom === undefined ? [] : [degreesOfFreedom];
    return [value, standardError, ...degrees, test.statistic, test.pValue];
  });
  const columns =
    fit.kind === "linear"
      ? ["Estimate", "Std. Error", "df", "t value", "Pr(>|t|)"]
      : ["Estimate", "Std. Error", "z value", "Pr(>|z|)"];
  return matrix(names, columns, rows);
}

/** Random effects: a list of data frames by grouping factor. */
export function randomEffects(fit: MixedFit): RValue {
  return listFromEntries(
    [...fit.data.groups].map(([group, labels]): [string, RValue] => {
      const { names, effects } = groupEffects(fit, group);
      const columns = names.map((name, j): [string, RValue] => [
        name,
        numbers(Array.from({ length: effects.rows }, (_, i) => effects.values[i * effects.columns + j] ?? 0)),
      ]);
      return [group, frameFromEntries(columns, labels)];
    }),
  );
}

/** Number of groups of each factor. */
export function groupCounts({ data }: MixedFit): RNumber {
  return named(
    [...data.groups.keys()],
    [...data.groups.values()].map((labels) => labels.length),
  );
}

function mixedObject(fit: MixedFit): RObject {
  const { model } = fit;
  const classes = fit.kind === "linear" ? ["lmerModLmerTest", "lmerMod", "merMod"] : ["glmerMod", "merMod"];
  const fields = {
    coefficients: () => fixedEffects(fit),
    vcov: () => fixedCovariance(fit),
    loglik: () => number(model.logLikelihood),
    aic: () => number(model.akaike),
    bic: () => number(model.bayesian),
    nobs: () => number(model.rows),
  };
  return MIXED_FIT.attach(object(classes, fields), fit);
}

/** Zeros and ones; of a factor the first level is no, all others yes, as in glm(). */
function binaryOutcome({ frame, design }: MixedData): Float64Array {
  const { response } = frame;
  return response !== undefined && isFactor(response) ? design.y.map((code) => (code > 1 ? 1 : 0)) : design.y;
}

/** With more than one point lme4 leaves out of a Poisson likelihood what does not depend on the parameters. */
function relativeToSaturated(model: PoissonMixedModel, y: Float64Array): PoissonMixedModel {
  const saturated = y.reduce((sum, count) => sum + poissonLogMass(count), 0);
  return {
    ...model,
    logLikelihood: model.logLikelihood - saturated,
    akaike: model.akaike + 2 * saturated,
    bayesian: model.bayesian + 2 * saturated,
  };
}

/** Of a count that equals its mean. */
function poissonLogMass(count: number): number {
  return count === 0 ? 0 : count * Math.log(count) - count - logGamma(count + 1);
}

export const MIXED_MODELS: Bindings = {
  lmer: bind("formula data REML control start verbose subset weights na.action offset contrasts", (args) =>
    mixedObject(fitLinear(mixedData(args), args.flag("REML", true))),
  ),
  glmer: bind("formula data family control start verbose nAGQ subset weights na.action offset", (args) => {
    const data = mixedData(args);
    const [term, ...others] = data.design.terms;
    const columns = term?.columns ?? [];
    if (term === undefined || others.length > 0 || columns.length !== 1 || columns[0]?.name !== "(Intercept)") {
      throw new DialectError("Only a random intercept of one factor");
    }
    const { name, link } = familyFor(args.value("family"));
    const points = args.number("nAGQ", 1);
    const design = { y: data.design.y, x: data.design.x, codes: term.codes, groups: term.levels };
    const offset = offsetOf(data.frame);
    if (name === "poisson" && link.name === "log") {
      const model = sufficient(poissonMixedModel({ ...design, offset: offset && Float64Array.from(offset) }, points));
      return mixedObject({ kind: "poisson", data, model: points === 1 ? model : relativeToSaturated(model, design.y) });
    }
    if (name !== "binomial" || link.name !== "logit" || offset !== undefined) {
      throw new UnsupportedError(`glmer of the family ${name} with link ${link.name}`);
    }
    const model = sufficient(logisticMixedModel({ ...design, y: binaryOutcome(data) }, points));
    return mixedObject({ kind: "logistic", data, model });
  }),
  lmerControl: bind("...", () => NULL),
  glmerControl: bind("...", () => NULL),

  /** Wald's intervals of the coefficients; of the variances there are none. */
  "confint.merMod": bind("object parm level method ...", (args) => {
    if (args.text("method", "profile") !== "Wald") throw new UnsupportedError("confint() of a mixed model by profile");
    const fit = fitOf(args);
    const [level, p] = [args.number("level", 0.95), fit.data.fixed.names.length];
    const errors = standardErrors(fit.model.covariance);
    const rows = Array.from({ length: p }, (_, index): [number, number] => {
      const [value, half] = [fit.model.coefficients[index] ?? 0, normalCritical(level) * (errors[index] ?? 0)];
      return [value - half, value + half];
    });
    return limits(fit.data.fixed.names, rows, level);
  }),
  fixef: bind("object ...", (args) => fixedEffects(fitOf(args))),
  ranef: bind("object ...", (args) => randomEffects(fitOf(args))),
  ngrps: bind("object ...", (args) => groupCounts(fitOf(args))),
  isSingular: bind("object ...", (args) => flag(fitOf(args).model.singular)),
  VarCorr: bind("x ...", (args) => varCorr(MIXED_FIT.read(args.value("x")))),
  "as.data.frame.VarCorr.merMod": bind("x ...", (args) => varianceTable(MIXED_FIT.read(args.value("x")))),
  "summary.merMod": bind("object ...", (args) => {
    const fit = fitOf(args);
    return list({ coefficients: coefficientTable(fit), ngrps: groupCounts(fit), varcor: varCorr(fit) });
  }),
  "sigma.merMod": bind("object ...", (args) => {
    const fit = fitOf(args);
    return number(fit.kind === "linear" ? fit.model.sigma : 1);
  }),
  getME: bind("object name", (args) => {
    if (args.text("name") !== "theta") throw new DialectError("Only theta");
    return thetaOf(fitOf(args));
  }),
};
