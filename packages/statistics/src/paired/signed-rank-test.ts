import { normalCdf, normalUpper } from "../distribution/normal";
import { areFinite, type InsufficientData, insufficient, tooFew } from "../estimate";
import { type SignedRanks, signedRanks, type ZeroRule } from "./signed-ranks";
import { subsetSumTails } from "./subset-sum-tails";

/** Up to this many non-zero differences the null distribution is enumerated. */
const EXACT_UP_TO = 60;

/** Wilcoxon signed rank test that differences are as likely to be of either sign. */
export interface SignedRankTest {
  readonly kind: "test";
  /** "exact" enumerates the signs given the ranks, ties included. */
  readonly method: "signed-rank-exact" | "signed-rank-normal" | "signed-rank-normal-corrected";
  readonly zeroRule: ZeroRule;
  /** Pairs, and those of them whose difference is not zero. */
  readonly n: number;
  readonly used: number;
  readonly tied: boolean;
  /** Sum of the ranks of positive differences. */
  readonly statistic: number;
  readonly negativeRanks: number;
  /** Standardised statistic; absent from the exact test. */
  readonly z?: number;
  /** Two-sided. */
  readonly pValue: number;
  /** One-sided, for differences that tend to lie below 0. */
  readonly pLess: number;
  /** One-sided, for differences that tend to lie above 0. */
  readonly pGreater: number;
  /** (positive - negative) / (positive + negative) rank sums, -1 to 1. Kerby, Compr. Psychol. 3 (2014) 11.IT.3.1. */
  readonly rankBiserial: number;
}

/**
 * Wilcoxon signed rank test of differences; exact up to 60 non-zero ones, by the normal distribution without continuity
 * correction beyond. Zeros by Pratt's rule unless told otherwise.
 * R: coin::wilcoxsign_test(zero.method = "Pratt"), exact with distribution = "exact"; zeros dropped:
 * exactRankTests::wilcox.exact.
 * @throws RangeError when a difference is not finite
 */
export function signedRankTest(
  differences: readonly number[],
  zeroRule: ZeroRule = "pratt",
): SignedRankTest | InsufficientData {
  if (!areFinite(differences)) return insufficient("not-finite", differences.length);
  const ranked = signedRanks(differences, zeroRule);
  return ranked.ranks.length <= EXACT_UP_TO ? exactSignedRankTest(ranked) : normalSignedRankTest(ranked, false);
}

/** The test by enumeration of all signs. Memory and time grow with the square and the cube of the number of ranks. */
export function exactSignedRankTest(ranked: SignedRanks): SignedRankTest | InsufficientData {
  const missing = nothingToRank(ranked);
  if (missing !== undefined) return missing;
  // Mid-ranks are halves, so twice the ranks are whole.
  const doubled = ranked.ranks.map((rank) => 2 * rank);
  const { atMost, atLeast } = subsetSumTails(doubled, 2 * ranked.positive);
  const pValue = Math.min(1, 2 * Math.min(atMost, atLeast));
  return { ...common(ranked), method: "signed-rank-exact", pValue, pLess: atMost, pGreater: atLeast };
}

/**
 * The test by the normal distribution. The variance is a quarter of the sum of squared ranks, which is the tie-corrected
 * formula. R: wilcox.test(exact = FALSE, correct = corrected) where zeros are dropped.
 * @param corrected moves the statistic by a half towards its mean (continuity correction)
 */
export function normalSignedRankTest(ranked: SignedRanks, corrected: boolean): SignedRankTest | InsufficientData {
  const missing = nothingToRank(ranked);
  if (missing !== undefined) return missing;
  const centred = (ranked.positive - ranked.negative) / 2;
  const deviation = Math.sqrt(ranked.ranks.reduce((sum, rank) => sum + rank ** 2, 0)) / 2;
  const half = corrected ? 0.5 : 0;
  const z = (centred - Math.sign(centred) * half) / deviation;
  return {
    ...common(ranked),
    method: corrected ? "signed-rank-normal-corrected" : "signed-rank-normal",
    z,
    pValue: Math.min(1, 2 * normalUpper(Math.abs(z))),
    pLess: normalCdf((centred + half) / deviation),
    pGreater: normalUpper((centred - half) / deviation),
  };
}

function nothingToRank({ n, ranks }: SignedRanks): InsufficientData | undefined {
  if (n === 0) return tooFew(1, 0);
  return ranks.length === 0 ? insufficient("no-events", n) : undefined;
}

function common({ zeroRule, n, ranks, tied, positive, negative }: SignedRanks) {
  return {
    kind: "test",
    zeroRule,
    n,
    used: ranks.length,
    tied,
    statistic: positive,
    negativeRanks: negative,
    rankBiserial: (positive - negative) / (positive + negative),
  } as const;
}
