import { tCritical, tTwoSidedP } from "../distribution/student-t";
import {
  areFinite,
  type EstimateValue,
  finiteEstimate,
  type InsufficientData,
  insufficient,
  tooFew,
  whereFinite,
} from "../estimate";

const PROVENANCE = { statistic: "imputation/rubin-pooling", version: 1 } as const;
/** Imputations that agree better than this leave the degrees of freedom as they are. The bound of R's mice. */
const LEAST_SHARE = 1e-4;

/** What one completed data set says about a figure. */
export interface CompletedEstimate {
  readonly value: number;
  /** Square of its standard error. */
  readonly variance: number;
}

/** Several completed data sets made into one estimate, with what the missing values cost. */
export interface PooledEstimate {
  readonly kind: "pooled";
  readonly estimate: EstimateValue;
  readonly imputations: number;
  /** Mean of the variances. */
  readonly within: number;
  /** Variance of the values. */
  readonly between: number;
  /** Within + (1 + 1/m) between. */
  readonly total: number;
  /** (1 + 1/m) between / within. */
  readonly relativeIncrease: number;
  /** (1 + 1/m) between / total. */
  readonly shareDueToMissing: number;
  /** The same with the finite number of imputations taken into account. */
  readonly fractionOfMissingInformation: number;
  /** Degrees of freedom of Rubin (1987), for large samples; null when the imputations agree, where there is no bound. */
  readonly largeSampleDegreesOfFreedom: number | null;
  /** Standard error of the pooled value over repetitions with other random numbers. */
  readonly monteCarloError: number;
}

/**
 * Pools the figures of completed data sets by Rubin's rules, with Barnard and Rubin's degrees of freedom where those of
 * the complete data are known. Source: Rubin, Multiple Imputation for Nonresponse in Surveys (1987), section 3.3;
 * Barnard and Rubin, Biometrika 86 (1999) 948-955. R: mice::pool.scalar(q, u, n, k), mitools::MIcombine.
 *
 * Insufficient data: "too-few" below two imputations, "no-spread" when every variance is zero.
 * @param completeDegreesOfFreedom those the analysis would have without missing values (n - k), or "large"
 * @param n people in the analysis
 * @throws RangeError for a negative variance or degrees of freedom not above 0
 */
export function poolEstimates(
  completed: readonly CompletedEstimate[],
  completeDegreesOfFreedom: number | "large",
  n: number,
  level = 0.95,
): PooledEstimate | InsufficientData {
  for (const { value, variance } of completed) {
    if (!areFinite([value, variance])) return insufficient("not-finite", n);
    if (variance < 0) throw new RangeError(`Not a variance: ${variance}`);
  }
  if (completeDegreesOfFreedom !== "large" && !(completeDegreesOfFreedom > 0)) {
    throw new RangeError(`Not degrees of freedom: ${completeDegreesOfFreedom}`);
  }
  const m = completed.length;
  if (m < 2) return tooFew(2, m);
  const value = completed.reduce((sum, one) => sum + one.value, 0) / m;
  const within = completed.reduce((sum, one) => sum + one.variance, 0) / m;
  const between = completed.reduce((sum, one) => sum + (one.value - value) ** 2, 0) / (m - 1);
  const added = (1 + 1 / m) * between;
  const total = within + added;
  if (!Number.isFinite(total)) return insufficient("out-of-range", n);
  if (within === 0) return insufficient("no-spread", n);
  const relativeIncrease = added / within;
  const shareDueToMissing = added / total;
  const degreesOfFreedom = barnardRubin(m, shareDueToMissing, completeDegreesOfFreedom);
  // None are left where as good as everything is missing.
  if (!(degreesOfFreedom > 0)) return insufficient("not-identifiable", n);
  const standardError = Math.sqrt(total);
  const statistic = value / standardError;
  const reach = tCritical(level, degreesOfFreedom) * standardError;
  const estimate = finiteEstimate({
    value,
    interval: { low: value - reach, high: value + reach, level },
    n,
    method: "multiple-imputation",
    standardError,
    degreesOfFreedom,
    test: { distribution: "student-t", statistic, pValue: tTwoSidedP(statistic, degreesOfFreedom), null: 0 },
    provenance: PROVENANCE,
  });
  if (estimate.kind !== "estimate") return estimate;
  const found: PooledEstimate = {
    kind: "pooled",
    estimate,
    imputations: m,
    within,
    between,
    total,
    relativeIncrease,
    shareDueToMissing,
    fractionOfMissingInformation: (relativeIncrease + 2 / (degreesOfFreedom + 3)) / (relativeIncrease + 1),
    largeSampleDegreesOfFreedom: between === 0 ? null : (m - 1) / shareDueToMissing ** 2,
    monteCarloError: Math.sqrt(between / m),
  };
  return whereFinite(found, n);
}

/** Finite, because a share below LEAST_SHARE counts as that. */
function barnardRubin(m: number, share: number, complete: number | "large"): number {
  const bounded = Math.max(LEAST_SHARE, share);
  const large = (m - 1) / bounded ** 2;
  if (complete === "large") return large;
  const observed = ((complete + 1) / (complete + 3)) * complete * (1 - bounded);
  return (large * observed) / (large + observed);
}
