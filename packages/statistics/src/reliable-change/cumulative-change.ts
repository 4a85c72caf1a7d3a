import { areFinite, type InsufficientData, insufficient, tooFew } from "../estimate";

/** A step of the curve: this share of people changed by at most this much. */
export interface CumulativePoint {
  readonly change: number;
  /** Above 0 to 1. */
  readonly share: number;
}

/**
 * The whole distribution of change, so that no single threshold decides: for every change that occurred, the share of
 * people who changed by at most that. Rises to 1. R: ecdf(change).
 * @param changes post - pre, from `roundedDifferences`
 */
export function cumulativeChange(
  changes: readonly number[],
): { readonly kind: "curve"; readonly n: number; readonly points: readonly CumulativePoint[] } | InsufficientData {
  const n = changes.length;
  if (!areFinite(changes)) return insufficient("not-finite", n);
  if (n === 0) return tooFew(1, 0);
  const sorted = [...changes].sort((a, b) => a - b);
  const points: CumulativePoint[] = [];
  sorted.forEach((change, index) => {
    if (sorted[index + 1] !== change) points.push({ change, share: (index + 1) / n });
  });
  return { kind: "curve", n, points };
}
