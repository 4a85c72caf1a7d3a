import { quantile } from "../descriptive/quantile";

/** Whom the weighted groups stand for. */
export type WeightingTarget =
  /** Everyone: 1/e for the treated, 1/(1 - e) for the others. */
  | "everyone"
  /** The treated: 1, and e/(1 - e). */
  | "treated"
  /** Those who could have been in either group: 1 - e, and e. */
  | "overlap";

export interface WeightingOptions {
  /** Weights times the share of the own group, so that they average about 1; only for "everyone". */
  readonly stabilised?: boolean;
  /** Weights beyond the quantiles p and 1 - p are set to these, e.g. 0.01. */
  readonly truncatedAt?: number;
}

/**
 * Weights that balance what the propensity score was made of between two groups.
 * Source: Li, Morgan and Zaslavsky (2018), JASA 113, 390-400 (overlap); Cole and Hernan (2008), Am J Epidemiol 168,
 * 656-664 (stabilised, truncated).
 * @param scores propensity scores e, between 0 and 1 exclusive
 * @returns one weight per person, all above 0
 * @throws RangeError for unequal lengths, a score outside 0 to 1, or a truncation outside 0 to 0.5
 */
export function balancingWeights(
  scores: ArrayLike<number>,
  treated: readonly boolean[],
  target: WeightingTarget,
  { stabilised = false, truncatedAt = 0 }: WeightingOptions = {},
): Float64Array {
  if (scores.length !== treated.length) throw new RangeError(`${scores.length} scores for ${treated.length} people`);
  if (!(truncatedAt >= 0 && truncatedAt < 0.5)) throw new RangeError(`Truncation at ${truncatedAt}`);
  const share = treated.filter(Boolean).length / treated.length;
  const weights = Float64Array.from(treated, (isTreated, person) => {
    const score = scores[person] ?? Number.NaN;
    if (!(score > 0 && score < 1)) throw new RangeError(`A propensity score of ${score}`);
    const weight = rawWeight(score, isTreated, target);
    return stabilised && target === "everyone" ? weight * (isTreated ? share : 1 - share) : weight;
  });
  return truncatedAt === 0 ? weights : truncate(weights, truncatedAt);
}

function rawWeight(score: number, treated: boolean, target: WeightingTarget): number {
  if (target === "everyone") return treated ? 1 / score : 1 / (1 - score);
  if (target === "treated") return treated ? 1 : score / (1 - score);
  return treated ? 1 - score : score;
}

/** R: pmin(pmax(w, quantile(w, p)), quantile(w, 1 - p)). */
function truncate(weights: Float64Array, p: number): Float64Array {
  const [low, high] = [quantile([...weights], p), quantile([...weights], 1 - p)];
  return weights.map((weight) => Math.min(high, Math.max(low, weight)));
}
