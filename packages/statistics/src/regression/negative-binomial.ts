import { digamma, trigamma } from "../distribution/log-gamma";
import { type InsufficientData, insufficient } from "../estimate";
import { entry } from "../linear-algebra/vector";
import type { ModelMatrix } from "../model-matrix/model-matrix";
import { negativeBinomialFamily, poisson } from "./families";
import {
  type GeneralisedLinearModel,
  type GeneralisedLinearModelOptions,
  generalisedLinearModel,
} from "./generalised-linear-model";

/** A theta above this many times the largest mean is not told from infinity, where the model is Poisson's. */
const POISSON = 1e7;
const SETTLED = 1e-12;
const MAXIMUM_ROUNDS = 200;

export interface NegativeBinomialModel {
  readonly kind: "negative-binomial-model";
  /** The regression at the best theta; its standard errors take theta as known. */
  readonly regression: GeneralisedLinearModel;
  /** Variance = mean + mean^2 / theta. */
  readonly theta: number;
  readonly thetaStandardError: number;
  readonly logLikelihood: number;
  /** Counts theta as a parameter. */
  readonly aic: number;
}

/**
 * Regression of counts that vary more than Poisson's (NB2, log link), by maximum likelihood for the coefficients and
 * theta in turn until both stand still; the two are orthogonal.
 * Source: Lawless (1987), Canadian J Statistics 15, 209-225. R: MASS::glm.nb(y ~ ...).
 * @param y counts; weights and offset as in `generalisedLinearModel`
 * @returns insufficient data "not-identifiable" when the counts vary no more than Poisson's, so that theta is infinite
 */
export function negativeBinomialModel(
  design: ModelMatrix,
  y: readonly number[],
  options: Pick<GeneralisedLinearModelOptions, "weights" | "offset"> = {},
): NegativeBinomialModel | InsufficientData {
  let fit = generalisedLinearModel(design, y, poisson(), options);
  if (fit.kind === "insufficient-data") return fit;
  const weights = Float64Array.from(options.weights ?? new Float64Array(y.length).fill(1));
  let theta = startTheta(y, fit.fitted, weights);
  for (let round = 0; round < MAXIMUM_ROUNDS; round += 1) {
    const next = bestTheta(theta, y, fit.fitted, weights);
    if (next === null) return insufficient("not-identifiable", fit.n);
    const settled = Math.abs(next.theta - theta) <= 1e-10 * theta;
    theta = next.theta;
    const startMeans: Float64Array = fit.fitted;
    fit = generalisedLinearModel(design, y, negativeBinomialFamily(theta), { ...options, startMeans });
    if (fit.kind === "insufficient-data") return fit;
    if (!settled) continue;
    const logLikelihood = fit.logLikelihood ?? 0;
    const aic = 2 * (fit.names.length + 1) - 2 * logLikelihood;
    const thetaStandardError = next.standardError;
    return { kind: "negative-binomial-model", regression: fit, theta, thetaStandardError, logLikelihood, aic };
  }
  return insufficient("no-convergence", fit.n);
}

/** By moments: n / sum of (y / mean - 1)^2. */
function startTheta(y: readonly number[], mean: Float64Array, weights: Float64Array): number {
  let [total, squares] = [0, 0];
  weights.forEach((weight, row) => {
    total += weight;
    squares += weight * ((y[row] ?? 0) / entry(mean, row) - 1) ** 2;
  });
  return squares > 0 ? total / squares : 1;
}

/** The theta of greatest likelihood at given means, by Newton's method on its logarithm; null when it is infinite. */
function bestTheta(start: number, y: readonly number[], mean: Float64Array, weights: Float64Array) {
  const largest = mean.reduce((most, value) => Math.max(most, value), 1);
  let theta = start;
  for (let round = 0; round < MAXIMUM_ROUNDS; round += 1) {
    const { score, information } = thetaScore(theta, y, mean, weights);
    // On the logarithm: the slope of the score is theta^2 times the information less theta times the score.
    const curvature = theta ** 2 * information - theta * score;
    const step = curvature > 0 ? (theta * score) / curvature : Math.sign(score);
    const bounded = Math.max(-2, Math.min(2, step));
    theta *= Math.exp(bounded);
    if (!(theta < POISSON * largest && theta > 1 / (POISSON * largest))) return null;
    if (Math.abs(bounded) < SETTLED) {
      const at = thetaScore(theta, y, mean, weights).information;
      return at > 0 ? { theta, standardError: Math.sqrt(1 / at) } : null;
    }
  }
  return null;
}

function thetaScore(theta: number, y: readonly number[], mean: Float64Array, weights: Float64Array) {
  let [score, information] = [0, 0];
  weights.forEach((weight, row) => {
    if (weight === 0) return;
    const [count, centre] = [y[row] ?? 0, entry(mean, row)];
    const sum = centre + theta;
    score += weight * (digamma(theta + count) - digamma(theta) + Math.log(theta / sum) + 1 - (count + theta) / sum);
    information +=
      weight * (trigamma(theta) - trigamma(theta + count) - 1 / theta + 2 / sum - (count + theta) / sum ** 2);
  });
  return { score, information };
}
