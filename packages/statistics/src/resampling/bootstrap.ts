import { normalCritical } from "../distribution/normal";
import { areFinite, type InsufficientData, type Interval, insufficient, tooFew } from "../estimate";
import {
  type BootstrapCorrection,
  type BootstrapInterval,
  basicInterval,
  bootstrapBias,
  correctedInterval,
  percentileInterval,
} from "./bootstrap-interval";
import { acceleration, type JackknifeValues } from "./jackknife";
import type { ReplicatedFigure } from "./resample-range";

/** What the resamples say about one figure. */
export interface BootstrapSummary {
  readonly kind: "bootstrap";
  readonly estimate: number;
  /** Mean over the resamples. */
  readonly mean: number;
  /** Mean over the resamples less the estimate. */
  readonly bias: number;
  /** Standard deviation over the resamples, n - 1 in the denominator. */
  readonly standardError: number;
  /** Standard error of the standard error, and of the mean, over repetitions with other random numbers. */
  readonly monteCarloError: { readonly standardError: number; readonly mean: number };
  /** Resamples on which the figure could be computed, and on which not. */
  readonly resamples: number;
  readonly failed: number;
  readonly percentile: BootstrapInterval;
  readonly basic: BootstrapInterval;
  /** Estimate less bias, plus and minus a normal quantile times the standard error. R: boot.ci(type = "norm"). */
  readonly normal: Interval;
  readonly biasCorrected: CorrectedInterval | InsufficientData;
  /** Only with jackknife values. */
  readonly accelerated: CorrectedInterval | InsufficientData;
}

export interface CorrectedInterval extends BootstrapInterval {
  readonly correction: BootstrapCorrection;
}

/**
 * Standard error and intervals of a figure from its resamples: percentile, basic, normal, bias-corrected, and
 * bias-corrected and accelerated. Two resamples at least; "no-spread" where all are alike.
 * @param estimate the figure on the data themselves
 * @param jackknifeValues the figure without each unit; without them the accelerated interval is "not-identifiable"
 * @throws RangeError when the level lies outside 0..1
 */
export function bootstrapSummary(
  estimate: number,
  { values, failed }: ReplicatedFigure,
  level = 0.95,
  jackknifeValues: JackknifeValues | null = null,
): BootstrapSummary | InsufficientData {
  if (!(level > 0 && level < 1)) throw new RangeError(`Not a level: ${level}`);
  const count = values.length;
  if (!areFinite([estimate], values)) return insufficient("not-finite", count);
  if (count < 2) return tooFew(2, count);
  const sorted = Array.from(Float64Array.from(values).sort());
  if (sorted[0] === sorted[count - 1]) return insufficient("no-spread", count);
  const mean = values.reduce((sum, value) => sum + value / count, 0);
  const moment = (power: number) => values.reduce((sum, value) => sum + (value - mean) ** power / count, 0);
  const variance = moment(2);
  const standardError = Math.sqrt((variance * count) / (count - 1));
  const reach = normalCritical(level) * standardError;
  const centre = 2 * estimate - mean;
  const farthest = [
    centre - reach,
    centre + reach,
    ...[sorted[0], sorted[count - 1]].map((one = 0) => 2 * estimate - one),
  ];
  if (![mean, standardError, moment(4) / variance ** 2, ...farthest].every(Number.isFinite)) {
    return insufficient("out-of-range", count);
  }
  return {
    kind: "bootstrap",
    estimate,
    mean,
    bias: mean - estimate,
    standardError,
    monteCarloError: {
      standardError: (standardError * Math.sqrt(Math.max(0, moment(4) / variance ** 2 - 1))) / (2 * Math.sqrt(count)),
      mean: standardError / Math.sqrt(count),
    },
    resamples: count,
    failed,
    percentile: percentileInterval(sorted, level),
    basic: basicInterval(sorted, estimate, level),
    normal: { low: centre - reach, high: centre + reach, level },
    biasCorrected: corrected(sorted, estimate, 0, level),
    accelerated: corrected(sorted, estimate, jackknifeValues === null ? null : acceleration(jackknifeValues), level),
  };
}

function corrected(
  sorted: readonly number[],
  estimate: number,
  slope: number | null,
  level: number,
): CorrectedInterval | InsufficientData {
  const bias = bootstrapBias(sorted, estimate);
  if (bias === null) return insufficient("out-of-range", sorted.length);
  if (slope === null) return insufficient("not-identifiable", sorted.length);
  const correction = { bias, acceleration: slope };
  const found = correctedInterval(sorted, correction, level);
  return found.kind === "insufficient-data" ? found : { ...found, correction };
}
