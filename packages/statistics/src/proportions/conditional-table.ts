import { logGamma } from "../distribution/log-gamma";
import { entry } from "../linear-algebra/vector";
import type { TwoGroups } from "./two-by-two";

/** What is smaller than exp of minus this, beside 1, is zero in doubles. */
const BEYOND_DOUBLES = 745;

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

/** Calls back with each table's probability, leaving out those that are zero in doubles: they lie at the two ends. */
function visitMasses(
  { first, logWays }: ConditionalSupport,
  logOddsRatio: number,
  visit: (successes: number, mass: number) => void,
): void {
  const log = (index: number) => entry(logWays, index) + index * logOddsRatio;
  // The logarithms rise to one peak and fall.
  let [low, high] = [0, logWays.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (log(middle + 1) > log(middle)) low = middle + 1;
    else high = middle;
  }
  const peak = log(low);
  let [from, to] = [low, low];
  while (from > 0 && log(from - 1) - peak > -BEYOND_DOUBLES) from -= 1;
  while (to < logWays.length - 1 && log(to + 1) - peak > -BEYOND_DOUBLES) to += 1;
  let total = 0;
  for (let index = from; index <= to; index += 1) total += Math.exp(log(index) - peak);
  for (let index = from; index <= to; index += 1) visit(first + index, Math.exp(log(index) - peak) / total);
}

/** Successes to be expected in the first group under an odds ratio given by its logarithm. */
export function conditionalMean(support: ConditionalSupport, logOddsRatio: number): number {
  let sum = 0;
  visitMasses(support, logOddsRatio, (successes, mass) => {
    sum += mass * successes;
  });
  return sum;
}

/** Probability of so many successes in the first group or more, or fewer, under an odds ratio given by its logarithm. */
export function conditionalShare(
  support: ConditionalSupport,
  logOddsRatio: number,
  successes: number,
  side: "or-more" | "or-fewer",
): number {
  let sum = 0;
  visitMasses(support, logOddsRatio, (count, mass) => {
    if (side === "or-more" ? count >= successes : count <= successes) sum += mass;
  });
  return sum;
}
