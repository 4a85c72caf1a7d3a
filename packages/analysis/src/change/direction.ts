import type { Improvement } from "@alongside/domain/instruments/scale";
import type { Estimate } from "@alongside/statistics/estimate";

/** Which way a group changed, in words of the measure: a fall in a depression score is "better". */
export const DIRECTIONS = [
  "better",
  "worse",
  /** The interval reaches both ways. Not the same as "no change". */
  "unclear",
  /** The measure has no better end. */
  "no-direction",
  /** There is no estimate to read. */
  "not-available",
] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Reads a mean change (after - before) by its interval and the measure's better end. An end exactly at 0 is unclear. */
export function directionOf(change: Estimate, improvement: Improvement): Direction {
  if (change.kind !== "estimate") return "not-available";
  if (improvement === "none") return "no-direction";
  const { low, high } = change.interval;
  if (low <= 0 && high >= 0) return "unclear";
  return low > 0 === (improvement === "increase") ? "better" : "worse";
}
