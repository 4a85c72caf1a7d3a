import { normalDensity } from "./normal";

/** The trapezoid rule with this step errs below 1e-15 for what changes no faster than the normal density. */
const STEP = 0.25;
/** Beyond this the density is zero in doubles. */
const FARTHEST = 39;
const NEGLIGIBLE = 1e-18;

/**
 * The mean of a probability over a standard normal variable, by the trapezoid rule. The probability must rise or fall
 * all the way, its logarithm bend downwards everywhere, and it must not change faster than over one unit. The sum goes
 * on until what is left is negligible beside what was found, so that small tails keep their digits.
 */
export function averageOverNormal(probability: (z: number) => number): number {
  const share = (index: number) => normalDensity(index * STEP) * probability(index * STEP);
  const middle = share(0);
  let total = middle;
  for (const direction of [1, -1]) {
    let last = middle;
    for (let index = direction; Math.abs(index) * STEP <= FARTHEST; index += direction) {
      const here = share(index);
      total += here;
      // With one peak only, what falls goes on falling.
      if (here < last && here < NEGLIGIBLE * total) break;
      last = here;
    }
  }
  // Rounding must not make a probability of more than 1.
  return Math.min(1, STEP * total);
}
