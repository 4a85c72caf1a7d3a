import { betaQuantile } from "../distribution/beta";
import { binomialCdf, binomialMass, binomialUpper } from "../distribution/binomial";
import type { Interval } from "../estimate";
import { checkShare } from "./wilson-interval";

/** Outcomes count as equally likely when their probabilities agree to this share. The same allowance as R. */
const EQUALLY_LIKELY = 1 + 1e-7;

/**
 * Clopper and Pearson's interval: each limit is the value under which the data, or more extreme ones, have half of
 * 1 - level. Covers at least as often as it says, usually more. Without people it is 0 to 1.
 * Clopper & Pearson (1934), Biometrika 26, 404-413. R: binom.test(successes, n, conf.level = level)$conf.int.
 * @throws RangeError as `wilsonInterval`
 */
export function clopperPearsonInterval(successes: number, n: number, level = 0.95): Interval {
  checkShare(successes, n, level);
  const tail = (1 - level) / 2;
  const lower = (x: number) => (x === 0 ? 0 : betaQuantile(tail, x, n - x + 1));
  const upper = (x: number) => (x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x));
  return { low: lower(successes), high: upper(successes), level };
}

/**
 * Exact two-sided p value of a proportion against `probability`: all outcomes that are no more likely than the one
 * seen. 1 without people. R: binom.test(successes, n, probability)$p.value.
 * @param probability under the null, from 0 to 1
 * @throws RangeError for counts as `wilsonInterval`, and for a probability outside 0 to 1
 */
export function exactBinomialPValue(successes: number, n: number, probability: number): number {
  checkShare(successes, n, 0.5);
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`${probability} is not a probability`);
  const limit = binomialMass(successes, n, probability) * EQUALLY_LIKELY;
  const isRare = (count: number) => binomialMass(count, n, probability) <= limit;
  const likeliest = Math.min(n, Math.floor((n + 1) * probability));
  if (isRare(likeliest)) return 1;
  const rareBelow = lastWhere(isRare, -1, likeliest);
  const rareAbove = lastWhere(isRare, n + 1, likeliest);
  return Math.min(1, binomialCdf(rareBelow, n, probability) + binomialUpper(rareAbove - 1, n, probability));
}

/** The whole number nearest to `to` up to which, from `from`, the condition holds. It need not hold at `from`, nor at `to`. */
function lastWhere(holds: (count: number) => boolean, from: number, to: number): number {
  let [held, failed] = [from, to];
  while (Math.abs(failed - held) > 1) {
    const middle = Math.trunc((held + failed) / 2);
    if (holds(middle)) held = middle;
    else failed = middle;
  }
  return held;
}
