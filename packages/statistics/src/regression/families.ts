import { logGamma } from "../distribution/log-gamma";
import { IDENTITY, type Link, LOG, LOGIT } from "./links";

/** Distribution of the outcome around its mean, with the link to the predictors. */
export interface Family {
  readonly name: "gaussian" | "binomial" | "poisson" | "negative-binomial" | "quasi-binomial" | "quasi-poisson";
  readonly link: Link;
  /** The spread is known up to the mean; else it is estimated, and tests use Student's t. */
  readonly knownDispersion: boolean;
  /** Variance at a mean, for dispersion and weight 1. */
  variance(mean: number): number;
  /** Contribution of a row to the deviance, for weight 1. */
  deviance(y: number, mean: number): number;
  /** A mean to start the iterations from. */
  start(y: number, weight: number): number;
  /** Whether the outcome can occur. */
  allows(y: number): boolean;
  /** Whether a mean lies inside the range of the distribution. */
  validMean(mean: number): boolean;
  /** Log-likelihood of a row; null where the family is no distribution or needs the dispersion. */
  logLikelihood: ((y: number, mean: number, weight: number) => number) | null;
}

/** y log(y / mean), 0 at y = 0. */
function yLogRatio(y: number, mean: number): number {
  return y === 0 ? 0 : y * Math.log(y / mean);
}

/** Normal outcome of constant spread. R: gaussian(link). */
export function gaussian(link: Link = IDENTITY): Family {
  return {
    name: "gaussian",
    link,
    knownDispersion: false,
    variance: () => 1,
    deviance: (y, mean) => (y - mean) ** 2,
    start: (y) => y,
    allows: () => true,
    validMean: () => true,
    logLikelihood: null,
  };
}

/**
 * Yes or no, or a share of `weight` trials. R: binomial(link).
 * @param quasi the spread is estimated instead of known; R: quasibinomial(link)
 */
export function binomial(link: Link = LOGIT, quasi = false): Family {
  return {
    name: quasi ? "quasi-binomial" : "binomial",
    link,
    knownDispersion: !quasi,
    variance: (mean) => mean * (1 - mean),
    deviance: (y, mean) => 2 * (yLogRatio(y, mean) + yLogRatio(1 - y, 1 - mean)),
    start: (y, weight) => (weight * y + 0.5) / (weight + 1),
    allows: (y) => y >= 0 && y <= 1,
    validMean: (mean) => mean > 0 && mean < 1,
    logLikelihood: quasi ? null : binomialLogLikelihood,
  };
}

/** Of the whole numbers nearest to weight * y successes in weight trials. */
function binomialLogLikelihood(y: number, mean: number, weight: number): number {
  const trials = Math.round(weight);
  const successes = Math.round(weight * y);
  const ways = trials <= 1 ? 0 : logChoose(trials, successes);
  const failures = trials - successes;
  return (
    ways + (successes === 0 ? 0 : successes * Math.log(mean)) + (failures === 0 ? 0 : failures * Math.log1p(-mean))
  );
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}

/**
 * Counts whose variance is their mean. R: poisson(link).
 * @param quasi the variance is an estimated multiple of the mean; R: quasipoisson(link)
 */
export function poisson(link: Link = LOG, quasi = false): Family {
  return {
    name: quasi ? "quasi-poisson" : "poisson",
    link,
    knownDispersion: !quasi,
    variance: (mean) => mean,
    deviance: (y, mean) => 2 * (yLogRatio(y, mean) - (y - mean)),
    start: (y) => y + 0.1,
    allows: (y) => y >= 0,
    validMean: (mean) => mean > 0,
    logLikelihood: quasi ? null : (y, mean, weight) => weight * (y * Math.log(mean) - mean - logGamma(y + 1)),
  };
}

/**
 * Counts with variance mean + mean^2 / theta (NB2). R: MASS::negative.binomial(theta).
 * @throws RangeError when theta is not positive
 */
export function negativeBinomialFamily(theta: number, link: Link = LOG): Family {
  if (!(theta > 0)) throw new RangeError(`theta is ${theta}`);
  return {
    name: "negative-binomial",
    link,
    knownDispersion: true,
    variance: (mean) => mean + mean ** 2 / theta,
    deviance: (y, mean) => 2 * (yLogRatio(y, mean) - (y + theta) * Math.log((y + theta) / (mean + theta))),
    start: (y) => (y === 0 ? 1 / 6 : y),
    allows: (y) => y >= 0,
    validMean: (mean) => mean > 0,
    logLikelihood: (y, mean, weight) =>
      weight *
      (logGamma(theta + y) -
        logGamma(theta) -
        logGamma(y + 1) +
        theta * Math.log(theta / (theta + mean)) +
        (y === 0 ? 0 : y * Math.log(mean / (theta + mean)))),
  };
}
