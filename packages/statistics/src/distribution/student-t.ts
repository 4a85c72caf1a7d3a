import { betaTails, type Tails } from "./beta";
import { logBeta } from "./log-gamma";
import { normalQuantile, normalUpper } from "./normal";
import { positiveQuantile } from "./positive-quantile";

/** Beyond this many root degrees of freedom the tail is a power of t, to the last digit. */
const FAR = 1e100;

/** P(T > t) for Student's t with df > 0, which may be infinite. R: pt(t, df, lower.tail = FALSE). */
export function tUpper(t: number, df: number): number {
  const tail = tTwoSidedP(t, df) / 2;
  return t > 0 ? tail : 1 - tail;
}

/** Lower tail P(T <= t) with all its digits, however small. R: pt(t, df). */
export function tCdf(t: number, df: number): number {
  return tUpper(-t, df);
}

/** P(|T| >= |t|). R: 2 * pt(-abs(t), df). */
export function tTwoSidedP(t: number, df: number): number {
  if (df === Infinity) return 2 * normalUpper(Math.abs(t));
  return middleAndTails(Math.abs(t), df).upper;
}

/** t with P(T <= t) = p; -Infinity at 0 and Infinity at 1. R: qt(p, df). */
export function tQuantile(p: number, df: number): number {
  if (p < 0 || p > 1) throw new RangeError(`Not a probability: ${p}`);
  if (df === Infinity) return normalQuantile(p);
  if (Number.isNaN(p)) return p;
  if (p === 0.5) return 0;
  const outside = p < 0.5 ? 2 * p : 2 * (1 - p);
  const size = outside > 0.5 ? sizeOfMiddle(p, df) : sizeOfTails(outside, df);
  return p < 0.5 ? -size : size;
}

/** |t| with a probability in both tails together, which may be tiny: the reciprocal has it as its lower tail. */
function sizeOfTails(outside: number, df: number): number {
  const lower = (reciprocal: number) => middleAndTails(1 / reciprocal, df).upper;
  const upper = (reciprocal: number) => middleAndTails(1 / reciprocal, df).lower;
  return 1 / positiveQuantile(outside, 1, lower, upper);
}

/** |t| for a p near one half, from the probability in the middle. */
function sizeOfMiddle(p: number, df: number): number {
  const [lower, upper] = [(t: number) => middleAndTails(t, df).lower, (t: number) => middleAndTails(t, df).upper];
  return positiveQuantile(Math.abs(1 - 2 * p), 1, lower, upper);
}

/** P(|T| <= t) and P(|T| > t) for t >= 0. */
function middleAndTails(t: number, df: number): Tails {
  const scaled = t / Math.sqrt(df);
  if (scaled > FAR) {
    const upper = Math.exp(-df * Math.log(scaled) - Math.log(df / 2) - logBeta(df / 2, 0.5));
    return { lower: 1 - upper, upper };
  }
  // t^2 / (df + t^2) has a beta distribution.
  const odds = scaled * scaled;
  return betaTails(odds / (1 + odds), 1 / (1 + odds), 0.5, df / 2);
}

/** Critical values already found, by level and degrees of freedom: a table of cells asks for the same few again and again. */
const KNOWN = new Map<number, Map<number, number>>();
/** Lists longer than this are begun anew. */
const MOST_KNOWN = 2000;

/** Half-width factor of a two-sided interval: the (1 + level) / 2 quantile. R: qt((1 + level) / 2, df). */
export function tCritical(level: number, df: number): number {
  const byDf = KNOWN.get(level) ?? new Map<number, number>();
  const known = byDf.get(df);
  if (known !== undefined) return known;
  const critical = -tQuantile((1 - level) / 2, df);
  if (byDf.size >= MOST_KNOWN) byDf.clear();
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  KNOWN.set(level, byDf.set(df, critical));
  return critical;
}
