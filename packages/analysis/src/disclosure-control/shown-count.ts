import type { Suppressed } from "@alongside/statistics/estimate";

/** A number of people as it may be shown. */
export type ShownCount =
  | { readonly kind: "exact"; readonly n: number }
  /** At least one and fewer than `below`. */
  | { readonly kind: "hidden"; readonly below: number }
  /** Between `low` and `high`, both included: the exact number would give away a small group by subtraction. */
  | { readonly kind: "range"; readonly low: number; readonly high: number };

/** Why a statistic is hidden; the `rule` of a suppressed estimate. Explained in docs/methods/disclosure-control.md. */
export const SUPPRESSION_RULES = [
  /** It rests on fewer people than the threshold. */
  "small-count",
] as const;
export type SuppressionRule = (typeof SUPPRESSION_RULES)[number];

/** What stands in place of a statistic that rests on too few people. */
export const SUPPRESSED: Suppressed = { kind: "suppressed", rule: "small-count" satisfies SuppressionRule };

/**
 * The threshold as it is applied. Up to 1 nothing is hidden. 2 is raised to 3, because "fewer than 2, but someone" is
 * exactly one person.
 * @throws RangeError when it is not a whole number of at least 0
 */
export function effectiveThreshold(threshold: number): number {
  if (!Number.isSafeInteger(threshold) || threshold < 0) throw new RangeError(`Not a threshold: ${threshold}`);
  if (threshold <= 1) return 1;
  return Math.max(3, threshold);
}

/** A count standing alone: hidden from 1 to threshold - 1. Zero is shown, since it is about nobody. */
export function suppressCount(n: number, threshold: number): ShownCount {
  const k = effectiveThreshold(threshold);
  return n > 0 && n < k ? { kind: "hidden", below: k } : { kind: "exact", n };
}

/** Smallest and largest number that fit what is shown. */
export function boundsOf(count: ShownCount): { readonly low: number; readonly high: number } {
  switch (count.kind) {
    case "exact":
      return { low: count.n, high: count.n };
    case "hidden":
      return { low: 1, high: count.below - 1 };
    case "range":
      return { low: count.low, high: count.high };
  }
}

/**
 * What may be shown of outer - inner, for an inner group that is part of the outer one: only what follows from the two
 * as they are shown.
 */
export function shownDifference(outer: ShownCount, inner: ShownCount, threshold: number): ShownCount {
  const k = effectiveThreshold(threshold);
  const [a, b] = [boundsOf(outer), boundsOf(inner)];
  const low = Math.max(0, a.low - b.high);
  const high = Math.max(low, a.high - b.low);
  if (low === high) return suppressCount(low, k);
  return low >= 1 && high < k ? { kind: "hidden", below: k } : { kind: "range", low, high };
}
