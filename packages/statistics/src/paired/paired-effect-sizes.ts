import { noncentralityInterval } from "../distribution/noncentral-t";
import { normalCdf, normalCritical } from "../distribution/normal";
import { type InsufficientData, type Interval, insufficient, whereFinite } from "../estimate";
import { hedgesCorrection } from "./hedges-correction";
import type { PairedMoments } from "./paired-moments";

/**
 * The standardised mean changes that different programs all call "Cohen's d", under names that tell them apart, so
 * that a figure from elsewhere can be recognised. Reports use g_pre (`standardised` of the paired change) and no other.
 * Each g is J(n - 1) times its d.
 */
export interface PairedEffectSizes {
  readonly kind: "effect-sizes";
  readonly n: number;
  readonly degreesOfFreedom: number;
  /** J(n - 1). */
  readonly correction: number;
  /** D / s_D. Grows with the correlation; for planning only. */
  readonly dZ: number;
  /** By the noncentral t distribution. */
  readonly dZInterval: Interval;
  /** D / sqrt((s_pre^2 + s_post^2) / 2). */
  readonly dAvRms: number;
  readonly dAvRmsStandardError: number;
  /** Bonett (2008), Psychological Methods 13, 99-109. */
  readonly dAvRmsInterval: Interval;
  /** D / ((s_pre + s_post) / 2). */
  readonly dAvMean: number;
  /** d_z sqrt(2 (1 - r)). */
  readonly dRm: number;
  /** D / s_pre. */
  readonly dPre: number;
  readonly dPreStandardError: number;
  /** Bonett (2008). */
  readonly dPreInterval: Interval;
  /** Variance of g_z: 1/n + g^2/2n (metafor "SMCC"). */
  readonly gZVariance: number;
  /** Variance of g_pre: 2 (1 - r)/n + g^2/2n (metafor "SMCR"). */
  readonly gPreVariance: number;
  /** Share expected to have changed upwards, Phi(d_z). */
  readonly probabilityOfIncrease: number;
}

/** All of them at once; insufficient data under three pairs, without spread, or beyond what doubles hold. */
export function pairedEffectSizes(moments: PairedMoments, level = 0.95): PairedEffectSizes | InsufficientData {
  const { n, meanChange: change, sdPre, sdPost, sdChange, correlation: r } = moments;
  if (n < 3 || change === null || sdPre === null || sdPost === null || sdChange === null) {
    return { kind: "insufficient-data", reason: "too-few", needed: 3, had: n };
  }
  if (r === null || sdChange === 0) return { kind: "insufficient-data", reason: "no-spread", needed: n, had: n };
  const df = n - 1;
  const correction = hedgesCorrection(df);
  const dZ = change / sdChange;
  const averageVariance = (sdPre ** 2 + sdPost ** 2) / 2;
  const dAvRms = change / Math.sqrt(averageVariance);
  const dPre = change / sdPre;
  const covariance = r * sdPre * sdPost;
  const dAvRmsStandardError = Math.sqrt(
    (dAvRms ** 2 * (sdPre ** 4 + sdPost ** 4 + 2 * covariance ** 2)) / (8 * df * averageVariance ** 2) +
      sdChange ** 2 / (averageVariance * df),
  );
  const dPreStandardError = Math.sqrt(dPre ** 2 / (2 * df) + (sdChange / sdPre) ** 2 / df);
  const around = (value: number, standardError: number): Interval => {
    const half = normalCritical(level) * standardError;
    return { low: value - half, high: value + half, level };
  };
  if (![dZ, dAvRmsStandardError, dPreStandardError].every(Number.isFinite)) return insufficient("out-of-range", n);
  const noncentrality = noncentralityInterval(dZ * Math.sqrt(n), df, level);
  const sizes: PairedEffectSizes = {
    kind: "effect-sizes",
    n,
    degreesOfFreedom: df,
    correction,
    dZ,
    dZInterval: { low: noncentrality.low / Math.sqrt(n), high: noncentrality.high / Math.sqrt(n), level },
    dAvRms,
    dAvRmsStandardError,
    dAvRmsInterval: around(dAvRms, dAvRmsStandardError),
    dAvMean: change / ((sdPre + sdPost) / 2),
    dRm: dZ * Math.sqrt(2 * (1 - r)),
    dPre,
    dPreStandardError,
    dPreInterval: around(dPre, dPreStandardError),
    gZVariance: 1 / n + (correction * dZ) ** 2 / (2 * n),
    gPreVariance: (2 * (1 - r)) / n + (correction * dPre) ** 2 / (2 * n),
    probabilityOfIncrease: normalCdf(dZ),
  };
  return whereFinite(sizes, n);
}
