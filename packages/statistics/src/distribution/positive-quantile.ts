import { findRoot } from "../optimisation/find-root";

/** Logarithms of the smallest and the largest positive number that are searched. */
const [SMALLEST, LARGEST] = [-744, 709];

/**
 * The positive number with a lower tail of p, found on the scale of logarithms from the smaller tail, so that it keeps
 * its digits wherever it lies. 0 at p = 0 and Infinity at p = 1.
 * @param start a guess of the right order
 * @throws RangeError when p is not a probability
 */
export function positiveQuantile(
  p: number,
  start: number,
  lower: (x: number) => number,
  upper: (x: number) => number,
): number {
  if (p < 0 || p > 1) throw new RangeError(`Not a probability: ${p}`);
  if (Number.isNaN(p + start)) return Number.NaN;
  if (p === 0 || p === 1) return p === 0 ? 0 : Infinity;
  const small = p <= 0.5;
  const target = Math.log(small ? p : 1 - p);
  const excess = (log: number) => {
    const tail = (small ? lower : upper)(Math.exp(log));
    const difference = Math.max(Math.log(tail), -1e4) - target;
    return small ? difference : -difference;
  };
  let [low, high] = [clamp(Math.log(start)), clamp(Math.log(start))];
  const above = excess(low) > 0;
  for (let reach = 0.25; ; reach *= 2) {
    if (above) {
      [low, high] = [clamp(low - reach), low];
      if (excess(low) <= 0) break;
      if (low === SMALLEST) return 0;
    } else {
      [low, high] = [high, clamp(high + reach)];
      if (excess(high) >= 0) break;
      if (high === LARGEST) return Infinity;
    }
  }
  return Math.exp(findRoot(excess, low, high) ?? low);
}

function clamp(log: number): number {
  return Math.min(LARGEST, Math.max(SMALLEST, log));
}
