import { normalCritical } from "../distribution/normal";
import { tCritical, tTwoSidedP } from "../distribution/student-t";
import {
  type EstimateValue,
  finiteEstimate,
  type InsufficientData,
  insufficient,
  type Provenance,
  tooFew,
} from "../estimate";
import { hedgesCorrection } from "./hedges-correction";
import type { PairedMoments } from "./paired-moments";

/** A figure without an interval, or why there is none. */
export type Quantity = { readonly kind: "value"; readonly value: number } | InsufficientData;

/** Paired t test of no mean change. */
export interface PairedTTest {
  readonly kind: "test";
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  /** Two-sided. */
  readonly pValue: number;
  /** One-sided, for a mean change below 0. */
  readonly pLess: number;
  /** One-sided, for a mean change above 0. */
  readonly pGreater: number;
}

/** Change from pre to post in one group. Change is post - pre, in the units of the measure. */
export interface PairedChange {
  readonly n: number;
  readonly meanPre: Quantity;
  readonly meanPost: Quantity;
  readonly meanChange: Quantity;
  readonly sdPre: Quantity;
  readonly sdPost: Quantity;
  readonly sdChange: Quantity;
  readonly correlation: Quantity;
  /** Mean change with its t interval. R: t.test(post, pre, paired = TRUE). */
  readonly change: EstimateValue | InsufficientData;
  readonly test: PairedTTest | InsufficientData;
  /**
   * g_pre: mean change in standard deviations at baseline, Hedges-corrected (Becker 1988). R: metafor::escalc("SMCR")
   * with the baseline standard deviation as sd1i; normal interval.
   */
  readonly standardised: EstimateValue | InsufficientData;
}

function noSpread(n: number): InsufficientData {
  return insufficient("no-spread", n);
}

function quantity(value: number | null, needed: number, n: number): Quantity {
  if (value === null) return n < needed ? tooFew(needed, n) : noSpread(n);
  if (!Number.isFinite(value)) return { kind: "insufficient-data", reason: "out-of-range", needed, had: n };
  return { kind: "value", value };
}

/** Everything reported about a paired change, from its moments. */
export function changeFromMoments(moments: PairedMoments, level: number, provenance: Provenance): PairedChange {
  const { n } = moments;
  return {
    n,
    meanPre: quantity(moments.meanPre, 1, n),
    meanPost: quantity(moments.meanPost, 1, n),
    meanChange: quantity(moments.meanChange, 1, n),
    sdPre: quantity(moments.sdPre, 2, n),
    sdPost: quantity(moments.sdPost, 2, n),
    sdChange: quantity(moments.sdChange, 2, n),
    correlation: quantity(moments.correlation, 2, n),
    change: meanChange(moments, level, provenance),
    test: pairedT(moments),
    standardised: standardisedChange(moments, level, provenance),
  };
}

/** A paired change of which nothing is known but why. */
export function refusedChange(why: InsufficientData): PairedChange {
  return {
    n: why.had,
    meanPre: why,
    meanPost: why,
    meanChange: why,
    sdPre: why,
    sdPost: why,
    sdChange: why,
    correlation: why,
    change: why,
    test: why,
    standardised: why,
  };
}

function meanChange(moments: PairedMoments, level: number, provenance: Provenance): EstimateValue | InsufficientData {
  const { n, meanChange: value, sdChange } = moments;
  if (n < 2 || value === null || sdChange === null) return tooFew(2, n);
  if (sdChange === 0) return noSpread(n);
  const standardError = sdChange / Math.sqrt(n);
  const df = n - 1;
  const half = tCritical(level, df) * standardError;
  const interval = { low: value - half, high: value + half, level };
  return finiteEstimate({ value, interval, n, method: "paired-t", standardError, degreesOfFreedom: df, provenance });
}

function pairedT({ n, meanChange: value, sdChange }: PairedMoments): PairedTTest | InsufficientData {
  if (n < 2 || value === null || sdChange === null) return tooFew(2, n);
  if (sdChange === 0) return noSpread(n);
  const statistic = value / (sdChange / Math.sqrt(n));
  const degreesOfFreedom = n - 1;
  const pValue = tTwoSidedP(statistic, degreesOfFreedom);
  // The smaller of the two keeps its digits; the larger is what is left of 1.
  const [towards, away] = [pValue / 2, 1 - pValue / 2];
  const [pLess, pGreater] = statistic < 0 ? [towards, away] : [away, towards];
  const test = { statistic, degreesOfFreedom, pValue, pLess, pGreater };
  return Object.values(test).every(Number.isFinite)
    ? { kind: "test", ...test }
    : { kind: "insufficient-data", reason: "out-of-range", needed: n, had: n };
}

function standardisedChange(
  moments: PairedMoments,
  level: number,
  provenance: Provenance,
): EstimateValue | InsufficientData {
  const { n, meanChange: change, sdPre, correlation } = moments;
  // J needs two degrees of freedom, so three pairs.
  if (n < 3 || change === null || sdPre === null) return tooFew(3, n);
  if (sdPre === 0 || correlation === null) return noSpread(n);
  const value = (hedgesCorrection(n - 1) * change) / sdPre;
  const standardError = Math.sqrt((2 * (1 - correlation)) / n + value ** 2 / (2 * n));
  const half = normalCritical(level) * standardError;
  const interval = { low: value - half, high: value + half, level };
  return finiteEstimate({ value, interval, n, method: "g-pre", standardError, provenance });
}
