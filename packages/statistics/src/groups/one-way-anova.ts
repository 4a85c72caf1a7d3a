import { fUpper } from "../distribution/f";
import { areFinite, type InsufficientData, insufficient, tooFew } from "../estimate";
import { type SampleMoments, sampleMoments } from "./sample-moments";

/** Test that several means are equal, by an F ratio. */
export interface FTest {
  readonly statistic: number;
  readonly degreesOfFreedomBetween: number;
  readonly degreesOfFreedomWithin: number;
  readonly pValue: number;
}

/** Analysis of variance of groups with a common variance. */
export interface OneWayAnova extends FTest {
  readonly kind: "test";
  readonly n: number;
  readonly sumOfSquaresBetween: number;
  readonly sumOfSquaresWithin: number;
  /** Share of the sum of squares that lies between groups. */
  readonly etaSquared: number;
  /** Share of variance between groups, less biased: (SSb - dfb MSw) / (SSt + MSw). May be below 0. */
  readonly omegaSquared: number;
  /** (SSb - dfb MSw) / SSt. May be below 0. */
  readonly epsilonSquared: number;
}

/**
 * One-way analysis of variance. R: anova(lm(y ~ group)), oneway.test(var.equal = TRUE).
 * @param groups the values of each group; at least two groups with someone in each
 */
export function oneWayAnova(groups: readonly (readonly number[])[]): OneWayAnova | InsufficientData {
  const moments = groupMoments(groups, 1);
  if ("kind" in moments) return moments;
  const n = moments.reduce((sum, group) => sum + group.n, 0);
  const between = moments.length - 1;
  const within = n - moments.length;
  if (within < 1) return tooFew(moments.length + 1, n);
  const grand = moments.reduce((sum, group) => sum + (group.n / n) * group.mean, 0);
  const sumOfSquaresBetween = moments.reduce((sum, group) => sum + group.n * (group.mean - grand) ** 2, 0);
  const sumOfSquaresWithin = moments.reduce((sum, group) => sum + (group.n - 1) * group.sd ** 2, 0);
  const meanSquare = sumOfSquaresWithin / within;
  if (meanSquare === 0) return insufficient("no-spread", n);
  const total = sumOfSquaresBetween + sumOfSquaresWithin;
  const statistic = sumOfSquaresBetween / between / meanSquare;
  if (!Number.isFinite(total) || !Number.isFinite(statistic)) return insufficient("out-of-range", n);
  const excess = sumOfSquaresBetween - between * meanSquare;
  return {
    kind: "test",
    n,
    statistic,
    degreesOfFreedomBetween: between,
    degreesOfFreedomWithin: within,
    pValue: fUpper(statistic, between, within),
    sumOfSquaresBetween,
    sumOfSquaresWithin,
    etaSquared: sumOfSquaresBetween / total,
    omegaSquared: excess / (total + meanSquare),
    epsilonSquared: excess / total,
  };
}

/** Moments of at least two groups, or why there are none: fewer groups, or fewer than `needed` people in one. */
export function groupMoments(
  groups: readonly (readonly number[])[],
  needed: number,
): readonly SampleMoments[] | InsufficientData {
  if (groups.length < 2) return tooFew(2, groups.length);
  if (!areFinite(...groups)) return insufficient("not-finite", groups.flat().length);
  const moments = groups.map(sampleMoments);
  const smallest = Math.min(...moments.map((group) => group.n));
  return smallest < needed ? tooFew(needed, smallest) : moments;
}
