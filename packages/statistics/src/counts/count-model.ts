import { normalCritical, normalUpper } from "../distribution/normal";
import { areFinite, type EstimateValue, finiteEstimate, type InsufficientData, insufficient } from "../estimate";
import { at, type Matrix } from "../linear-algebra/matrix";
import type { ModelMatrix } from "../model-matrix/model-matrix";
import { poisson } from "../regression/families";
import { type GeneralisedLinearModel, generalisedLinearModel } from "../regression/generalised-linear-model";
import { type NegativeBinomialModel, negativeBinomialModel } from "../regression/negative-binomial";
import { robustCovariance } from "../regression/robust-covariance";

const PROVENANCE = { statistic: "counts/count-model", version: 1 } as const;
/** Counts that vary more than this against their mean are never described by plain Poisson errors. */
const OVERDISPERSED = 1.5;

/** Regression of counts in the three ways that are shown beside one another. */
export interface CountModel {
  readonly kind: "count-model";
  readonly poisson: GeneralisedLinearModel;
  /** Pearson's chi-squared over its degrees of freedom: 1 for Poisson counts. */
  readonly dispersion: number;
  /** Whether plain Poisson errors would pretend to more certainty than the counts allow. */
  readonly overdispersed: boolean;
  /** Sandwich covariance (HC0) of the Poisson coefficients, which needs the means to be right, not the variances. */
  readonly robust: Matrix;
  /** Insufficient data "not-identifiable" when the counts vary no more than Poisson's. */
  readonly negativeBinomial: NegativeBinomialModel | InsufficientData;
}

/**
 * Poisson regression with log link, its dispersion and robust covariance, and the negative binomial model (NB2, variance
 * mu + mu^2 / theta) of the same counts. Cameron & Trivedi (2013), Regression Analysis of Count Data, chapter 3.
 * R: glm(y ~ x + offset(log(time)), poisson), sandwich::vcovHC(type = "HC0"), MASS::glm.nb.
 * @param y counts
 * @param time during which each count could grow; windows that differ must be given
 * @throws RangeError for counts or times that cannot be
 */
export function countModel(
  design: ModelMatrix,
  y: readonly number[],
  time?: readonly number[],
): CountModel | InsufficientData {
  if (!areFinite(y, time ?? [])) return insufficient("not-finite", y.length);
  if (time?.some((one) => !(one > 0))) throw new RangeError("A time is not above 0");
  const options = time === undefined ? {} : { offset: time.map(Math.log) };
  if (y.every((count) => count === 0)) return insufficient("no-events", y.length);
  const fit = generalisedLinearModel(design, y, poisson(), options);
  if (fit.kind === "insufficient-data") return fit;
  if (fit.degreesOfFreedom < 1) return { kind: "insufficient-data", reason: "too-few", needed: fit.n + 1, had: fit.n };
  const dispersion = fit.pearsonChiSquared / fit.degreesOfFreedom;
  return {
    kind: "count-model",
    poisson: fit,
    dispersion,
    overdispersed: dispersion > OVERDISPERSED,
    robust: robustCovariance(fit, "HC0"),
    negativeBinomial: negativeBinomialModel(design, y, options),
  };
}

/**
 * Rate ratio of one column of a count model with its Wald interval: from the negative binomial model where counts are
 * overdispersed, else from the Poisson model with robust errors.
 * @param index of the column, from 0
 * @param level of the interval, 0 to 1
 * @throws RangeError for a column that the model does not have
 */
export function countRateRatio(model: CountModel, index: number, level = 0.95): EstimateValue | InsufficientData {
  const { negativeBinomial } = model;
  const chosen =
    model.overdispersed && negativeBinomial.kind === "negative-binomial-model"
      ? {
          method: "negative-binomial",
          fit: negativeBinomial.regression,
          covariance: negativeBinomial.regression.covariance,
        }
      : { method: "poisson-robust", fit: model.poisson, covariance: model.robust };
  const coefficient = chosen.fit.coefficients[index];
  if (coefficient === undefined) throw new RangeError(`No column ${index}`);
  const standardError = Math.sqrt(at(chosen.covariance, index, index));
  const half = normalCritical(level) * standardError;
  const statistic = coefficient / standardError;
  return finiteEstimate({
    value: Math.exp(coefficient),
    interval: { low: Math.exp(coefficient - half), high: Math.exp(coefficient + half), level },
    n: model.poisson.n,
    method: chosen.method,
    standardError,
    test: { distribution: "normal", statistic, pValue: 2 * normalUpper(Math.abs(statistic)), null: 1 },
    provenance: PROVENANCE,
  });
}
