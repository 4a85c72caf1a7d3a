import type { Estimate } from "@alongside/statistics/estimate";
import { kenwardRogerContrast } from "@alongside/statistics/mixed/kenward-roger";
import { mixedKenwardRoger } from "@alongside/statistics/mixed/mixed-kenward-roger";
import { satterthwaiteContrast, satterthwaiteTest } from "@alongside/statistics/mixed/satterthwaite";
import { typeThreeContrasts } from "@alongside/statistics/mixed/type-three-contrasts";
import { DialectError } from "../dialect/failure";
import { frame, list, matrix, NULL, number, numbers, texts } from "../dialect/make";
import { modelFrame } from "../dialect/model-frame";
import { type Bindings, bind, type RList, type RValue } from "../dialect/values";
import { arrange, fitLinear, groupEffects, type LinearMixedFit, unitWeights } from "./mixed-model-fit";
import { fixedCovariance, fixedEffects, groupCounts } from "./mixed-models";
import { thetaOf, varianceTable } from "./variance-components";

const FIRST_GROUPS = 5;

/** Estimates of all coefficients as the data frame coefdf() makes of summary(). */
function tTable({ data }: LinearMixedFit, estimateOf: (weights: readonly number[]) => Estimate): RList {
  const { names } = data.fixed;
  const estimates = names.map((_, index) => {
    const estimate = estimateOf(unitWeights(names.length, index));
    if (estimate.kind !== "estimate" || estimate.test === undefined)
      throw new DialectError("A coefficient has no test");
    return { ...estimate, test: estimate.test };
  });
  return frame({
    term: texts(names),
    Estimate: numbers(estimates.map(({ value }) => value)),
    "Std..Error": numbers(estimates.map(({ standardError }) => standardError)),
    df: numbers(estimates.map(({ degreesOfFreedom }) => degreesOfFreedom ?? null)),
    "t.value": numbers(estimates.map(({ test }) => test.statistic)),
    "Pr...t..": numbers(estimates.map(({ test }) => test.pValue)),
  });
}

/** anova(model): type III F tests with Satterthwaite's degrees of freedom. */
export function typeThreeTable({ data, model }: LinearMixedFit): RValue {
  const { formula, variables } = data.frame;
  const terms = typeThreeContrasts(variables, formula.terms);
  if (terms === null || !formula.intercept) return NULL;
  const tests = terms.map(({ contrasts }) => {
    const test = satterthwaiteTest(model, contrasts);
    if (test.kind !== "f-test") throw new DialectError(`A term has no test: ${test.reason}`);
    return test;
  });
  const meanSquares = tests.map(({ statistic }) => statistic * model.sigma ** 2);
  const numerators = tests.map(({ numeratorDegreesOfFreedom }) => numeratorDegreesOfFreedom);
  return frame({
    term: texts(terms.map(({ term }) => term.join(":"))),
    "Sum.Sq": numbers(meanSquares.map((value, index) => value * (numerators[index] ?? 0))),
    "Mean.Sq": numbers(meanSquares),
    NumDF: numbers(numerators),
    DenDF: numbers(tests.map(({ denominatorDegreesOfFreedom }) => denominatorDegreesOfFreedom)),
    "F.value": numbers(tests.map(({ statistic }) => statistic)),
    "Pr..F.": numbers(tests.map(({ pValue }) => pValue)),
  });
}

function kenwardRogerTable(fit: LinearMixedFit): RValue | undefined {
  const adjustment = mixedKenwardRoger(fit.data.design, fit.model);
  if (adjustment.kind === "insufficient-data") return undefined;
  return tTable(fit, (weights) => kenwardRogerContrast(adjustment, weights));
}

function firstEffects(fit: LinearMixedFit): RValue {
  const [first] = fit.data.groups;
  if (first === undefined) return NULL;
  const [group, labels] = first;
  const { names, effects } = groupEffects(fit, group);
  const rows = labels
    .slice(0, FIRST_GROUPS)
    .map((_, i) => Array.from(effects.values.subarray(i * effects.columns, (i + 1) * effects.columns)));
  return matrix(labels.slice(0, FIRST_GROUPS), names, rows);
}

export const MIXED_SUMMARY: Bindings = {
  /** lmm(formula, d, KR): everything the cases ask of a linear mixed model, by REML and by maximum likelihood. */
  lmm: bind("formula d KR", (args) => {
    const data = arrange(modelFrame(args.interpreter, args.value("formula"), args.value("d")));
    const fit = fitLinear(data, true);
    const likelihood = fitLinear(data, false);
    const { model } = fit;
    return list({
      n: model.rows,
      n_groups: groupCounts(fit),
      fixed: tTable(fit, (weights) => satterthwaiteContrast(model, weights)),
      vcov: fixedCovariance(fit),
      varcomp: varianceTable(fit),
      sigma: model.sigma,
      reml_loglik: model.logLikelihood,
      reml_criterion: -2 * model.logLikelihood,
      theta: thetaOf(fit),
      kenward_roger: args.flag("KR", false) ? kenwardRogerTable(fit) : undefined,
      ml: list({
        loglik: likelihood.model.logLikelihood,
        aic: likelihood.model.akaike,
        bic: likelihood.model.bayesian,
        fixed: fixedEffects(likelihood),
        varcomp_vcov: varianceTable(likelihood).values[3] ?? number(null),
      }),
      blup_first5: firstEffects(fit),
      anova_satterthwaite: typeThreeTable(fit),
    });
  }),
};
