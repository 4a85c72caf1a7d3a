import { normalLogCdf } from "../distribution/normal";
import type { CensoredValue } from "./censored-value";

/** Log likelihood of one value under a normal distribution, with derivatives in its mean and the logarithm of its spread. */
export interface LikelihoodPart {
  readonly value: number;
  readonly mean: number;
  readonly logSigma: number;
  readonly meanMean: number;
  readonly meanLogSigma: number;
  readonly logSigmaLogSigma: number;
}

/** Square root of 2 pi, as a logarithm. */
const LOG_ROOT_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/**
 * Log density of an exact value, or log probability of lying where a censored one is known to lie. Tobin (1958), Econometrica
 * 26, 24-36. R: the terms of survreg(dist = "gaussian")$loglik.
 * @param sigma standard deviation, above 0
 */
export function censoredNormal(value: CensoredValue, mean: number, sigma: number): LikelihoodPart {
  switch (value.kind) {
    case "exact":
      return exact((value.value - mean) / sigma, sigma);
    case "below":
      return beyond((value.limit - mean) / sigma, sigma, 1);
    case "above":
      return beyond((mean - value.limit) / sigma, sigma, -1);
    case "between":
      return between((value.low - mean) / sigma, (value.high - mean) / sigma, sigma);
  }
}

function exact(z: number, sigma: number): LikelihoodPart {
  return {
    value: -LOG_ROOT_TWO_PI - (z * z) / 2 - Math.log(sigma),
    mean: z / sigma,
    logSigma: z * z - 1,
    meanMean: -1 / (sigma * sigma),
    meanLogSigma: (-2 * z) / sigma,
    logSigmaLogSigma: -2 * z * z,
  };
}

/** Log of the normal integral up to u, where u is the limit's distance from the mean, counted the other way for sign -1. */
function beyond(u: number, sigma: number, sign: 1 | -1): LikelihoodPart {
  const value = normalLogCdf(u);
  // The inverse Mills ratio, by logarithms so that both tails keep it, and its slope.
  const ratio = Math.exp(-LOG_ROOT_TWO_PI - (u * u) / 2 - value);
  const slope = -ratio * (u + ratio);
  return {
    value,
    mean: (-sign * ratio) / sigma,
    logSigma: -u * ratio,
    meanMean: slope / (sigma * sigma),
    meanLogSigma: (sign * (u * slope + ratio)) / sigma,
    logSigmaLogSigma: u * ratio + u * u * slope,
  };
}

function between(low: number, high: number, sigma: number): LikelihoodPart {
  // In the left tail, where probabilities keep their digits.
  const [near, far] = low + high > 0 ? [-low, -high] : [high, low];
  const [upper, lower] = [normalLogCdf(near), normalLogCdf(far)];
  const value = upper + Math.log(-Math.expm1(lower - upper));
  const density = (z: number) => Math.exp(-LOG_ROOT_TWO_PI - (z * z) / 2 - value);
  const [atLow, atHigh] = [density(low), density(high)];
  const a = atHigh - atLow;
  const b = high * atHigh - low * atLow;
  const c = high ** 2 * atHigh - low ** 2 * atLow;
  const d = high ** 3 * atHigh - low ** 3 * atLow;
  return {
    value,
    mean: -a / sigma,
    logSigma: -b,
    meanMean: -(b + a * a) / (sigma * sigma),
    meanLogSigma: (a - c - a * b) / sigma,
    logSigmaLogSigma: b - d - b * b,
  };
}
