import type { InsufficientData } from "../estimate";
import { findRoot } from "../optimisation/find-root";
import type { PooledEstimate } from "./rubin-pooling";

/** How far imputed values have to move before the conclusion changes. */
export type TippingPoint =
  /** At `shift` an end of the interval is the null value. */
  | { readonly kind: "tipping-point"; readonly shift: number; readonly value: number }
  /** The interval keeps its side of the null value, or holds it, over the whole range. */
  | { readonly kind: "no-tipping-point"; readonly from: number; readonly to: number }
  | InsufficientData;

/** Values with `shift` added to those that were imputed for some people. */
export function shiftImputed(
  completed: readonly number[],
  observed: readonly (number | null)[],
  shifted: readonly boolean[],
  shift: number,
): readonly number[] {
  return completed.map((value, row) => (observed[row] === null && shifted[row] === true ? value + shift : value));
}

/**
 * The smallest shift, going from `from` (usually 0) towards `to`, at which the interval of the pooled estimate begins or
 * ceases to hold the null value. Source: Cro, Morris, Kenward and Carpenter, Statistics in Medicine 39 (2020) 2815-2842.
 * @param estimateAt the pooled estimate when imputed values are shifted by so much, from the same imputations each time
 * @param steps the range is looked at in so many steps first, so that the nearest change is found
 * @throws RangeError when the range is empty or there is no step
 */
export function tippingPoint(
  estimateAt: (shift: number) => PooledEstimate | InsufficientData,
  from: number,
  to: number,
  nullValue = 0,
  steps = 40,
): TippingPoint {
  if (from === to || !Number.isFinite(to - from)) throw new RangeError(`No range from ${from} to ${to}`);
  if (!Number.isSafeInteger(steps) || steps < 1) throw new RangeError(`${steps} steps`);
  let before: PooledEstimate | null = null;
  for (let step = 0; step <= steps; step += 1) {
    const shift = from + ((to - from) * step) / steps;
    const pooled = estimateAt(shift);
    if (pooled.kind !== "pooled") return pooled;
    if (before !== null && side(before, nullValue) !== side(pooled, nullValue)) {
      // The end that reaches the null value first on the way from the conclusion before to the one after.
      const lower = side(before, nullValue) > 0 || (side(before, nullValue) === 0 && side(pooled, nullValue) > 0);
      const distance = (at: number) => {
        const found = estimateAt(at);
        if (found.kind !== "pooled") return Number.NaN;
        return (lower ? found.estimate.interval.low : found.estimate.interval.high) - nullValue;
      };
      const reached = findRoot(distance, shift - (to - from) / steps, shift) ?? shift;
      const there = estimateAt(reached);
      return there.kind === "pooled" ? { kind: "tipping-point", shift: reached, value: there.estimate.value } : there;
    }
    before = pooled;
  }
  return { kind: "no-tipping-point", from, to };
}

/** -1 and 1 for an interval below and above the null value, 0 for one that holds it. */
function side({ estimate: { interval } }: PooledEstimate, nullValue: number): -1 | 0 | 1 {
  if (interval.low > nullValue) return 1;
  return interval.high < nullValue ? -1 : 0;
}
