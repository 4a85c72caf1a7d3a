import { normalUpper } from "../distribution/normal";
import { areFinite, type InsufficientData, insufficient, tooFew } from "../estimate";
import { RELIABLE_CHANGE_FACTOR, type ReliableChangeScale, reliableChangeIndex } from "./reliable-change-index";

/**
 * What became of one person: "recovered" improved reliably and crossed the cut-off into function. "reliably-improved"
 * improved reliably without that.
 */
export type ReliableChangeCategory = "recovered" | "reliably-improved" | "unchanged" | "reliably-deteriorated";

export interface ReliableChangeRule {
  readonly scale: ReliableChangeScale;
  readonly lowerIsBetter: boolean;
  /** Value on the better side of which a person functions as most people do; without it nobody counts as recovered. */
  readonly cutOff?: number;
}

/** Numbers of people by category. Everyone is in exactly one. */
export interface ReliableChangeCounts {
  readonly kind: "counts";
  readonly n: number;
  readonly recovered: number;
  readonly reliablyImproved: number;
  readonly unchanged: number;
  readonly reliablyDeteriorated: number;
  /** People that noise alone would put among the improved, and as many among the deteriorated. */
  readonly expectedByChance: number;
}

/**
 * Category of one person. Change is reliable when its index is strictly beyond 1.96, and recovery needs a value before
 * that is not yet on the better side of the cut-off and one after that is.
 * Source: Jacobson & Truax, J. Consult. Clin. Psychol. 59 (1991) 12-19.
 */
export function reliableChangeCategory(pre: number, post: number, rule: ReliableChangeRule): ReliableChangeCategory {
  const direction = rule.lowerIsBetter ? -1 : 1;
  const gain = direction * reliableChangeIndex(pre, post, rule.scale);
  if (gain < -RELIABLE_CHANGE_FACTOR) return "reliably-deteriorated";
  if (!(gain > RELIABLE_CHANGE_FACTOR)) return "unchanged";
  if (rule.cutOff === undefined) return "reliably-improved";
  const [before, after] = [direction * (pre - rule.cutOff), direction * (post - rule.cutOff)];
  return before <= 0 && after > 0 ? "recovered" : "reliably-improved";
}

/**
 * Counts of categories over people with both values.
 * @throws RangeError when the lengths differ
 */
export function reliableChangeCounts(
  pre: readonly number[],
  post: readonly number[],
  rule: ReliableChangeRule,
): ReliableChangeCounts | InsufficientData {
  const n = pre.length;
  if (post.length !== n) throw new RangeError(`${n} values before but ${post.length} after`);
  if (!areFinite(pre, post)) return insufficient("not-finite", n);
  if (n === 0) return tooFew(1, 0);
  const counts: Record<ReliableChangeCategory, number> = {
    recovered: 0,
    "reliably-improved": 0,
    unchanged: 0,
    "reliably-deteriorated": 0,
  };
  pre.forEach((before, index) => {
    counts[reliableChangeCategory(before, post[index] ?? before, rule)] += 1;
  });
  return {
    kind: "counts",
    n,
    recovered: counts.recovered,
    reliablyImproved: counts["reliably-improved"],
    unchanged: counts.unchanged,
    reliablyDeteriorated: counts["reliably-deteriorated"],
    expectedByChance: n * normalUpper(RELIABLE_CHANGE_FACTOR),
  };
}
