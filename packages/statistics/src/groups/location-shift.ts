import { midRanks } from "../descriptive/ranks";
import { normalCritical, normalUpper } from "../distribution/normal";
import { rankSumCdf, rankSumQuantile } from "../distribution/rank-sum";
import {
  areFinite,
  type EstimateValue,
  finiteEstimate,
  type InsufficientData,
  insufficient,
  tooFew,
} from "../estimate";
import { kthPairSum, medianPairSum } from "../pair-sums/kth-pair-sum";
import { rankSumDeviation } from "./rank-sum-test";

const PROVENANCE = { statistic: "groups/location-shift", version: 1 } as const;
/** Up to this many people in each group without ties the interval is exact. */
const EXACT_UP_TO = 50;

export interface LocationShiftOptions {
  /** Of the interval, 0 to 1. */
  readonly level?: number;
  /** "automatic" is exact for up to 50 in each group without ties. */
  readonly interval?: "automatic" | "normal";
}

/**
 * Hodges-Lehmann shift: the median of all differences first_i - second_j, with the interval that belongs to the
 * Mann-Whitney test. The differences are never formed. Exact interval: R wilcox.test(conf.int = TRUE). Normal interval,
 * with continuity correction and a variance corrected for ties within the groups: R wilcox.test(exact = FALSE,
 * conf.int = TRUE, tol.root = 1e-12). Where the data are too few for the level, the interval reaches from the smallest
 * to the largest difference and states its own level. The standard error is the half-width of the interval over its
 * normal quantile.
 * Source: Hodges & Lehmann, Ann. Math. Stat. 34 (1963) 598-611; Bauer, JASA 67 (1972) 687-690.
 * @throws RangeError when the level is not between 0 and 1
 */
export function locationShift(
  first: readonly number[],
  second: readonly number[],
  { level = 0.95, interval = "automatic" }: LocationShiftOptions = {},
): EstimateValue | InsufficientData {
  if (!(level > 0 && level < 1)) throw new RangeError(`Not a level: ${level}`);
  const [m, n] = [first.length, second.length];
  if (!areFinite(first, second)) return insufficient("not-finite", m + n);
  if (Math.min(m, n) < 1 || m + n < 3) return tooFew(1, Math.min(m, n));
  const a = Float64Array.from(first).sort();
  const b = Float64Array.from(second, (value) => -value).sort();
  if (a[0] === a[m - 1] && b[0] === b[n - 1]) return insufficient("no-spread", m + n);
  const untied = new Set([...first, ...second]).size === m + n;
  const exact = interval === "automatic" && Math.max(m, n) <= EXACT_UP_TO && untied;
  const tieSizes = [...midRanks(first).tieSizes, ...midRanks(second).tieSizes];
  const rank = exact ? exactRank(m, n, level) : normalRank(m, n, tieSizes, level);
  const low = kthPairSum(a, b, rank.fromBelow, "all").value;
  const high = kthPairSum(a, b, m * n + 1 - rank.fromBelow, "all").value;
  return finiteEstimate({
    value: medianPairSum(a, b, "all"),
    interval: { low, high, level: rank.level },
    n: m + n,
    method: exact ? "hodges-lehmann-exact" : "hodges-lehmann-normal",
    standardError: (high - low) / (2 * normalCritical(rank.level)),
    provenance: PROVENANCE,
  });
}

interface IntervalRank {
  /** Which difference from below is the lower limit; the upper limit is the same from above. */
  readonly fromBelow: number;
  readonly level: number;
}

function exactRank(m: number, n: number, level: number): IntervalRank {
  const quantile = rankSumQuantile((1 - level) / 2, m, n);
  if (quantile > 0) return { fromBelow: quantile, level };
  return { fromBelow: 1, level: Math.min(level, 1 - 2 * rankSumCdf(0, m, n)) };
}

function normalRank(m: number, n: number, tieSizes: readonly number[], level: number): IntervalRank {
  const pairs = m * n;
  const deviation = rankSumDeviation(pairs, m + n, tieSizes);
  // The limit is passed where the number of differences above it falls to this.
  const above = pairs / 2 + 0.5 + normalCritical(level) * deviation;
  if (above < pairs) return { fromBelow: pairs - Math.floor(above), level };
  const attained = 1 - 2 * normalUpper(Math.max(0, pairs / 2 - 0.5) / deviation);
  return { fromBelow: 1, level: Math.min(level, attained) };
}
