import type { Estimate } from "@alongside/statistics/estimate";
import { type EValue, eValueOfStandardisedDifference } from "@alongside/statistics/weighting/e-value";

/**
 * How strongly something unmeasured would have to go with both the cohort and the outcome to explain a difference away, as
 * a risk ratio (E-value), for the difference and for the limit of its interval nearest to 0. The difference is put into
 * standard deviations of the scores after.
 * @param sd within the cohorts, of the scores after
 * @returns null without a difference or without spread
 */
export function unmeasuredConfounding(difference: Estimate, sd: number): EValue | null {
  if (difference.kind !== "estimate" || !(sd > 0)) return null;
  const { value, interval } = difference;
  const found = eValueOfStandardisedDifference(value / sd, { low: interval.low / sd, high: interval.high / sd });
  return "kind" in found ? null : found;
}
