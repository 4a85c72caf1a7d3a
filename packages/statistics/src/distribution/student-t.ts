import { betaTails, oddsQuantile } from "./beta";
import { normalQuantile, normalUpper } from "./normal";

/** P(T > t) for Student's t with df > 0, which may be infinite. R: pt(t, df, lower.tail = FALSE). */
export function tUpper(t: number, df: number): number {
  const tail = tTwoSidedP(t, df) / 2;
  return t > 0 ? tail : 1 - tail;
}

/** P(T <= t). R: pt(t, df). */
export function tCdf(t: number, df: number): number {
  return tUpper(-t, df);
}

/** P(|T| >= |t|). R: 2 * pt(-abs(t), df). */
export function tTwoSidedP(t: number, df: number): number {
  const distance = Math.abs(t);
  if (df === Infinity) return 2 * normalUpper(distance);
  const scaled = distance / Math.sqrt(df);
  // t^2 / (df + t^2) and its complement, without overflow of the square.
  const odds = scaled * scaled;
  return betaTails(odds === Infinity ? 1 : odds / (1 + odds), 1 / (1 + odds), 0.5, df / 2).upper;
}

/** t with P(T <= t) = p; -Infinity at 0 and Infinity at 1. R: qt(p, df). */
export function tQuantile(p: number, df: number): number {
  if (p < 0 || p > 1) throw new RangeError(`Not a probability: ${p}`);
  if (df === Infinity) return normalQuantile(p);
  if (Number.isNaN(p)) return p;
  if (p === 0.5) return 0;
  // The square of t is the odds of a beta variable; its lower tail is the share in the middle, 1 - 2p.
  const middle = p < 0.5 ? 1 - 2 * p : 2 * p - 1;
  const outside = p < 0.5 ? 2 * p : 2 * (1 - p);
  const size =
    outside > 0.5
      ? Math.sqrt(df) * Math.sqrt(oddsQuantile(middle, 0.5, df / 2))
      : Math.sqrt(df) / Math.sqrt(oddsQuantile(outside, df / 2, 0.5));
  return p < 0.5 ? -size : size;
}

/** Half-width factor of a two-sided interval: the (1 + level) / 2 quantile. R: qt((1 + level) / 2, df). */
export function tCritical(level: number, df: number): number {
  return -tQuantile((1 - level) / 2, df);
}
