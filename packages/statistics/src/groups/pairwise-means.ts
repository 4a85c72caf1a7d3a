import { tTwoSidedP } from "../distribution/student-t";
import { studentisedRangeQuantile, studentisedRangeUpper } from "../distribution/studentised-range";
import { type InsufficientData, type Interval, insufficient, whereFinite } from "../estimate";
import { type Adjustment, adjustPValues } from "../multiplicity/adjust-p-values";
import { differenceSpread } from "./mean-difference";
import { groupMoments } from "./one-way-anova";
import type { SampleMoments } from "./sample-moments";

/** Difference of two of several means: second - first. */
export interface MeanComparison {
  /** Places of the groups in the list given, from 0. */
  readonly first: number;
  readonly second: number;
  readonly difference: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  /** Two-sided, of this pair alone. */
  readonly pValue: number;
}

/** One that holds for all pairs at once. */
export interface SimultaneousComparison extends MeanComparison {
  /** All intervals together cover all differences with the level. */
  readonly interval: Interval;
  readonly adjustedPValue: number;
}

/** One standard deviation for all groups, or that of the two groups compared with Welch's degrees of freedom. */
export type SpreadOfPairs = "pooled" | "separate";

/**
 * All pairs by the studentised range: Tukey's honest differences (Tukey-Kramer where sizes differ) with the pooled
 * spread, Games-Howell with separate ones. R: TukeyHSD(aov(y ~ group)); rstatix::games_howell_test.
 * Sources: Kramer, Biometrics 12 (1956) 307-310; Games & Howell, J. Educ. Stat. 1 (1976) 113-125.
 * @param groups the values of each group
 * @param level of the intervals together, 0 to 1
 */
export function studentisedRangeComparisons(
  groups: readonly (readonly number[])[],
  spread: SpreadOfPairs,
  level = 0.95,
): readonly SimultaneousComparison[] | InsufficientData {
  const pairs = meanComparisons(groups, spread);
  if ("kind" in pairs) return pairs;
  const critical = new Map<number, number>();
  for (const { degreesOfFreedom } of pairs) {
    if (critical.has(degreesOfFreedom)) continue;
    critical.set(degreesOfFreedom, studentisedRangeQuantile(level, groups.length, degreesOfFreedom) / Math.SQRT2);
  }
  const found = pairs.map((pair) => {
    const range = (Math.SQRT2 * Math.abs(pair.difference)) / pair.standardError;
    const half = (critical.get(pair.degreesOfFreedom) ?? 0) * pair.standardError;
    return {
      ...pair,
      interval: { low: pair.difference - half, high: pair.difference + half, level },
      adjustedPValue: studentisedRangeUpper(range, groups.length, pair.degreesOfFreedom),
    };
  });
  return whereFinite(found, groups.flat().length);
}

/**
 * T tests of all pairs with p values adjusted for their number. R: pairwise.t.test(pool.sd = TRUE or FALSE). With
 * separate spreads a pair without any spread has no test, so there is none at all.
 */
export function pairwiseTTests(
  groups: readonly (readonly number[])[],
  spread: SpreadOfPairs,
  adjustment: Adjustment = "holm",
): readonly (MeanComparison & { readonly adjustedPValue: number })[] | InsufficientData {
  const pairs = meanComparisons(groups, spread);
  if ("kind" in pairs) return pairs;
  const adjusted = adjustPValues(
    pairs.map((pair) => pair.pValue),
    adjustment,
  );
  return pairs.map((pair, index) => ({ ...pair, adjustedPValue: adjusted[index] ?? pair.pValue }));
}

/** Differences of all pairs of means, first by the earlier group, then by the later. */
function meanComparisons(
  groups: readonly (readonly number[])[],
  spread: SpreadOfPairs,
): readonly MeanComparison[] | InsufficientData {
  const moments = groupMoments(groups, spread === "separate" ? 2 : 1);
  if ("kind" in moments) return moments;
  const spreadOf = spread === "separate" ? differenceSpread : pooledSpread(moments);
  const pairs: MeanComparison[] = [];
  for (const [second, b] of moments.entries()) {
    for (const [first, a] of moments.slice(0, second).entries()) {
      const found = spreadOf(a, b, "unequal");
      if ("kind" in found) return found;
      const difference = b.mean - a.mean;
      const pValue = tTwoSidedP(difference / found.standardError, found.degreesOfFreedom);
      pairs.push({ first, second, difference, ...found, pValue });
    }
  }
  pairs.sort((a, b) => a.first - b.first || a.second - b.second);
  return whereFinite(pairs, groups.flat().length);
}

function pooledSpread(moments: readonly SampleMoments[]) {
  const n = moments.reduce((sum, group) => sum + group.n, 0);
  const degreesOfFreedom = n - moments.length;
  const variance = moments.reduce((sum, group) => sum + ((group.n - 1) / degreesOfFreedom) * group.sd ** 2, 0);
  return (a: SampleMoments, b: SampleMoments) =>
    degreesOfFreedom < 1 || variance === 0
      ? insufficient("no-spread", n)
      : { standardError: Math.sqrt(variance * (1 / a.n + 1 / b.n)), degreesOfFreedom };
}
