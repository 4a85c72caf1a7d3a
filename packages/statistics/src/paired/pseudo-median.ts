import { normalCritical, normalUpper } from "../distribution/normal";
import { signedRankCdf, signedRankQuantile } from "../distribution/signed-rank";
import {
  areFinite,
  type EstimateValue,
  finiteEstimate,
  type InsufficientData,
  insufficient,
  tooFew,
} from "../estimate";
import { kthPairSum, medianPairSum } from "../pair-sums/kth-pair-sum";

const PROVENANCE = { statistic: "paired/pseudo-median", version: 1 } as const;
/** Up to this many differences without ties and zeros the interval is exact. */
const EXACT_UP_TO = 60;

export interface PseudoMedianOptions {
  /** Of the interval, 0 to 1. */
  readonly level?: number;
  /** "automatic" is exact for up to 60 differences without zeros and without ties in size. */
  readonly interval?: "automatic" | "normal";
}

/**
 * Hodges-Lehmann estimate of the centre of differences: the median of the Walsh averages (d_i + d_j) / 2, i <= j, with
 * the interval that belongs to the signed rank test. The averages are never formed, so ten thousand differences, with
 * fifty million averages, take milliseconds. Zeros stay in; leave them out beforehand for R's figures.
 *
 * Exact interval: R wilcox.test(conf.int = TRUE). Normal interval, with continuity correction and with a variance
 * corrected for equal differences: R wilcox.test(exact = FALSE, conf.int = TRUE, tol.root = 1e-12). Where the data are
 * too few for the level, the interval reaches from the smallest to the largest difference and states its own level.
 * The standard error is the half-width of the interval over its normal quantile.
 * Source: Hodges & Lehmann, Ann. Math. Stat. 34 (1963) 598-611; Bauer, JASA 67 (1972) 687-690.
 * @throws RangeError when the level is not between 0 and 1
 */
export function pseudoMedian(
  differences: readonly number[],
  { level = 0.95, interval = "automatic" }: PseudoMedianOptions = {},
): EstimateValue | InsufficientData {
  if (!(level > 0 && level < 1)) throw new RangeError(`Not a level: ${level}`);
  const n = differences.length;
  if (!areFinite(differences)) return insufficient("not-finite", n);
  if (n < 2) return tooFew(2, n);
  // Halves, so that sums of two are Walsh averages.
  const halves = Float64Array.from(differences, (difference) => difference / 2).sort();
  if (halves[0] === halves[n - 1]) return insufficient("no-spread", n);
  const sizes = new Set(differences.map(Math.abs));
  const exact = interval === "automatic" && n <= EXACT_UP_TO && sizes.size === n && !sizes.has(0);
  const rank = exact ? exactRank(n, level) : normalRank(halves, level);
  const averages = (n * (n + 1)) / 2;
  const low = kthPairSum(halves, halves, rank.fromBelow, "with-later").value;
  const high = kthPairSum(halves, halves, averages + 1 - rank.fromBelow, "with-later").value;
  return finiteEstimate({
    value: medianPairSum(halves, halves, "with-later"),
    interval: { low, high, level: rank.level },
    n,
    method: exact ? "hodges-lehmann-exact" : "hodges-lehmann-normal",
    standardError: (high - low) / (2 * normalCritical(rank.level)),
    provenance: PROVENANCE,
  });
}

interface IntervalRank {
  /** Which Walsh average from below is the lower limit; the upper limit is the same from above. */
  readonly fromBelow: number;
  readonly level: number;
}

function exactRank(n: number, level: number): IntervalRank {
  const quantile = signedRankQuantile((1 - level) / 2, n);
  if (quantile > 0) return { fromBelow: quantile, level };
  return { fromBelow: 1, level: Math.min(level, 1 - 2 * signedRankCdf(0, n)) };
}

function normalRank(sorted: Float64Array, level: number): IntervalRank {
  const n = sorted.length;
  const averages = (n * (n + 1)) / 2;
  const deviation = Math.sqrt((averages * (2 * n + 1)) / 12 - tieTerm(sorted) / 48);
  // The limit is passed where the number of averages above it falls to this.
  const above = averages / 2 + 0.5 + normalCritical(level) * deviation;
  if (above < averages) return { fromBelow: averages - Math.floor(above), level };
  return { fromBelow: 1, level: Math.min(level, 1 - 2 * normalUpper((averages / 2 - 0.5) / deviation)) };
}

/** Sum of t^3 - t over runs of t equal values. */
function tieTerm(sorted: Float64Array): number {
  let [total, run] = [0, 0];
  sorted.forEach((value, index) => {
    run = index > 0 && value === sorted[index - 1] ? run + 1 : 1;
    // Adds (run^3 - run) - ((run - 1)^3 - (run - 1)).
    total += 3 * run * (run - 1);
  });
  return total;
}
