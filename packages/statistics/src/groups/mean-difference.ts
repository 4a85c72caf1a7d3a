import { tCritical, tTwoSidedP } from "../distribution/student-t";
import {
  areFinite,
  type EstimateValue,
  finiteEstimate,
  type InsufficientData,
  insufficient,
  tooFew,
} from "../estimate";
import { type SampleMoments, sampleMoments } from "./sample-moments";

const PROVENANCE = { statistic: "groups/mean-difference", version: 1 } as const;

/** "unequal" is Welch's test, the one to report; "equal" is Student's, with a pooled variance. */
export type VarianceAssumption = "unequal" | "equal";

/**
 * Difference of two independent means, first - second, with its t interval and test of 0.
 * R: t.test(first, second), and with var.equal = TRUE.
 * @param level of the interval, 0 to 1
 */
export function meanDifference(
  first: readonly number[],
  second: readonly number[],
  level = 0.95,
  variances: VarianceAssumption = "unequal",
): EstimateValue | InsufficientData {
  if (!areFinite(first, second)) return insufficient("not-finite", first.length + second.length);
  const [a, b] = [sampleMoments(first), sampleMoments(second)];
  const spread = differenceSpread(a, b, variances);
  if ("kind" in spread) return spread;
  const { standardError, degreesOfFreedom } = spread;
  const value = a.mean - b.mean;
  const half = tCritical(level, degreesOfFreedom) * standardError;
  const statistic = value / standardError;
  return finiteEstimate({
    value,
    interval: { low: value - half, high: value + half, level },
    n: a.n + b.n,
    method: variances === "unequal" ? "welch-t" : "student-t",
    standardError,
    degreesOfFreedom,
    test: { distribution: "student-t", statistic, pValue: tTwoSidedP(statistic, degreesOfFreedom), null: 0 },
    provenance: PROVENANCE,
  });
}

/** Standard error of a difference of means and its degrees of freedom (Welch-Satterthwaite where variances differ). */
export function differenceSpread(
  a: SampleMoments,
  b: SampleMoments,
  variances: VarianceAssumption,
): { readonly standardError: number; readonly degreesOfFreedom: number } | InsufficientData {
  if (a.n < 2 || b.n < 2) return tooFew(2, Math.min(a.n, b.n));
  if (a.sd === 0 && b.sd === 0) return insufficient("no-spread", a.n + b.n);
  if (variances === "equal") {
    return { standardError: pooledSd(a, b) * Math.sqrt(1 / a.n + 1 / b.n), degreesOfFreedom: a.n + b.n - 2 };
  }
  const [errorA, errorB] = [a.sd / Math.sqrt(a.n), b.sd / Math.sqrt(b.n)];
  const standardError = Math.hypot(errorA, errorB);
  // Shares of the variance, so that no fourth power leaves the range of doubles.
  const [shareA, shareB] = [(errorA / standardError) ** 2, (errorB / standardError) ** 2];
  return { standardError, degreesOfFreedom: 1 / (shareA ** 2 / (a.n - 1) + shareB ** 2 / (b.n - 1)) };
}

/** Standard deviation within two groups: squares of each weighted by its degrees of freedom. */
export function pooledSd(a: SampleMoments, b: SampleMoments): number {
  return Math.sqrt(((a.n - 1) * a.sd ** 2 + (b.n - 1) * b.sd ** 2) / (a.n + b.n - 2));
}
