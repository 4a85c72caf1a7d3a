/** Share of the larger part of a golden section that is cut off. */
const GOLDEN = (3 - Math.sqrt(5)) / 2;
const MAXIMUM_STEPS = 500;

/** Where a function of one number is smallest, and how small. */
export interface ScalarMinimum {
  readonly at: number;
  readonly value: number;
}

/**
 * A local minimum between two ends, by golden sections and parabolas through the last three points.
 * Source: Brent, Algorithms for Minimization without Derivatives (1973), chapter 5. R: optimize(f, c(low, high), tol).
 * @param tolerance of the argument; a minimum cannot be placed better than to the square root of a double's precision
 */
export function minimiseScalar(f: (x: number) => number, low: number, high: number, tolerance = 1e-10): ScalarMinimum {
  let [left, right] = [low, high];
  let best = left + GOLDEN * (right - left);
  let bestValue = f(best);
  let [second, secondValue, third, thirdValue] = [best, bestValue, best, bestValue];
  let [move, moveBefore] = [0, 0];
  for (let step = 0; step < MAXIMUM_STEPS; step += 1) {
    const middle = (left + right) / 2;
    const least = Math.sqrt(Number.EPSILON) * Math.abs(best) * 0.1 + tolerance / 3;
    if (Math.abs(best - middle) <= 2 * least - (right - left) / 2) break;
    const slopeSecond = (best - third) * (bestValue - secondValue);
    const slopeThird = (best - second) * (bestValue - thirdValue);
    const denominator = 2 * (slopeSecond - slopeThird);
    const parabolic =
      denominator === 0 ? Number.NaN : ((best - second) * slopeThird - (best - third) * slopeSecond) / denominator;
    const usable =
      Math.abs(moveBefore) > least &&
      Math.abs(parabolic) < Math.abs(moveBefore) / 2 &&
      best + parabolic > left &&
      best + parabolic < right;
    if (usable) {
      moveBefore = move;
      move = parabolic;
      const next = best + move;
      if (next - left < 2 * least || right - next < 2 * least) move = best < middle ? least : -least;
    } else {
      moveBefore = best < middle ? right - best : left - best;
      move = GOLDEN * moveBefore;
    }
    // A parabola may have its lowest point where the best is: the search looks beside it, never at the same place again.
    const shortest = move > 0 ? least : -least;
    const trial = best + (Math.abs(move) >= least ? move : shortest);
    const trialValue = f(trial);
    if (trialValue <= bestValue) {
      if (trial < best) right = best;
      else left = best;
      [third, thirdValue, second, secondValue] = [second, secondValue, best, bestValue];
      [best, bestValue] = [trial, trialValue];
      continue;
    }
    if (trial < best) left = trial;
    else right = trial;
    if (trialValue <= secondValue || second === best) {
      [third, thirdValue, second, secondValue] = [second, secondValue, trial, trialValue];
    } else if (trialValue <= thirdValue || third === best || third === second) {
      [third, thirdValue] = [trial, trialValue];
    }
  }
  return { at: best, value: bestValue };
}
