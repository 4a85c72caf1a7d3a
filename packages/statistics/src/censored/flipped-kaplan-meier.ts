import { type InsufficientData, insufficient, tooFew, whereFinite } from "../estimate";
import type { FollowUp } from "../survival/follow-up";
import { kaplanMeier, type SurvivalCurve } from "../survival/kaplan-meier";
import { type ReachedTime, survivalQuantile } from "../survival/survival-quantile";
import { areFiniteCensored, type CensoredValue, singleNumber } from "./censored-value";

/** Quantiles and mean of values some of which lie below limits, without assuming a distribution. */
export interface FlippedKaplanMeier {
  readonly kind: "flipped-kaplan-meier";
  /** The value below which a share of people lies; not reached when limits hide it. */
  readonly quantile: (share: number) => ReachedTime;
  /** Mean with whatever lies below the lowest value known taken for that value or limit (Efron's convention). */
  readonly mean: number;
}

/**
 * Values as times that run downwards from the largest, so that a value below a limit is a time cut short.
 * @returns insufficient data "not-identifiable" when a value is known to lie above a limit or between two
 * @throws RangeError for impossible values
 */
export function flip(values: readonly CensoredValue[]): FlippedValues | InsufficientData {
  if (!areFiniteCensored(values)) return insufficient("not-finite", values.length);
  if (values.some(({ kind }) => kind === "above" || kind === "between")) {
    return insufficient("not-identifiable", values.length);
  }
  if (values.length === 0) return tooFew(1, 0);
  const numbers = values.map(singleNumber);
  const largest = numbers.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const followUp = { exit: numbers.map((value) => largest - value), event: values.map(({ kind }) => kind === "exact") };
  return whereFinite({ kind: "flipped", largest, followUp }, values.length);
}

/** Values turned around for methods made for times. */
export interface FlippedValues {
  readonly kind: "flipped";
  readonly largest: number;
  readonly followUp: FollowUp;
}

/**
 * Kaplan-Meier for values below limits, on the flipped scale. Helsel (2012), Statistics for Censored Environmental Data,
 * chapter 6. R: max(y) - quantile(survfit(Surv(max(y) - y, !below) ~ 1), 1 - share), and the same for rmean.
 * @returns insufficient data without values, or when a value is known to lie above a limit or between two
 * @throws RangeError for impossible values
 */
export function flippedKaplanMeier(values: readonly CensoredValue[]): FlippedKaplanMeier | InsufficientData {
  const flipped = flip(values);
  if (flipped.kind === "insufficient-data") return flipped;
  const { largest, followUp } = flipped;
  const curve = kaplanMeier(followUp);
  if (curve.kind === "insufficient-data") return curve;
  const quantile = (share: number): ReachedTime => {
    const { time } = survivalQuantile(curve, 1 - share);
    return time.kind === "time" ? { kind: "time", time: largest - time.time } : time;
  };
  return { kind: "flipped-kaplan-meier", quantile, mean: largest - areaOf(curve) };
}

/** Area under the curve up to its last step, without the error that `restrictedMean` adds. */
function areaOf({ steps }: SurvivalCurve): number {
  let [area, from, height] = [0, 0, 1];
  for (const { time, survival } of steps) {
    area += (time - from) * height;
    [from, height] = [time, survival];
  }
  return area;
}
