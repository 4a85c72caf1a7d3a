import { fQuantile, fUpper } from "../distribution/f";
import { areFinite, type InsufficientData, type Interval, insufficient, tooFew } from "../estimate";

/** How alike people of the same group are, from groups of any size. */
export interface ClusterCorrelation {
  readonly kind: "cluster-correlation";
  readonly n: number;
  readonly groups: number;
  readonly meanSquareBetween: number;
  readonly meanSquareWithin: number;
  /** (n - sum n_i^2 / n) / (groups - 1): the group size that makes the estimate unbiased. */
  readonly effectiveGroupSize: number;
  readonly meanGroupSize: number;
  /** (MSB - MSW) / (MSB + (n0 - 1) MSW) with n0 the effective group size; may be below 0. */
  readonly value: number;
  /** From the F distribution with n0; exact for groups of one size. */
  readonly interval: Interval;
  /** The same with the mean group size, as multilevel::ICC1. */
  readonly valueFromMeanSize: number;
  /** (MSB - MSW) / MSB, the reliability of group means, as multilevel::ICC2; null when the groups have the same mean. */
  readonly reliabilityOfMeans: number | null;
  readonly fStatistic: number;
  readonly pValue: number;
}

/**
 * One-way intraclass correlation of groups that may differ in size, by analysis of variance. Insufficient data with fewer
 * than two groups, without a group of two, and when nobody differs from the others of the same group.
 * Donner (1986), International Statistical Review 54, 67-82. R: ICC::ICCest; multilevel::ICC1(aov(y ~ group)).
 * @param groups the values of each group; empty groups are ignored
 * @throws RangeError when the level is outside 0 to 1
 */
export function clusterCorrelation(
  groups: readonly (readonly number[])[],
  level = 0.95,
): ClusterCorrelation | InsufficientData {
  if (!(level > 0 && level < 1)) throw new RangeError(`${level} is not a confidence level`);
  const filled = groups.filter((values) => values.length > 0);
  const count = filled.length;
  const n = filled.reduce((sum, values) => sum + values.length, 0);
  if (!areFinite(...filled)) return insufficient("not-finite", n);
  if (count < 2) return tooFew(2, count);
  if (n === count) return tooFew(count + 1, n);
  const origin = filled[0]?.[0] ?? 0;
  const sums = filled.map((values) => values.reduce((sum, value) => sum + (value - origin), 0));
  const grand = sums.reduce((sum, part) => sum + part, 0) / n;
  let [between, within, squares] = [0, 0, 0];
  filled.forEach((values, index) => {
    const mean = (sums[index] ?? 0) / values.length;
    between += values.length * (mean - grand) ** 2;
    within += values.reduce((sum, value) => sum + (value - origin - mean) ** 2, 0);
    squares += values.length ** 2;
  });
  if (!Number.isFinite(between + within)) return insufficient("out-of-range", n);
  if (within <= between * 1e-28) return insufficient("no-spread", n);
  // Differences this small are rounding error of the means.
  const [msb, msw] = [between <= within * 1e-28 ? 0 : between / (count - 1), within / (n - count)];
  const effectiveGroupSize = (n - squares / n) / (count - 1);
  const ratio = (f: number, size: number) => (f - 1) / (f + size - 1);
  const fStatistic = msb / msw;
  const upper = (1 + level) / 2;
  return {
    kind: "cluster-correlation",
    n,
    groups: count,
    meanSquareBetween: msb,
    meanSquareWithin: msw,
    effectiveGroupSize,
    meanGroupSize: n / count,
    value: ratio(fStatistic, effectiveGroupSize),
    interval: {
      low: ratio(fStatistic / fQuantile(upper, count - 1, n - count), effectiveGroupSize),
      high: ratio(fStatistic * fQuantile(upper, n - count, count - 1), effectiveGroupSize),
      level,
    },
    valueFromMeanSize: ratio(fStatistic, n / count),
    reliabilityOfMeans: fStatistic === 0 ? null : 1 - 1 / fStatistic,
    fStatistic,
    pValue: fUpper(fStatistic, count - 1, n - count),
  };
}
