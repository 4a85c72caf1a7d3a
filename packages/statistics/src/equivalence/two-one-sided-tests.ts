import { tCdf, tCritical, tUpper } from "../distribution/student-t";
import { areFinite, type InsufficientData, type Interval, insufficient, tooFew, whereFinite } from "../estimate";
import { differenceSpread, type VarianceAssumption } from "../groups/mean-difference";
import { sampleMoments } from "../groups/sample-moments";

/** Differences outside these are too large to be called equivalent; in the units of the measure, low below high. */
export interface EquivalenceBounds {
  readonly low: number;
  readonly high: number;
}

/** Two one-sided tests that a difference lies within bounds. */
export interface EquivalenceTest {
  readonly kind: "test";
  readonly n: number;
  readonly difference: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  /** Of the lower bound; large when the difference lies well above it. */
  readonly lowerStatistic: number;
  readonly lowerPValue: number;
  /** Of the upper bound; far below 0 when the difference lies well below it. */
  readonly upperStatistic: number;
  readonly upperPValue: number;
  /** The larger of the two: small when the difference lies within both bounds. */
  readonly pValue: number;
  /** With level 1 - 2 alpha; it lies within the bounds exactly when the p value is below alpha. */
  readonly interval: Interval;
}

/**
 * Equivalence of two independent means, first - second. R: t.test(first, second, mu = low, alternative = "greater") and
 * t.test(first, second, mu = high, alternative = "less").
 * Source: Schuirmann, J. Pharmacokinet. Biopharm. 15 (1987) 657-680.
 * @param alpha of each one-sided test; 0.05 goes with an interval of 90 %
 * @throws RangeError when low is not below high
 */
export function equivalenceOfMeans(
  first: readonly number[],
  second: readonly number[],
  bounds: EquivalenceBounds,
  alpha = 0.05,
  variances: VarianceAssumption = "unequal",
): EquivalenceTest | InsufficientData {
  if (!areFinite(first, second)) return insufficient("not-finite", first.length + second.length);
  const [a, b] = [sampleMoments(first), sampleMoments(second)];
  const spread = differenceSpread(a, b, variances);
  if ("kind" in spread) return spread;
  return twoOneSidedTests({ n: a.n + b.n, difference: a.mean - b.mean, ...spread }, bounds, alpha);
}

/**
 * Equivalence of before and after from the differences of pairs. R: t.test(differences, mu = low,
 * alternative = "greater") and t.test(differences, mu = high, alternative = "less"). Same errors.
 */
export function equivalenceOfPairs(
  differences: readonly number[],
  bounds: EquivalenceBounds,
  alpha = 0.05,
): EquivalenceTest | InsufficientData {
  if (!areFinite(differences)) return insufficient("not-finite", differences.length);
  const { n, mean, sd } = sampleMoments(differences);
  if (n < 2) return tooFew(2, n);
  if (sd === 0) return insufficient("no-spread", n);
  const measured = { n, difference: mean, standardError: sd / Math.sqrt(n), degreesOfFreedom: n - 1 };
  return twoOneSidedTests(measured, bounds, alpha);
}

interface MeasuredDifference {
  readonly n: number;
  readonly difference: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
}

function twoOneSidedTests(
  measured: MeasuredDifference,
  bounds: EquivalenceBounds,
  alpha: number,
): EquivalenceTest | InsufficientData {
  if (!(bounds.low < bounds.high)) throw new RangeError(`Not bounds: ${bounds.low} to ${bounds.high}`);
  if (!(alpha > 0 && alpha < 0.5)) throw new RangeError(`Not an error rate of a one-sided test: ${alpha}`);
  const { n, difference, standardError, degreesOfFreedom } = measured;
  const lowerStatistic = (difference - bounds.low) / standardError;
  const upperStatistic = (difference - bounds.high) / standardError;
  const lowerPValue = tUpper(lowerStatistic, degreesOfFreedom);
  const upperPValue = tCdf(upperStatistic, degreesOfFreedom);
  const level = 1 - 2 * alpha;
  const half = tCritical(level, degreesOfFreedom) * standardError;
  const found: EquivalenceTest = {
    kind: "test",
    ...measured,
    lowerStatistic,
    lowerPValue,
    upperStatistic,
    upperPValue,
    pValue: Math.max(lowerPValue, upperPValue),
    interval: { low: difference - half, high: difference + half, level },
  };
  return whereFinite(found, n);
}
