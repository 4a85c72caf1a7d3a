import { midRanks } from "../descriptive/ranks";
import { normalCdf, normalUpper } from "../distribution/normal";
import { areFinite, type InsufficientData, insufficient, tooFew } from "../estimate";
import { sampleSumTails } from "./sample-sum-tails";

/** Up to this many people in each group the null distribution is enumerated. */
const EXACT_UP_TO = 50;

/** Wilcoxon rank sum (Mann-Whitney) test that neither group tends to larger values. */
export interface RankSumTest {
  readonly kind: "test";
  /** "exact" enumerates who belongs to which group given the ranks, ties included. */
  readonly method: "rank-sum-exact" | "rank-sum-normal" | "rank-sum-normal-corrected";
  readonly n: number;
  readonly tied: boolean;
  /** Mann-Whitney U of the first group: pairs in which it has the larger value, ties counted half. R's W. */
  readonly statistic: number;
  /** Standardised statistic; absent from the exact test. */
  readonly z?: number;
  /** Two-sided. */
  readonly pValue: number;
  /** One-sided, for a first group that tends to smaller values. */
  readonly pLess: number;
  /** One-sided, for a first group that tends to larger values. */
  readonly pGreater: number;
  /** P(first > second) + P(first = second) / 2. */
  readonly probabilityOfSuperiority: number;
  /** P(first > second) - P(first < second), -1 to 1. */
  readonly cliffsDelta: number;
}

/**
 * Mann-Whitney test; exact up to 50 in each group, by the normal distribution without continuity correction beyond.
 * Source: Mann & Whitney, Ann. Math. Stat. 18 (1947) 50-60. R: exactRankTests::wilcox.exact(first, second).
 * @throws RangeError when a value is not finite
 */
export function rankSumTest(first: readonly number[], second: readonly number[]): RankSumTest | InsufficientData {
  const small = Math.max(first.length, second.length) <= EXACT_UP_TO;
  return small ? exactRankSumTest(first, second) : normalRankSumTest(first, second, false);
}

/** The test by enumeration: its time grows with the fourth power of the number of people. Same errors. */
export function exactRankSumTest(first: readonly number[], second: readonly number[]): RankSumTest | InsufficientData {
  const ranked = rankedGroups(first, second);
  if ("kind" in ranked) return ranked;
  // Mid-ranks are halves, so twice the ranks are whole.
  const doubled = ranked.ranks.map((rank) => 2 * rank);
  const { atMost, atLeast, asFar } = sampleSumTails(doubled, first.length, 2 * ranked.rankSum);
  return { ...common(ranked), method: "rank-sum-exact", pValue: asFar, pLess: atMost, pGreater: atLeast };
}

/**
 * The test by the normal distribution with the variance corrected for ties. R: wilcox.test(first, second, exact = FALSE,
 * correct = corrected). Same errors.
 * @param corrected moves the statistic by a half towards its mean (continuity correction)
 */
export function normalRankSumTest(
  first: readonly number[],
  second: readonly number[],
  corrected: boolean,
): RankSumTest | InsufficientData {
  const ranked = rankedGroups(first, second);
  if ("kind" in ranked) return ranked;
  const { statistic, pairs, n, tieSizes } = ranked;
  const centred = statistic - pairs / 2;
  const deviation = rankSumDeviation(pairs, n, tieSizes);
  const half = corrected ? 0.5 : 0;
  const z = (centred - Math.sign(centred) * half) / deviation;
  return {
    ...common(ranked),
    method: corrected ? "rank-sum-normal-corrected" : "rank-sum-normal",
    z,
    pValue: Math.min(1, 2 * normalUpper(Math.abs(z))),
    pLess: normalCdf((centred + half) / deviation),
    pGreater: normalUpper((centred - half) / deviation),
  };
}

/**
 * Standard deviation of the Mann-Whitney U given the ties.
 * @param pairs number in one group times number in the other
 * @param n number in both
 */
export function rankSumDeviation(pairs: number, n: number, tieSizes: readonly number[]): number {
  const ties = tieSizes.reduce((sum, size) => sum + size * (size - 1) * (size + 1), 0);
  return Math.sqrt((pairs / 12) * (n + 1 - ties / (n * (n - 1))));
}

interface RankedGroups {
  readonly n: number;
  readonly pairs: number;
  readonly ranks: readonly number[];
  readonly tieSizes: readonly number[];
  readonly rankSum: number;
  readonly statistic: number;
}

function rankedGroups(first: readonly number[], second: readonly number[]): RankedGroups | InsufficientData {
  const all = [...first, ...second];
  if (!areFinite(all)) return insufficient("not-finite", all.length);
  if (first.length === 0 || second.length === 0) return tooFew(1, 0);
  const { ranks, tieSizes } = midRanks(all);
  if (tieSizes.length === 1) return insufficient("no-spread", all.length);
  const rankSum = ranks.slice(0, first.length).reduce((sum, rank) => sum + rank, 0);
  const statistic = rankSum - (first.length * (first.length + 1)) / 2;
  return { n: all.length, pairs: first.length * second.length, ranks, tieSizes, rankSum, statistic };
}

function common({ n, pairs, tieSizes, statistic }: RankedGroups) {
  return {
    kind: "test",
    n,
    tied: tieSizes.length < n,
    statistic,
    probabilityOfSuperiority: statistic / pairs,
    cliffsDelta: (2 * statistic) / pairs - 1,
  } as const;
}
