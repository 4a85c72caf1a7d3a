import { normalUpper } from "../distribution/normal";
import type { InsufficientData } from "../estimate";
import { type Adjustment, adjustPValues } from "../multiplicity/adjust-p-values";
import { rankedSamples } from "./kruskal-wallis";

/** Comparison of two of several groups by mean ranks. */
export interface DunnComparison {
  /** Places of the groups in the list given, from 0. */
  readonly first: number;
  readonly second: number;
  /** Mean rank of the second less that of the first, standardised. */
  readonly statistic: number;
  /** Two-sided. */
  readonly pValue: number;
  readonly adjustedPValue: number;
}

/**
 * Dunn's comparisons of all pairs of groups after a Kruskal-Wallis test, with the ranks and the variance of all groups.
 * R: rstatix::dunn_test. Source: Dunn, Technometrics 6 (1964) 241-252.
 * @param groups the values of each group; at least two groups with someone in each
 * @throws RangeError when a value is not finite
 */
export function dunn(
  groups: readonly (readonly number[])[],
  adjustment: Adjustment = "holm",
): readonly DunnComparison[] | InsufficientData {
  const ranked = rankedSamples(groups);
  if ("kind" in ranked) return ranked;
  const { sizes, meanRanks, rankVariance } = ranked;
  const raw = groups.flatMap((_, first) =>
    groups.slice(first + 1).map((__, offset) => {
      const second = first + 1 + offset;
      const error = Math.sqrt(rankVariance * (1 / (sizes[first] ?? 1) + 1 / (sizes[second] ?? 1)));
      const statistic = ((meanRanks[second] ?? 0) - (meanRanks[first] ?? 0)) / error;
      return { first, second, statistic, pValue: Math.min(1, 2 * normalUpper(Math.abs(statistic))) };
    }),
  );
  const adjusted = adjustPValues(
    raw.map((one) => one.pValue),
    adjustment,
  );
  return raw.map((one, index) => ({ ...one, adjustedPValue: adjusted[index] ?? one.pValue }));
}
