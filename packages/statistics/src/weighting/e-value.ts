import type { Interval } from "../estimate";

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
 * @throws RangeError for a ratio or limit that is not above 0
 */
export function eValue(riskRatio: number, interval: Pick<Interval, "low" | "high">): EValue {
  const { low, high } = interval;
  if (!(riskRatio > 0 && low > 0 && high >= low)) throw new RangeError("A risk ratio and its limits are above 0");
  const nearest = low <= 1 && high >= 1 ? 1 : low > 1 ? low : high;
  return { estimate: ofRatio(riskRatio), limit: ofRatio(nearest) };
}

/** E-value of a standardised mean difference, by RR = exp(0.91 d). Source and errors as for `eValue`. */
export function eValueOfStandardisedDifference(difference: number, interval: Pick<Interval, "low" | "high">): EValue {
  const ratio = (d: number) => Math.exp(0.91 * d);
  return eValue(ratio(difference), { low: ratio(interval.low), high: ratio(interval.high) });
}

function ofRatio(ratio: number): number {
  const above = ratio < 1 ? 1 / ratio : ratio;
  return above + Math.sqrt(above * (above - 1));
}
