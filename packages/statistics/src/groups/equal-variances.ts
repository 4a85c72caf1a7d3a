import { chiSquaredUpper } from "../distribution/chi-squared";
import { areFinite, type InsufficientData, insufficient } from "../estimate";
import { groupMoments, type OneWayAnova, oneWayAnova } from "./one-way-anova";

/**
 * Levene's test that variances are equal: an analysis of variance of distances from the centre of the own group. With
 * the median (Brown & Forsythe) it keeps its level under skewness. R: car::leveneTest(center = median), (center = mean).
 * Source: Brown & Forsythe, JASA 69 (1974) 364-367.
 */
export function leveneTest(
  groups: readonly (readonly number[])[],
  centre: "median" | "mean" = "median",
): OneWayAnova | InsufficientData {
  if (!areFinite(...groups)) return insufficient("not-finite", groups.flat().length);
  const middle = centre === "median" ? median : mean;
  const distances = groups.map((values) => {
    const own = middle(values);
    return values.map((value) => Math.abs(value - own));
  });
  return areFinite(...distances) ? oneWayAnova(distances) : insufficient("out-of-range", groups.flat().length);
}

/** Bartlett's test that variances are equal. */
export interface BartlettTest {
  readonly kind: "test";
  readonly n: number;
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

/**
 * Bartlett's test that variances are equal, for normal values only. R: bartlett.test.
 * Source: Bartlett, Proc. R. Soc. A 160 (1937) 268-282.
 * @param groups at least two groups with two people in each, not all alike in any
 */
export function bartlettTest(groups: readonly (readonly number[])[]): BartlettTest | InsufficientData {
  const moments = groupMoments(groups, 2);
  if ("kind" in moments) return moments;
  const n = moments.reduce((sum, group) => sum + group.n, 0);
  if (moments.some((group) => group.sd === 0)) return insufficient("no-spread", n);
  const within = n - moments.length;
  const pooled = moments.reduce((sum, group) => sum + ((group.n - 1) / within) * group.sd ** 2, 0);
  let [excess, reciprocals] = [0, 0];
  for (const group of moments) {
    excess += (group.n - 1) * Math.log(pooled / group.sd ** 2);
    reciprocals += 1 / (group.n - 1);
  }
  const degreesOfFreedom = moments.length - 1;
  const statistic = excess / (1 + (reciprocals - 1 / within) / (3 * degreesOfFreedom));
  if (!Number.isFinite(statistic)) return insufficient("out-of-range", n);
  // Rounding may leave a trace below 0 where variances are equal.
  const pValue = chiSquaredUpper(Math.max(0, statistic), degreesOfFreedom);
  return { kind: "test", n, statistic: Math.max(0, statistic), degreesOfFreedom, pValue };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const upper = sorted.length >> 1;
  const high = sorted[upper] ?? 0;
  return sorted.length % 2 === 1 ? high : (sorted[upper - 1] ?? 0) / 2 + high / 2;
}
