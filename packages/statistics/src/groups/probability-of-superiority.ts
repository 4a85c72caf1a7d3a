import { midRanks } from "../descriptive/ranks";
import { tCritical, tTwoSidedP } from "../distribution/student-t";
import {
  areFinite,
  type EstimateValue,
  finiteEstimate,
  type InsufficientData,
  insufficient,
  tooFew,
} from "../estimate";

const PROVENANCE = { statistic: "groups/probability-of-superiority", version: 1 } as const;

/**
 * Probability that a person of the first group has a larger value than one of the second, ties counted half, with the
 * standard error, degrees of freedom and test of 1/2 by Brunner & Munzel, which allow for different spreads. The interval
 * is cut to 0 and 1. Where the groups do not overlap at all the standard error would be 0, so there is no estimate.
 * Source: Brunner & Munzel, Biom. J. 42 (2000) 17-25.
 * @param level of the interval, 0 to 1
 */
export function probabilityOfSuperiority(
  first: readonly number[],
  second: readonly number[],
  level = 0.95,
): EstimateValue | InsufficientData {
  const [m, n] = [first.length, second.length];
  const all = [...first, ...second];
  if (!areFinite(all)) return insufficient("not-finite", m + n);
  if (m < 2 || n < 2) return tooFew(2, Math.min(m, n));
  const { ranks } = midRanks(all);
  // How many of the other group each person exceeds, ties counted half.
  const placementsFirst = placements(ranks.slice(0, m), midRanks(first).ranks);
  const placementsSecond = placements(ranks.slice(m), midRanks(second).ranks);
  const value = mean(placementsFirst) / n;
  const [errorFirst, errorSecond] = [variance(placementsFirst) / m / n ** 2, variance(placementsSecond) / n / m ** 2];
  const squared = errorFirst + errorSecond;
  if (squared === 0) return insufficient("no-spread", m + n);
  const standardError = Math.sqrt(squared);
  const degreesOfFreedom = squared ** 2 / (errorFirst ** 2 / (m - 1) + errorSecond ** 2 / (n - 1));
  const half = tCritical(level, degreesOfFreedom) * standardError;
  const statistic = (value - 0.5) / standardError;
  return finiteEstimate({
    value,
    interval: { low: Math.max(0, value - half), high: Math.min(1, value + half), level },
    n: m + n,
    method: "brunner-munzel",
    standardError,
    degreesOfFreedom,
    test: { distribution: "student-t", statistic, pValue: tTwoSidedP(statistic, degreesOfFreedom), null: 0.5 },
    provenance: PROVENANCE,
  });
}

function placements(overall: readonly number[], within: readonly number[]): number[] {
  return overall.map((rank, index) => rank - (within[index] ?? 0));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values: readonly number[]): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}
