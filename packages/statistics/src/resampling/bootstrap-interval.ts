import { quantile } from "../descriptive/quantile";
import { normalCdf, normalQuantile } from "../distribution/normal";
import { type InsufficientData, type Interval, insufficient } from "../estimate";

/** An interval read from resamples, with the error that their limited number leaves in it. */
export interface BootstrapInterval {
  readonly kind: "bootstrap-interval";
  readonly interval: Interval;
  /** Shares of the resamples below each end. */
  readonly shares: { readonly low: number; readonly high: number };
  /** Standard error of each end over repetitions with other random numbers. */
  readonly monteCarloError: { readonly low: number; readonly high: number };
}

/** How far the resamples lie to one side of the estimate, and how their spread changes with it. */
export interface BootstrapCorrection {
  /** Normal quantile of the share of resamples below the estimate. R: qnorm(mean(t < t0)). */
  readonly bias: number;
  /** 0 for the interval that corrects the bias only. */
  readonly acceleration: number;
}

/**
 * Ends at the (1 - level) / 2 quantiles (type 7) of the resamples. R: quantile(t, c(.025, .975)); lavaan's "perc".
 * @param sorted at least one figure, ascending
 */
export function percentileInterval(sorted: readonly number[], level: number): BootstrapInterval {
  const tail = (1 - level) / 2;
  return intervalAt(sorted, tail, 1 - tail, level);
}

/** The percentile interval turned around the estimate: 2 t0 - upper to 2 t0 - lower. R: boot.ci(type = "basic"). */
export function basicInterval(sorted: readonly number[], estimate: number, level: number): BootstrapInterval {
  const { interval, shares, monteCarloError } = percentileInterval(sorted, level);
  return {
    kind: "bootstrap-interval",
    interval: { low: 2 * estimate - interval.high, high: 2 * estimate - interval.low, level },
    shares,
    monteCarloError: { low: monteCarloError.high, high: monteCarloError.low },
  };
}

/**
 * The bias-corrected interval, accelerated where the correction has an acceleration: quantiles at
 * Phi(z0 + (z0 + z) / (1 - a (z0 + z))). "out-of-range" where the correction is so strong that an end has no share.
 * Source: Efron, JASA 82 (1987) 171-185, with quantiles of type 7; R's boot interpolates on the normal scale instead.
 */
export function correctedInterval(
  sorted: readonly number[],
  correction: BootstrapCorrection,
  level: number,
): BootstrapInterval | InsufficientData {
  const share = (p: number) => {
    const shifted = correction.bias + normalQuantile(p);
    const slowed = 1 - correction.acceleration * shifted;
    return slowed > 0 ? normalCdf(correction.bias + shifted / slowed) : null;
  };
  const tail = (1 - level) / 2;
  const [low, high] = [share(tail), share(1 - tail)];
  if (low === null || high === null) return insufficient("out-of-range", sorted.length);
  return intervalAt(sorted, low, high, level);
}

/** Normal quantile of the share of resamples below the estimate; null where all lie on one side of it. */
export function bootstrapBias(replicates: readonly number[], estimate: number): number | null {
  const below = replicates.reduce((count, value) => (value < estimate ? count + 1 : count), 0);
  return below === 0 || below === replicates.length ? null : normalQuantile(below / replicates.length);
}

function intervalAt(sorted: readonly number[], low: number, high: number, level: number): BootstrapInterval {
  return {
    kind: "bootstrap-interval",
    interval: { low: quantile(sorted, low), high: quantile(sorted, high), level },
    shares: { low, high },
    monteCarloError: { low: quantileError(sorted, low), high: quantileError(sorted, high) },
  };
}

/** Half the distance between the quantiles one standard error of the share to either side. */
function quantileError(sorted: readonly number[], share: number): number {
  const error = Math.sqrt((share * (1 - share)) / sorted.length);
  return (quantile(sorted, Math.min(1, share + error)) - quantile(sorted, Math.max(0, share - error))) / 2;
}
