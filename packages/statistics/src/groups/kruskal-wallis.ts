import { midRanks } from "../descriptive/ranks";
import { chiSquaredUpper } from "../distribution/chi-squared";
import { areFinite, type InsufficientData, insufficient, tooFew } from "../estimate";

/** Test that no group tends to larger values, by mean ranks. */
export interface KruskalWallis {
  readonly kind: "test";
  readonly n: number;
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  /** By the chi-squared distribution. */
  readonly pValue: number;
  /** H / (n - 1), 0 to 1. */
  readonly epsilonSquared: number;
}

/** Ranks of all values together, by group. */
export interface RankedSamples {
  readonly n: number;
  readonly sizes: readonly number[];
  readonly meanRanks: readonly number[];
  /** Variance of the ranks with divisor n - 1, ties allowed for. */
  readonly rankVariance: number;
}

/**
 * Kruskal-Wallis test with the correction for ties. R: kruskal.test.
 * Source: Kruskal & Wallis, JASA 47 (1952) 583-621.
 * @param groups the values of each group; at least two groups with someone in each
 */
export function kruskalWallis(groups: readonly (readonly number[])[]): KruskalWallis | InsufficientData {
  const ranked = rankedSamples(groups);
  if ("kind" in ranked) return ranked;
  const { n, sizes, meanRanks, rankVariance } = ranked;
  const between = sizes.reduce((sum, size, index) => sum + size * ((meanRanks[index] ?? 0) - (n + 1) / 2) ** 2, 0);
  const statistic = between / rankVariance;
  const degreesOfFreedom = groups.length - 1;
  const pValue = chiSquaredUpper(statistic, degreesOfFreedom);
  return { kind: "test", n, statistic, degreesOfFreedom, pValue, epsilonSquared: statistic / (n - 1) };
}

/** Mean ranks of at least two groups with someone in each; insufficient data where all values are equal. Same errors. */
export function rankedSamples(groups: readonly (readonly number[])[]): RankedSamples | InsufficientData {
  if (groups.length < 2) return tooFew(2, groups.length);
  const sizes = groups.map((group) => group.length);
  if (sizes.includes(0)) return tooFew(1, 0);
  const all = groups.flat();
  const n = all.length;
  if (!areFinite(all)) return insufficient("not-finite", n);
  const { ranks, tieSizes } = midRanks(all);
  if (tieSizes.length === 1) return insufficient("no-spread", n);
  let from = 0;
  const meanRanks = sizes.map((size) => {
    const own = ranks.slice(from, from + size);
    from += size;
    return own.reduce((sum, rank) => sum + rank, 0) / size;
  });
  const ties = tieSizes.reduce((sum, size) => sum + size * (size - 1) * (size + 1), 0);
  return { n, sizes, meanRanks, rankVariance: (n * (n + 1)) / 12 - ties / (12 * (n - 1)) };
}
