import { normalCritical, normalUpper } from "../distribution/normal";
import { areFinite, type Estimate, finiteEstimate, type InsufficientData, insufficient, tooFew } from "../estimate";
import type { Matrix } from "../linear-algebra/matrix";
import { multiplyVector } from "../linear-algebra/matrix";
import { entry } from "../linear-algebra/vector";
import { areFiniteVariables } from "../model-matrix/model-matrix";
import { binomial } from "../regression/families";
import { reweightedLeastSquares } from "../regression/reweighted-least-squares";
import { type StandardisationData, standardisationDesigns } from "./standardisation-designs";

const PROVENANCE = { statistic: "causal/standardised-risks", version: 1 } as const;

/** Risks if everybody were exposed, and if nobody were. */
export interface StandardisedRisks {
  readonly kind: "standardised-risks";
  readonly exposed: Estimate;
  readonly unexposed: Estimate;
  readonly difference: Estimate;
  /** Standard error on the scale of the logarithm. */
  readonly ratio: Estimate;
  readonly n: number;
}

/**
 * Risk difference and ratio by g-computation: a logistic regression of the outcome on exposure and covariates predicts
 * everybody's risk once as exposed and once as unexposed, and the means are compared. The standard errors here are those of
 * the regression by the delta method, for these people; for others like them, or in clusters, resample
 * `standardisedRisksStatistic`. Source: Robins, Mathematical Modelling 7 (1986) 1393-1512; Localio, Margolis and Berlin,
 * Journal of Clinical Epidemiology 60 (2007) 874-882. R: glm(binomial), predict() on both copies of the data, deltamethod.
 *
 * Insufficient data: "too-few" for the coefficients, "no-events" when the outcome or the exposure does not vary,
 * "not-identifiable" when predictors repeat each other or separate the outcomes.
 * @throws RangeError as `standardisationDesigns`, and for a level outside 0..1
 */
export function standardisedRisks(data: StandardisationData, level = 0.95): StandardisedRisks | InsufficientData {
  if (!(level > 0 && level < 1)) throw new RangeError(`Not a level: ${level}`);
  const { outcome, exposure, covariates } = data;
  const n = outcome.length;
  if (!areFinite(outcome, exposure) || !areFiniteVariables(covariates.values())) return insufficient("not-finite", n);
  const designs = standardisationDesigns(data);
  const { columns } = designs.observed;
  if (n <= columns) return tooFew(columns + 1, n);
  if ([outcome, exposure].some((values) => new Set(values).size < 2)) return insufficient("no-events", n);
  const weights = new Float64Array(n).fill(1);
  const task = { y: outcome, family: binomial(), weights, offset: new Float64Array(n) };
  const fit = reweightedLeastSquares(designs.observed, task);
  if (typeof fit === "string") return insufficient(fit, n);

  const covariance = fit.factor.unscaledCovariance();
  const exposed = meanRisk(designs.exposed, fit.coefficients);
  const unexposed = meanRisk(designs.unexposed, fit.coefficients);
  const errorOf = (gradient: Float64Array) => {
    const product = multiplyVector(covariance, gradient);
    return Math.sqrt(gradient.reduce((sum, value, index) => sum + value * entry(product, index), 0));
  };
  const combine = (first: number, second: number) =>
    errorOf(exposed.gradient.map((value, index) => first * value + second * entry(unexposed.gradient, index)));
  const shape = { n, level };
  return {
    kind: "standardised-risks",
    exposed: plain(exposed.risk, combine(1, 0), "g-computation-risk", shape),
    unexposed: plain(unexposed.risk, combine(0, 1), "g-computation-risk", shape),
    difference: plain(exposed.risk - unexposed.risk, combine(1, -1), "g-computation-difference", shape),
    ratio: logarithmic(exposed.risk / unexposed.risk, combine(1 / exposed.risk, -1 / unexposed.risk), shape),
    n,
  };
}

/** Mean of the predicted risks, and its slope in each coefficient. */
function meanRisk(design: Matrix, coefficients: Float64Array): { risk: number; gradient: Float64Array } {
  const { rows, columns, values } = design;
  const gradient = new Float64Array(columns);
  let total = 0;
  multiplyVector(design, coefficients).forEach((predictor, row) => {
    const risk = 1 / (1 + Math.exp(-predictor));
    total += risk;
    for (let column = 0; column < columns; column += 1) {
      const slope = (risk * (1 - risk) * entry(values, row * columns + column)) / rows;
      gradient[column] = entry(gradient, column) + slope;
    }
  });
  return { risk: total / rows, gradient };
}

interface Shape {
  readonly n: number;
  readonly level: number;
}

function plain(value: number, standardError: number, method: string, { n, level }: Shape): Estimate {
  const reach = normalCritical(level) * standardError;
  const interval = { low: value - reach, high: value + reach, level };
  const test = method.endsWith("difference") ? { test: testOf(value, standardError, 0) } : {};
  return finiteEstimate({ value, interval, n, method, standardError, ...test, provenance: PROVENANCE });
}

function logarithmic(value: number, standardError: number, { n, level }: Shape): Estimate {
  const factor = Math.exp(normalCritical(level) * standardError);
  return finiteEstimate({
    value,
    interval: { low: value / factor, high: value * factor, level },
    n,
    method: "g-computation-ratio",
    standardError,
    test: testOf(Math.log(value), standardError, 1),
    provenance: PROVENANCE,
  });
}

function testOf(distance: number, standardError: number, nullValue: number) {
  const statistic = distance / standardError;
  return { distribution: "normal", statistic, pValue: 2 * normalUpper(Math.abs(statistic)), null: nullValue } as const;
}
