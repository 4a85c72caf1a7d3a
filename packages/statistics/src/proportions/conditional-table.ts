import { logGamma } from "../distribution/log-gamma";
import type { TwoGroups } from "./two-by-two";

/** Successes in the first group that the margins of a table allow, with the logarithm of the number of ways to each. */
export interface ConditionalSupport {
  readonly first: number;
  readonly logWays: readonly number[];
}

/** The tables with the margins of this one. */
export function conditionalSupport({ successes1, n1, successes2, n2 }: TwoGroups): ConditionalSupport {
  const successes = successes1 + successes2;
  const first = Math.max(0, successes - n2);
  const logChoose = (n: number, k: number) => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  const logWays: number[] = [];
  for (let k = first; k <= Math.min(n1, successes); k++) {
    logWays.push(logChoose(n1, k) + logChoose(n2, successes - k));
  }
  return { first, logWays };
}

/**
 * Probabilities of these tables, in the order of the support, under an odds ratio given by its logarithm: Fisher's
 * noncentral hypergeometric distribution (Fisher 1935; Cornfield 1956).
 */
export function conditionalMasses({ logWays }: ConditionalSupport, logOddsRatio: number): number[] {
  const logs = logWays.map((ways, index) => ways + index * logOddsRatio);
  const largest = logs.reduce((a, b) => Math.max(a, b));
  const weights = logs.map((log) => Math.exp(log - largest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Successes to be expected in the first group under an odds ratio given by its logarithm. */
export function conditionalMean(support: ConditionalSupport, logOddsRatio: number): number {
  return conditionalMasses(support, logOddsRatio).reduce((sum, mass, index) => sum + mass * (support.first + index), 0);
}

/** Probability of so many successes in the first group or more, or fewer, under an odds ratio given by its logarithm. */
export function conditionalShare(
  support: ConditionalSupport,
  logOddsRatio: number,
  successes: number,
  side: "or-more" | "or-fewer",
): number {
  return conditionalMasses(support, logOddsRatio).reduce((sum, mass, index) => {
    const distance = support.first + index - successes;
    return (side === "or-more" ? distance >= 0 : distance <= 0) ? sum + mass : sum;
  }, 0);
}
