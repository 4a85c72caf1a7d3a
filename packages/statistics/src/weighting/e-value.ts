import { type InsufficientData, type Interval, insufficient } from "../estimate";

export interface EValue {
  /**
   * How strongly, as a risk ratio, something unmeasured would have to go with both the treatment and the outcome to
   * explain the estimate away; at least 1.
   */
  readonly estimate: number;
  /** The same for the limit of the interval nearest to no effect; 1 when the interval holds no effect. */
  readonly limit: number;
}

/**
 * E-value of a risk ratio: RR + sqrt(RR (RR - 1)), of its inverse below 1.
 * Source: VanderWeele and Ding (2017), Ann Intern Med 167, 268-274.
 * Insufficient data ("out-of-range") for a ratio that is not above 0, limits that are not those of a ratio, and E-values
 * beyond what doubles hold.
 */
export function eValue(riskRatio: number, interval: Pick<Interval, "low" | "high">): EValue | InsufficientData {
  const { low, high } = interval;
  if (!(riskRatio > 0 && low >= 0 && high >= low)) return insufficient("out-of-range", 0);
  const nearest = low <= 1 && high >= 1 ? 1 : low > 1 ? low : high;
  const found = { estimate: ofRatio(riskRatio), limit: ofRatio(nearest) };
  return Number.isFinite(found.estimate) && Number.isFinite(found.limit) ? found : insufficient("out-of-range", 0);
}

/** E-value of a standardised mean difference, by RR = exp(0.91 d). Source and refusals as for `eValue`. */
export function eValueOfStandardisedDifference(
  difference: number,
  interval: Pick<Interval, "low" | "high">,
): EValue | InsufficientData {
  const ratio = (d: number) => Math.exp(0.91 * d);
  return eValue(ratio(difference), { low: ratio(interval.low), high: ratio(interval.high) });
}

function ofRatio(ratio: number): number {
  const above = ratio < 1 ? 1 / ratio : ratio;
  return above + Math.sqrt(above) * Math.sqrt(above - 1);
}
