import type { EstimateValue } from "@alongside/statistics/estimate";
import type { Quantity } from "@alongside/statistics/paired/change-from-moments";
import { tTestDetectableDifference, tTestSampleSize } from "@alongside/statistics/power/t-test-power";

/** What an interval that holds 0 says about the smallest difference people notice. */
export type PowerVerdict =
  /** It holds a difference of that size as well. */
  | "inconclusive"
  /** It holds none of that size, either way. */
  | "important-unlikely"
  /** Nobody knows the smallest difference people notice. */
  | "unknown";

/** Whether there were enough people to see a difference that matters. */
export interface PowerCheck {
  readonly about: "change" | "difference";
  readonly estimate: EstimateValue;
  /** In points; null when nobody knows it. */
  readonly importantDifference: number | null;
  readonly verdict: PowerVerdict;
  /**
   * For planning: the smallest true difference that as many people, with as much spread, would show in 80 of 100 studies.
   * It says nothing about this result; power is never worked out from the difference that was found.
   */
  readonly detectable: Quantity;
  /** For planning: people (in each cohort) who would show the important difference in 80 of 100 studies. */
  readonly needed: Quantity | null;
}

/** What the planning figures start from. */
export interface PlanningGrounds {
  /** Of the changes, or within each cohort of what the comparison leaves unexplained; sites allowed for. */
  readonly standardDeviation: number;
  readonly n: number;
  /** People of the other cohort; null for a change within one. */
  readonly secondN: number | null;
}

const POWER = 0.8;
const SIGNIFICANCE = 0.05;

/**
 * Reads an interval that holds 0 against the important difference, and plans by the spread that was seen.
 * @returns null when the interval does not hold 0, or there was no spread to plan by
 */
export function powerCheck(
  about: PowerCheck["about"],
  estimate: EstimateValue,
  importantDifference: number | null,
  { standardDeviation, n, secondN }: PlanningGrounds,
): PowerCheck | null {
  const { low, high } = estimate.interval;
  if (low > 0 || high < 0 || !(standardDeviation > 0) || n < 2 || (secondN !== null && secondN < 2)) return null;
  const groups = secondN === null ? 1 : 2;
  const design = { groups, standardDeviation, significance: SIGNIFICANCE, alternative: "two-sided" } as const;
  const sizes = secondN === null ? { n } : { n, secondN };
  return {
    about,
    estimate,
    importantDifference,
    verdict: verdictOf(low, high, importantDifference),
    detectable: tTestDetectableDifference(design, sizes, POWER),
    needed:
      importantDifference === null ? null : tTestSampleSize({ ...design, difference: importantDifference }, POWER),
  };
}

function verdictOf(low: number, high: number, importantDifference: number | null): PowerVerdict {
  if (importantDifference === null) return "unknown";
  return low > -importantDifference && high < importantDifference ? "important-unlikely" : "inconclusive";
}
