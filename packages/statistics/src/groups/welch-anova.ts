import { fUpper } from "../distribution/f";
import { type InsufficientData, insufficient } from "../estimate";
import { type FTest, groupMoments } from "./one-way-anova";

/** Welch's test that several means are equal. */
export interface WelchAnova extends FTest {
  readonly kind: "test";
  readonly n: number;
}

/**
 * Welch's analysis of variance, for groups with unequal variances. R: oneway.test(y ~ group).
 * Source: Welch, Biometrika 38 (1951) 330-336.
 * @param groups the values of each group; at least two groups with two people in each, not all alike in any
 * @throws RangeError when a value is not finite
 */
export function welchAnova(groups: readonly (readonly number[])[]): WelchAnova | InsufficientData {
  const moments = groupMoments(groups, 2);
  if ("kind" in moments) return moments;
  const n = moments.reduce((sum, group) => sum + group.n, 0);
  if (moments.some((group) => group.sd === 0)) return insufficient("no-spread", n);
  const weights = moments.map((group) => group.n / group.sd ** 2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const k = moments.length;
  let [centre, spread, correction] = [0, 0, 0];
  moments.forEach((group, index) => {
    const share = (weights[index] ?? 0) / total;
    centre += share * group.mean;
    correction += (1 - share) ** 2 / (group.n - 1);
  });
  moments.forEach((group, index) => {
    spread += (weights[index] ?? 0) * (group.mean - centre) ** 2;
  });
  correction /= k ** 2 - 1;
  const statistic = spread / (k - 1) / (1 + 2 * (k - 2) * correction);
  if (!Number.isFinite(statistic)) return insufficient("out-of-range", n);
  const within = 1 / (3 * correction);
  return {
    kind: "test",
    n,
    statistic,
    degreesOfFreedomBetween: k - 1,
    degreesOfFreedomWithin: within,
    pValue: fUpper(statistic, k - 1, within),
  };
}
