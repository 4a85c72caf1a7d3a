import { noncentralityInterval } from "../distribution/noncentral-t";
import { areFinite, type InsufficientData, type Interval, insufficient, tooFew, whereFinite } from "../estimate";
import { hedgesCorrection } from "../paired/hedges-correction";
import { pooledSd } from "./mean-difference";
import { sampleMoments } from "./sample-moments";

/** Differences of two independent means, first - second, in standard deviations. */
export interface StandardisedMeanDifference {
  readonly kind: "effect-sizes";
  readonly n: number;
  readonly degreesOfFreedom: number;
  /** J(n1 + n2 - 2), exact. */
  readonly correction: number;
  /** By the pooled standard deviation. */
  readonly cohenD: number;
  /** By the noncentral t distribution. */
  readonly cohenDInterval: Interval;
  /** J d: the one to report. */
  readonly hedgesG: number;
  /** J times the limits of d. */
  readonly hedgesGInterval: Interval;
  /** Variance of g: 1/n1 + 1/n2 + g^2 / (2 (n1 + n2)). R: metafor::escalc("SMD"). */
  readonly hedgesGVariance: number;
  /** By sqrt((sd1^2 + sd2^2) / 2). */
  readonly dAverageSd: number;
  /** By the standard deviation of the second group, usually the comparison. Glass's delta. */
  readonly glassDelta: number | InsufficientData;
}

/**
 * Standardised differences of two independent groups. R: effectsize::cohens_d, metafor::escalc("SMD").
 * Source: Hedges, J. Educ. Stat. 6 (1981) 107-128.
 * @param level of the intervals, 0 to 1
 */
export function standardisedMeanDifference(
  first: readonly number[],
  second: readonly number[],
  level = 0.95,
): StandardisedMeanDifference | InsufficientData {
  if (!areFinite(first, second)) return insufficient("not-finite", first.length + second.length);
  const [a, b] = [sampleMoments(first), sampleMoments(second)];
  const n = a.n + b.n;
  if (a.n < 2 || b.n < 2) return tooFew(2, Math.min(a.n, b.n));
  const sd = pooledSd(a, b);
  if (sd === 0) return insufficient("no-spread", n);
  const degreesOfFreedom = n - 2;
  const correction = hedgesCorrection(degreesOfFreedom);
  const cohenD = (a.mean - b.mean) / sd;
  const hedgesG = correction * cohenD;
  const scale = Math.sqrt(1 / a.n + 1 / b.n);
  if (!Number.isFinite(cohenD)) return insufficient("out-of-range", n);
  const noncentrality = noncentralityInterval(cohenD / scale, degreesOfFreedom, level);
  const interval = (factor: number) => ({
    low: factor * noncentrality.low * scale,
    high: factor * noncentrality.high * scale,
    level,
  });
  const found: StandardisedMeanDifference = {
    kind: "effect-sizes",
    n,
    degreesOfFreedom,
    correction,
    cohenD,
    cohenDInterval: interval(1),
    hedgesG,
    hedgesGInterval: interval(correction),
    hedgesGVariance: 1 / a.n + 1 / b.n + hedgesG ** 2 / (2 * n),
    dAverageSd: (a.mean - b.mean) / Math.sqrt((a.sd ** 2 + b.sd ** 2) / 2),
    glassDelta: b.sd === 0 ? insufficient("no-spread", b.n) : (a.mean - b.mean) / b.sd,
  };
  return whereFinite(found, n);
}
