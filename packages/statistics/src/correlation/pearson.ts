import { normalCritical } from "../distribution/normal";
import { tTwoSidedP } from "../distribution/student-t";
import {
  areFinite,
  type EstimateValue,
  finiteEstimate,
  type InsufficientData,
  insufficient,
  tooFew,
} from "../estimate";

const PROVENANCE = { statistic: "correlation/pearson", version: 1 } as const;

/**
 * Pearson correlation with the interval by Fisher's z and the t test of 0. The standard error, 1 / sqrt(n - 3), is that
 * of z. Where all points lie on a line, z is infinite and there is no estimate. R: cor.test(x, y).
 * Source: Fisher, Metron 1 (1921) 3-32.
 * @param level of the interval, 0 to 1
 * @throws RangeError when the lengths differ
 */
export function pearson(x: readonly number[], y: readonly number[], level = 0.95): EstimateValue | InsufficientData {
  const n = x.length;
  if (x.length === y.length && !areFinite(x, y)) return insufficient("not-finite", n);
  const value = correlationOf(x, y);
  if (n < 4) return tooFew(4, n);
  if (value === null) return insufficient("no-spread", n);
  return fisherEstimate(value, { n, level, covariates: 0, method: "pearson" });
}

export interface FisherSettings {
  readonly n: number;
  readonly level: number;
  /** Variables held constant. */
  readonly covariates: number;
  readonly method: string;
}

/** An estimate around a correlation -1 to 1 of n people, after `covariates` others were held constant. */
export function fisherEstimate(
  value: number,
  { n, level, covariates, method }: FisherSettings,
): EstimateValue | InsufficientData {
  const degreesOfFreedom = n - 2 - covariates;
  if (degreesOfFreedom < 2) return tooFew(4 + covariates, n);
  // (1 - r)(1 + r) keeps its digits near 1.
  const unexplained = (1 - value) * (1 + value);
  if (unexplained === 0) return insufficient("no-spread", n);
  const standardError = 1 / Math.sqrt(degreesOfFreedom - 1);
  const statistic = value * Math.sqrt(degreesOfFreedom / unexplained);
  return finiteEstimate({
    value,
    interval: fisherInterval(value, standardError, level),
    n,
    method,
    standardError,
    degreesOfFreedom,
    test: { distribution: "student-t", statistic, pValue: tTwoSidedP(statistic, degreesOfFreedom), null: 0 },
    provenance: PROVENANCE,
  });
}

/** Limits for a correlation inside -1 to 1 from the standard error of its inverse hyperbolic tangent. */
export function fisherInterval(value: number, standardError: number, level: number) {
  const half = normalCritical(level) * standardError;
  return { low: Math.tanh(Math.atanh(value) - half), high: Math.tanh(Math.atanh(value) + half), level };
}

/**
 * Pearson correlation of values, or null where one side has no spread (or there are fewer than two).
 * @throws RangeError when the lengths differ or a value is not finite
 */
export function correlationOf(x: readonly number[], y: readonly number[]): number | null {
  if (x.length !== y.length) throw new RangeError(`${x.length} values against ${y.length}`);
  const [a, b] = [centred(x), centred(y)];
  let [xx, yy, xy] = [0, 0, 0];
  a.forEach((value, index) => {
    const other = b[index] ?? 0;
    xx += value ** 2;
    yy += other ** 2;
    xy += value * other;
  });
  if (xx === 0 || yy === 0) return null;
  return Math.min(1, Math.max(-1, xy / Math.sqrt(xx) / Math.sqrt(yy)));
}

/** Deviations from the mean, scaled so that the largest is 1; all 0 where they are only rounding error. */
function centred(values: readonly number[]): number[] {
  if (!values.every(Number.isFinite)) throw new RangeError("A value is not finite");
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  if (largest === 0) return values.map(() => 0);
  const scaled = values.map((value) => value / largest);
  const first = scaled.reduce((sum, value) => sum + value, 0) / values.length;
  const mean = first + scaled.reduce((sum, value) => sum + (value - first), 0) / values.length;
  const deviations = scaled.map((value) => value - mean);
  const spread = Math.max(0, ...extremes(deviations));
  return spread <= 10 * Number.EPSILON ? values.map(() => 0) : deviations.map((value) => value / spread);
}

function extremes(deviations: readonly number[]): [number, number] {
  let [low, high] = [0, 0];
  for (const value of deviations) {
    low = Math.max(low, -value);
    high = Math.max(high, value);
  }
  return [low, high];
}
