import type { Improvement } from "@alongside/domain/instruments/scale";
import type { Estimate } from "@alongside/statistics/estimate";

/** What an interval says about the smallest change people notice. */
export type ImportantDifferenceVerdict =
  /** The whole interval is at least as large, for the better or the worse. */
  | "important-better"
  | "important-worse"
  /** The whole interval is smaller than it, both ways. */
  | "smaller-than-important"
  /** It is compatible both with an important change and with a smaller one. */
  | "undecided"
  /** Nobody knows the smallest change people notice, or there is no better end, or no estimate. */
  | "unknown";

/**
 * Places the interval of a change against the important difference.
 * @param difference in points, above 0; null when nobody knows it
 */
export function importantDifferenceVerdict(
  change: Estimate,
  difference: number | null,
  improvement: Improvement,
): ImportantDifferenceVerdict {
  if (change.kind !== "estimate" || difference === null || improvement === "none") return "unknown";
  const { low, high } = change.interval;
  if (low > -difference && high < difference) return "smaller-than-important";
  const [worst, best] = improvement === "increase" ? [low, high] : [-high, -low];
  if (worst >= difference) return "important-better";
  if (best <= -difference) return "important-worse";
  return "undecided";
}
