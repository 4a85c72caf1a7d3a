import { normalCritical } from "../distribution/normal";
import type { Interval } from "../estimate";

/**
 * Wilson's score interval of a proportion: the values that a two-sided score test would not reject.
 * Without people it is 0 to 1: nothing is known.
 * Wilson (1927), JASA 22, 209-212. R: prop.test(successes, n, conf.level = level, correct = FALSE)$conf.int.
 * @param successes whole number from 0 to n
 * @throws RangeError for counts that are not whole or not within 0 to n, and for a level outside 0 to 1
 */
export function wilsonInterval(successes: number, n: number, level = 0.95): Interval {
  return scoreInterval(successes, n, level, 0);
}

/**
 * The score interval with continuity correction, which is wider by about 1/2n on each side.
 * Newcombe (1998), Statistics in Medicine 17, 857-872, method 4. R: prop.test(successes, n)$conf.int, except that R
 * leaves the correction out where exactly half succeed.
 * @throws RangeError as `wilsonInterval`
 */
export function wilsonCorrectedInterval(successes: number, n: number, level = 0.95): Interval {
  return scoreInterval(successes, n, level, 0.5);
}

/** Successes are moved outwards by `correction` before each limit is taken. */
function scoreInterval(successes: number, n: number, level: number, correction: number): Interval {
  checkShare(successes, n, level);
  if (n === 0) return { low: 0, high: 1, level };
  const z = normalCritical(level);
  return {
    low: lowerScoreLimit(successes - correction, n, z),
    high: 1 - lowerScoreLimit(n - successes - correction, n, z),
    level,
  };
}

/** Lower root of (x - n p)^2 = z^2 n p (1 - p), in the form that does not cancel for few successes. */
function lowerScoreLimit(x: number, n: number, z: number): number {
  if (x <= 0) return 0;
  const centre = 2 * x + z ** 2;
  return (2 * x ** 2) / n / (centre + z * Math.sqrt(z ** 2 + (4 * x * (n - x)) / n));
}

/**
 * Refuses what is not a count out of a count, and levels that are not between 0 and 1.
 * @throws RangeError
 */
export function checkShare(successes: number, n: number, level: number): void {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`${n} is not a number of people`);
  if (!Number.isInteger(successes) || successes < 0 || successes > n) {
    throw new RangeError(`${successes} is not a count out of ${n}`);
  }
  checkLevel(level);
}

/**
 * Refuses confidence levels that are not between 0 and 1.
 * @throws RangeError
 */
export function checkLevel(level: number): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`${level} is not a confidence level`);
}
