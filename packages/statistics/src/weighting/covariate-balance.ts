import { areFinite, type InsufficientData, insufficient, tooFew, whereFinite } from "../estimate";

export interface CovariateBalance {
  readonly kind: "covariate-balance";
  readonly meanTreated: number;
  readonly meanControl: number;
  /** Difference of the means over a standard deviation that weighting does not change. */
  readonly standardisedDifference: number;
  /** Variance of the treated over that of the others, both weighted; null for a variable of 0 and 1. */
  readonly varianceRatio: number | null;
}

export interface BalanceOptions {
  /** One per person, 0 for people left out; equal when absent. */
  readonly weights?: ArrayLike<number> | undefined;
  /** Standard deviation of the difference's unit: root of the mean of both variances, or that of the treated. */
  readonly unit?: "both" | "treated";
}

/**
 * How alike two groups are in one variable, before or after weighting or matching.
 *
 * The unit is always the standard deviation before weighting, so that a shrinking figure means better balance and not a
 * wider spread; of a variable of 0 and 1 it is made of p(1 - p). Source: Austin (2009), Stat Med 28, 3083-3107; Stuart
 * (2010), Statistical Science 25, 1-21. R: MatchIt::summary() with unit "treated".
 * @returns insufficient data with fewer than two people in a group, no weight in one, or no spread
 * @throws RangeError for unequal lengths
 */
export function covariateBalance(
  values: readonly number[],
  treated: readonly boolean[],
  { weights, unit = "both" }: BalanceOptions = {},
): CovariateBalance | InsufficientData {
  const n = values.length;
  if (treated.length !== n || (weights !== undefined && weights.length !== n)) throw new RangeError("Unequal lengths");
  if (!areFinite(values, weights ?? [])) return insufficient("not-finite", n);
  const [first, second] = [groupOf(values, treated, true, weights), groupOf(values, treated, false, weights)];
  const fewer = Math.min(first.values.length, second.values.length);
  if (fewer < 2) return tooFew(2, fewer);
  const binary = values.every((value) => value === 0 || value === 1);
  const spread = ({ values: own }: Weighted) => {
    const even = { values: own, weights: new Float64Array(own.length).fill(1) };
    const mean = weightedMean(even);
    return binary ? mean * (1 - mean) : weightedVariance(even);
  };
  const variance = unit === "treated" ? spread(first) : (spread(first) + spread(second)) / 2;
  const [meanTreated, meanControl] = [weightedMean(first), weightedMean(second)];
  if (!(Number.isFinite(meanTreated) && Number.isFinite(meanControl))) return insufficient("no-events", n);
  if (!(variance > 0)) return insufficient("no-spread", n);
  const ratio = weightedVariance(first) / weightedVariance(second);
  const found: CovariateBalance = {
    kind: "covariate-balance",
    meanTreated,
    meanControl,
    standardisedDifference: (meanTreated - meanControl) / Math.sqrt(variance),
    varianceRatio: binary || !Number.isFinite(ratio) ? null : ratio,
  };
  return whereFinite(found, n);
}

/** The people of a group, as many values as weights. */
interface Weighted {
  readonly values: Float64Array;
  readonly weights: Float64Array;
}

function groupOf(
  values: readonly number[],
  treated: readonly boolean[],
  wanted: boolean,
  weights: ArrayLike<number> | undefined,
): Weighted {
  let n = 0;
  for (const isTreated of treated) if (isTreated === wanted) n += 1;
  const group = { values: new Float64Array(n), weights: new Float64Array(n) };
  let at = 0;
  for (let row = 0; row < values.length; row += 1) {
    if (treated[row] !== wanted) continue;
    group.values[at] = values[row] ?? 0;
    group.weights[at] = weights?.[row] ?? 1;
    at += 1;
  }
  return group;
}

function weightedMean({ values, weights }: Weighted): number {
  let total = 0;
  for (const weight of weights) total += weight;
  let mean = 0;
  for (let at = 0; at < values.length; at += 1) mean += ((weights[at] ?? 0) / total) * (values[at] ?? 0);
  return mean;
}

/** Sum of w (x - m)^2 over W - sum of w^2 / W, which is n - 1 for equal weights of 1. */
function weightedVariance(group: Weighted): number {
  const mean = weightedMean(group);
  let [total, squares, spread] = [0, 0, 0];
  for (let at = 0; at < group.values.length; at += 1) {
    const weight = group.weights[at] ?? 0;
    total += weight;
    squares += weight ** 2;
    spread += weight * ((group.values[at] ?? 0) - mean) ** 2;
  }
  return spread / (total - squares / total);
}
