import type { Estimate } from "./outcome-view";

/**
 * Whether all rows that have an estimate say the same about the way scores went: below zero, above it, or both. "single"
 * with one such row or none.
 */
export function agreement(rows: readonly { readonly estimate: Estimate }[]): "agree" | "differ" | "single" {
  const sides = rows.flatMap(({ estimate }) =>
    estimate.kind === "estimate" ? [estimate.interval.low > 0 ? 1 : estimate.interval.high < 0 ? -1 : 0] : [],
  );
  if (sides.length < 2) return "single";
  return new Set(sides).size === 1 ? "agree" : "differ";
}
