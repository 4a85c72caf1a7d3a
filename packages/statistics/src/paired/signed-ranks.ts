import { midRanks } from "../descriptive/ranks";

/**
 * What becomes of differences of zero: "pratt" ranks them with the others and then leaves their ranks out, so that
 * people who stayed as they were still weigh; "drop" leaves them out before ranking, as R's wilcox.test does.
 */
export type ZeroRule = "pratt" | "drop";

/** Ranks of the sizes of differences, by their direction. */
export interface SignedRanks {
  readonly zeroRule: ZeroRule;
  /** All differences, with the zeros. */
  readonly n: number;
  readonly zeros: number;
  /** Whether two of the non-zero differences have the same size. */
  readonly tied: boolean;
  /** Ranks of the non-zero differences, mid-ranks where sizes are equal. */
  readonly ranks: readonly number[];
  /** Sum of the ranks of positive differences. R's V when zeros are dropped. */
  readonly positive: number;
  readonly negative: number;
}

/**
 * Signed ranks of differences. Differences of measured values should come from `roundedDifferences`.
 * Source: Wilcoxon, Biometrics Bull. 1 (1945) 80-83; Pratt, JASA 54 (1959) 655-667.
 * @throws RangeError when a difference is not finite
 */
export function signedRanks(differences: readonly number[], zeroRule: ZeroRule): SignedRanks {
  if (!differences.every(Number.isFinite)) throw new RangeError("A difference is not finite");
  const ranked = zeroRule === "pratt" ? differences : differences.filter((difference) => difference !== 0);
  const all = midRanks(ranked.map(Math.abs)).ranks;
  const ranks: number[] = [];
  let [positive, negative] = [0, 0];
  ranked.forEach((difference, index) => {
    if (difference === 0) return;
    const rank = all[index] ?? 0;
    ranks.push(rank);
    if (difference > 0) positive += rank;
    else negative += rank;
  });
  const zeros = differences.length - ranks.length;
  const tied = new Set(ranks).size < ranks.length;
  return { zeroRule, n: differences.length, zeros, tied, ranks, positive, negative };
}
