import type { Estimate } from "./outcome-view";

/**
 * Whether all rows that have an estimate say the same about the way scores went, below zero or above it. "unsettled" when
 * the interval of every row holds zero, which says nothing about the way; "single" with one such row or none.
 */
export function agreement(
  rows: readonly { readonly estimate: Estimate }[],
): "agree" | "differ" | "unsettled" | "single" {
  const sides = rows.flatMap(({ estimate }) =>
    estimate.kind === "estimate" ? [estimate.interval.low > 0 ? 1 : estimate.interval.high < 0 ? -1 : 0] : [],
  );
  if (sides.length < 2) return "single";
  if (sides.every((side) => side === 0)) return "unsettled";
  return new Set(sides).size === 1 ? "agree" : "differ";
}

/** Whether the interval says which way scores went: only then may the claim's own words be used. */
export function excludesZero(estimate: Estimate): boolean {
  return estimate.kind === "estimate" && (estimate.interval.low > 0 || estimate.interval.high < 0);
}
