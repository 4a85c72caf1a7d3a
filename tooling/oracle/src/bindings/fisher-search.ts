import {
  type ConditionalSupport,
  conditionalMean,
  conditionalShare,
  conditionalSupport,
} from "@alongside/statistics/proportions/conditional-table";
import type { TwoGroups } from "@alongside/statistics/proportions/two-by-two";
import { bracketedRoot } from "./bracketed-root";

/** Where uniroot() stops unless told otherwise, which fisher.test does not. */
const UNIROOT_TOLERANCE = Number.EPSILON ** 0.25;

/** Furthest from the root, as a share of it, that a search was seen to stop. */
const STOPS_WITHIN = 5e-3;

export type Alternative = "two.sided" | "less" | "greater";

export interface FisherSearch {
  /** Infinity where every success the margins allow is in the first group. */
  readonly oddsRatio: number;
  readonly interval: readonly [number, number];
  readonly pLess: number;
  readonly pGreater: number;
}

/**
 * What fisher.test reports: its search for odds ratios stops at a width of 1.2e-4, which leaves the third to fifth digit
 * wrong. The probabilities are ours and the search is R's, step for step, so that the probabilities can be compared to
 * all digits; `conditionalMaximumOddsRatio` searches to the end.
 */
export function fisherSearch(groups: TwoGroups, level: number, alternative: Alternative): FisherSearch {
  const support = conditionalSupport(groups);
  const seen = groups.successes1;
  const last = support.first + support.logWays.length - 1;
  const fewer = (ratio: number): number => shareAt(support, ratio, seen, "or-fewer");
  const more = (ratio: number): number => shareAt(support, ratio, seen, "or-more");
  const tail = alternative === "two.sided" ? (1 - level) / 2 : 1 - level;
  const mean = (ratio: number): number => (ratio > 0 ? conditionalMean(support, Math.log(ratio)) : support.first);
  const low = seen === support.first ? 0 : search((ratio) => more(ratio) - tail);
  const high = seen === last ? Number.POSITIVE_INFINITY : search((ratio) => fewer(ratio) - tail);
  return {
    oddsRatio:
      seen === support.first ? 0 : seen === last ? Number.POSITIVE_INFINITY : search((ratio) => mean(ratio) - seen),
    interval: [alternative === "less" ? 0 : low, alternative === "greater" ? Number.POSITIVE_INFINITY : high],
    pLess: fewer(1),
    pGreater: more(1),
  };
}

/**
 * R's figure when it lies where ours is, else ours: a search that stops early may not hide that ours went elsewhere.
 */
export function asSearched(ours: number | null, searched: number): number | null {
  if (ours === null) return Number.isFinite(searched) ? searched : null;
  return Math.abs(searched - ours) <= STOPS_WITHIN * Math.abs(ours) ? searched : ours;
}

/** An odds ratio of 0 leaves only the fewest successes possible. */
function shareAt(support: ConditionalSupport, ratio: number, seen: number, side: "or-more" | "or-fewer"): number {
  if (ratio > 0) return conditionalShare(support, Math.log(ratio), seen, side);
  return Number(side === "or-more" ? seen <= support.first : seen >= support.first);
}

/** Below 1 the ratio itself is searched, above 1 its inverse. */
function search(f: (ratio: number) => number): number {
  const atOne = f(1);
  if (atOne === 0) return 1;
  const below = f(Number.EPSILON);
  if (below > 0 !== atOne > 0) return bracketedRoot(f, 0, 1, UNIROOT_TOLERANCE);
  return 1 / bracketedRoot((inverse) => f(1 / inverse), Number.EPSILON, 1, UNIROOT_TOLERANCE);
}
