import { dunnettQuantile, dunnettUpper } from "../distribution/dunnett";
import { tTwoSidedP } from "../distribution/student-t";
import { type InsufficientData, insufficient, tooFew } from "../estimate";
import { groupMoments } from "./one-way-anova";
import type { SimultaneousComparison } from "./pairwise-means";

/**
 * Dunnett's comparisons of every other group with the first, which is the control: difference group - control with the
 * pooled standard deviation, and intervals and two-sided p values that hold for all of them at once.
 * R: multcomp::glht(aov(y ~ group), mcp(group = "Dunnett")), without its Monte Carlo error.
 * Source: Dunnett, JASA 50 (1955) 1096-1121.
 * @param groups the control's values first
 * @param level of the intervals together, 0 to 1
 * @throws RangeError when a value is not finite
 */
export function dunnett(
  groups: readonly (readonly number[])[],
  level = 0.95,
): readonly SimultaneousComparison[] | InsufficientData {
  const moments = groupMoments(groups, 1);
  if ("kind" in moments) return moments;
  const [control, ...others] = moments;
  if (control === undefined) return tooFew(2, 0);
  const n = moments.reduce((sum, group) => sum + group.n, 0);
  const degreesOfFreedom = n - moments.length;
  if (degreesOfFreedom < 1) return tooFew(moments.length + 1, n);
  const variance = moments.reduce((sum, group) => sum + ((group.n - 1) / degreesOfFreedom) * group.sd ** 2, 0);
  if (variance === 0) return insufficient("no-spread", n);
  const differences = others.map((group) => group.mean - control.mean);
  if (![variance, ...differences].every(Number.isFinite)) return insufficient("out-of-range", n);
  // Comparisons with one control correlate by the product of these.
  const loadings = others.map((group) => Math.sqrt(group.n / (group.n + control.n)));
  const critical = dunnettQuantile(level, loadings, degreesOfFreedom);
  const comparisons = others.map((group, index) => {
    const difference = group.mean - control.mean;
    const standardError = Math.sqrt(variance * (1 / group.n + 1 / control.n));
    const statistic = difference / standardError;
    return {
      first: 0,
      second: index + 1,
      difference,
      standardError,
      degreesOfFreedom,
      pValue: tTwoSidedP(statistic, degreesOfFreedom),
      interval: { low: difference - critical * standardError, high: difference + critical * standardError, level },
      adjustedPValue: dunnettUpper(Math.abs(statistic), loadings, degreesOfFreedom),
    };
  });
  const limits = comparisons.flatMap(({ interval }) => [interval.low, interval.high]);
  return limits.every(Number.isFinite) ? comparisons : insufficient("out-of-range", n);
}
