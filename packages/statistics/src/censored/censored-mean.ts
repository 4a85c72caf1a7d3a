import { normalCritical } from "../distribution/normal";
import { type EstimateValue, finiteEstimate, type InsufficientData, insufficient } from "../estimate";
import { at, createMatrix } from "../linear-algebra/matrix";
import { entry } from "../linear-algebra/vector";
import type { CensoredCounts, CensoredValue } from "./censored-value";
import { tobitRegression } from "./tobit-regression";

const PROVENANCE = { statistic: "censored/censored-mean", version: 1 } as const;

/** Mean and spread of one group, of whose values some are only known to lie beyond limits. */
export interface CensoredMean {
  readonly kind: "censored-mean";
  readonly mean: EstimateValue;
  /** Standard deviation of the normal distribution, by maximum likelihood. */
  readonly sigma: number;
  readonly logSigma: number;
  readonly logSigmaStandardError: number;
  readonly logLikelihood: number;
  readonly counts: CensoredCounts;
}

/**
 * Mean of a normal sample with censored values, by maximum likelihood, with its Wald interval. Cohen (1959), Technometrics 1,
 * 217-237. R: survreg(Surv(low, high, type = "interval2") ~ 1, dist = "gaussian").
 * @param level of the interval, 0 to 1
 * @returns in the unit of the values; insufficient data when nothing is known exactly or everybody has the same value
 * @throws RangeError for impossible values
 */
export function censoredMean(values: readonly CensoredValue[], level = 0.95): CensoredMean | InsufficientData {
  const critical = normalCritical(level);
  const n = values.length;
  const fit = tobitRegression(values, createMatrix(n, 1, new Float64Array(n).fill(1)));
  if (fit.kind === "insufficient-data") return fit;
  const value = entry(fit.coefficients, 0);
  const standardError = Math.sqrt(at(fit.covariance, 0, 0));
  const interval = { low: value - critical * standardError, high: value + critical * standardError, level };
  const mean = finiteEstimate({ value, interval, n, method: "tobit-mean", standardError, provenance: PROVENANCE });
  if (mean.kind === "insufficient-data") return insufficient(mean.reason, n);
  const { sigma, logSigma, logLikelihood, counts } = fit;
  const logSigmaStandardError = Math.sqrt(at(fit.covariance, 1, 1));
  return { kind: "censored-mean", mean, sigma, logSigma, logSigmaStandardError, logLikelihood, counts };
}
