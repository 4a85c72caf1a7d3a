import { normalDensity, normalUpper } from "../distribution/normal";
import { areFinite, type InsufficientData, insufficient, tooFew } from "../estimate";
import { findRoot } from "../optimisation/find-root";

/** A normal distribution of which only values on one side of a cut-off were seen. */
export interface TruncatedNormal {
  readonly kind: "truncated-normal";
  readonly n: number;
  /** Of everybody, seen or not. */
  readonly mean: number;
  readonly standardDeviation: number;
}

/** Distances of the cut-off from the mean, in standard deviations, between which an answer is looked for. */
const NEAREST = -8;
const FARTHEST = 8;

/**
 * Mean and standard deviation of everybody, by maximum likelihood from those whose value was at least (or at most) the
 * cut-off. Mean and variance of a truncated normal are matched, which is the likelihood's solution.
 * Source: Cohen, Ann. Math. Stat. 21 (1950) 557-569. R: truncreg::truncreg(y ~ 1, point = cutOff).
 * @returns "too-few" under ten values, "no-spread" when they are alike, "not-identifiable" when they pile up at the cut-off
 * more than any normal distribution would
 * @throws RangeError when a value lies on the other side
 */
export function truncatedNormal(
  values: readonly number[],
  cutOff: number,
  seen: "at-least" | "at-most",
): TruncatedNormal | InsufficientData {
  const n = values.length;
  if (!areFinite(values)) return insufficient("not-finite", n);
  const direction = seen === "at-least" ? 1 : -1;
  const excess = values.map((value) => direction * (value - cutOff));
  if (excess.some((value) => value < 0)) throw new RangeError("A value cannot have been seen");
  if (n < 10) return tooFew(10, n);
  const mean = excess.reduce((sum, value) => sum + value / n, 0);
  const variance = excess.reduce((sum, value) => sum + (value - mean) ** 2 / n, 0);
  if (variance === 0) return insufficient("no-spread", n);
  const wanted = variance / mean ** 2;
  const at = findRoot((z) => squaredVariation(z) - wanted, NEAREST, FARTHEST);
  if (at === null) return insufficient("not-identifiable", n);
  const standardDeviation = mean / (hazard(at) - at);
  return { kind: "truncated-normal", n, mean: cutOff - direction * at * standardDeviation, standardDeviation };
}

/** Density over upper tail: how much the mean of a standard normal moves when everything under z is cut off. */
function hazard(z: number): number {
  return normalDensity(z) / normalUpper(z);
}

/** Variance over squared mean of what exceeds the cut-off; rises with z towards 1, the exponential's. */
function squaredVariation(z: number): number {
  const rate = hazard(z);
  return (1 - rate * (rate - z)) / (rate - z) ** 2;
}
