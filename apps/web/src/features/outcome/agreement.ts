import type { Estimate } from "./outcome-view";

/**
 * Which way an estimate goes: below zero (-1), above it (1), or not settled (0), also where there is no estimate. The
 * interval has to leave out zero and the test that comes with the estimate has to agree: for small tables of yes and no the
 * two are made in different ways and can contradict each other.
 */
export function sideOf(estimate: Estimate): -1 | 0 | 1 {
  if (estimate.kind !== "estimate") return 0;
  const { interval, test } = estimate;
  if (test !== undefined && test.null === 0 && test.pValue > 1 - interval.level) return 0;
  return interval.low > 0 ? 1 : interval.high < 0 ? -1 : 0;
}

/**
 * Whether all rows that have an estimate say the same about the way scores went, below zero or above it. "unsettled" when
 * no row settles the way; "single" with one such row or none.
 */
export function agreement(
  rows: readonly { readonly estimate: Estimate }[],
): "agree" | "differ" | "unsettled" | "single" {
  const sides = rows.flatMap(({ estimate }) => (estimate.kind === "estimate" ? [sideOf(estimate)] : []));
  if (sides.length < 2) return "single";
  if (sides.every((side) => side === 0)) return "unsettled";
  return new Set(sides).size === 1 ? "agree" : "differ";
}

/** Whether the estimate says which way scores went: only then may the claim's own words be used. */
export function excludesZero(estimate: Estimate): boolean {
  return sideOf(estimate) !== 0;
}
