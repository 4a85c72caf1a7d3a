import { findRoot } from "../optimisation/find-root";
import { brentRoot } from "./brent-root";

/** How the variance between studies is estimated. */
export type HeterogeneityMethod = "dersimonian-laird" | "restricted-maximum-likelihood" | "paule-mandel";

export interface WeightedMean {
  readonly mean: number;
  /** Sum of the weights. */
  readonly weight: number;
  /** Sum of squared weights. */
  readonly squaredWeight: number;
  /** Weighted sum of squared distances from the mean. */
  readonly q: number;
}

/** Mean of effects with weights 1 / (variance + between). */
export function weightedMean(effects: readonly number[], variances: readonly number[], between: number): WeightedMean {
  const weights = variances.map((variance) => 1 / (variance + between));
  const weight = weights.reduce((sum, one) => sum + one, 0);
  const mean = effects.reduce((sum, effect, index) => sum + effect * (weights[index] ?? 0), 0) / weight;
  const q = effects.reduce((sum, effect, index) => sum + (weights[index] ?? 0) * (effect - mean) ** 2, 0);
  return { mean, weight, squaredWeight: weights.reduce((sum, one) => sum + one ** 2, 0), q };
}

/** Where metafor's search for Paule and Mandel's estimate ends. */
const LARGEST = 100;

/**
 * Variance between studies, never below 0; null when the search does not end.
 *
 * DerSimonian-Laird by moments (Control Clin Trials 1986; 7: 177-188); Paule-Mandel where the generalised Q equals its
 * degrees of freedom (J Res Nat Bur Stand 1982; 87: 377-385); restricted maximum likelihood (Viechtbauer 2005, J Educ
 * Behav Stat 30: 261-293). R: metafor::rma(method = "DL", "PM", "REML")$tau2; metafor stops its search for PM early, at
 * a tolerance of 1.2e-4, and that of REML at 1e-5 unless told otherwise.
 * @param tolerance at which the search for PM and REML stops; 0 for as close as doubles allow
 */
export function betweenVariance(
  effects: readonly number[],
  variances: readonly number[],
  method: HeterogeneityMethod,
  tolerance = 0,
): number | null {
  const df = effects.length - 1;
  if (df < 1) return 0;
  if (method === "dersimonian-laird") {
    const { q, weight, squaredWeight } = weightedMean(effects, variances, 0);
    return Math.max(0, (q - df) / (weight - squaredWeight / weight));
  }
  if (method === "paule-mandel") {
    const excess = (between: number) => weightedMean(effects, variances, between).q - df;
    if (excess(0) <= 0) return 0;
    return brentRoot(excess, 0, upperEnd(excess, LARGEST), tolerance);
  }
  if (tolerance > 0) return scoredMaximum(effects, variances, tolerance);
  const score = (between: number) => restrictedScore(effects, variances, between);
  return restrictedMaximum(effects, variances, score);
}

/** The first of an end, ten times it and so on where a falling function is negative. */
function upperEnd(f: (x: number) => number, first: number): number {
  let end = first;
  while (f(end) > 0 && end < 1e300) end *= 10;
  return end;
}

/** Derivative of the restricted log-likelihood, up to a factor: sum w^2 (y - m)^2 - sum w + sum w^2 / sum w. */
function restrictedScore(effects: readonly number[], variances: readonly number[], between: number): number {
  const { mean, weight, squaredWeight } = weightedMean(effects, variances, between);
  const spread = effects.reduce((sum, effect, index) => {
    const one = 1 / ((variances[index] ?? 0) + between);
    return sum + (one * (effect - mean)) ** 2;
  }, 0);
  return spread - weight + squaredWeight / weight;
}

const MOST_STEPS = 100;

/**
 * The restricted maximum by Fisher scoring (Viechtbauer 2005) from the estimate of Hedges (1983), as far as the last step
 * is at most `tolerance`; null when it does not get there.
 */
function scoredMaximum(effects: readonly number[], variances: readonly number[], tolerance: number): number | null {
  const k = effects.length;
  const centre = effects.reduce((sum, effect) => sum + effect, 0) / k;
  const spread = effects.reduce((sum, effect) => sum + (effect - centre) ** 2, 0) / (k - 1);
  let between = Math.max(0, spread - variances.reduce((sum, variance) => sum + variance, 0) / k);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const weights = variances.map((variance) => 1 / (variance + between));
    const powers = [1, 2, 3].map((power) => weights.reduce((sum, weight) => sum + weight ** power, 0));
    const [first = 0, second = 0, third = 0] = powers;
    const information = second - (2 * third) / first + (second / first) ** 2;
    let move = restrictedScore(effects, variances, between) / information;
    while (between + move < 0) move /= 2;
    between += move;
    if (Math.abs(move) <= tolerance) return between;
  }
  return null;
}

function restrictedLogLikelihood(effects: readonly number[], variances: readonly number[], between: number): number {
  const { weight, q } = weightedMean(effects, variances, between);
  const logs = variances.reduce((sum, variance) => sum + Math.log(variance + between), 0);
  return -0.5 * (logs + Math.log(weight) + q);
}

const POINTS = 60;

/** The best of 0 and all places where the score crosses zero downwards, on a grid that rises by factors. */
function restrictedMaximum(
  effects: readonly number[],
  variances: readonly number[],
  score: (between: number) => number,
): number | null {
  const likelihood = (between: number) => restrictedLogLikelihood(effects, variances, between);
  const { mean } = weightedMean(effects, variances, 0);
  const spread = effects.reduce((sum, effect) => sum + (effect - mean) ** 2, 0);
  const smallest = variances.reduce((least, variance) => Math.min(least, variance), Number.POSITIVE_INFINITY);
  const [first, last] = [smallest * 1e-6, Math.max(smallest, spread) * 10];
  const factor = (last / first) ** (1 / POINTS);
  let best = 0;
  let left = 0;
  for (let step = 0; step <= POINTS; step += 1) {
    const right = first * factor ** step;
    if (score(left) > 0 && score(right) <= 0) {
      const root = findRoot(score, left, right);
      if (root === null) return null;
      if (likelihood(root) > likelihood(best)) best = root;
    }
    left = right;
  }
  return best;
}
