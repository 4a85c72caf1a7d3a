import { entry } from "../linear-algebra/vector";

/** Number, mean, and sums of powers of the deviations from it: what mean, spread and shape are computed from. */
export interface MomentSums {
  readonly n: number;
  /** 0 of nobody. */
  readonly mean: number;
  readonly squares: number;
  readonly cubes: number;
  readonly fourthPowers: number;
}

export const NO_VALUES: MomentSums = { n: 0, mean: 0, squares: 0, cubes: 0, fourthPowers: 0 };

/** Stretches of this length are added up one after the other; longer ones in halves, so that errors hardly grow. */
const STRETCH = 16;

/**
 * Moment sums of values, in any order up to rounding. Exact figures of decimals, as reports show them, come from
 * ../decimal instead; these are for shape and for columns of measurements that are not decimals.
 */
export function momentSums(values: ArrayLike<number>): MomentSums {
  return between(values, 0, values.length);
}

/**
 * Moment sums of two sets of people together. Adding one person at a time is the same with n = 1.
 * Source: Chan, Golub and LeVeque, American Statistician 37 (1983) 242-247; Pebay, Sandia report SAND2008-6212.
 */
export function mergeMomentSums(a: MomentSums, b: MomentSums): MomentSums {
  if (a.n === 0) return b;
  if (b.n === 0) return a;
  const n = a.n + b.n;
  const [shareA, shareB] = [a.n / n, b.n / n];
  const delta = b.mean - a.mean;
  const product = delta * delta * a.n * shareB;
  const squares = a.squares + b.squares + product;
  const cubes =
    a.cubes + b.cubes + product * delta * (shareA - shareB) + 3 * delta * (shareA * b.squares - shareB * a.squares);
  const fourthPowers =
    a.fourthPowers +
    b.fourthPowers +
    product * delta * delta * (shareA * shareA - shareA * shareB + shareB * shareB) +
    6 * delta * delta * (shareA * shareA * b.squares + shareB * shareB * a.squares) +
    4 * delta * (shareA * b.cubes - shareB * a.cubes);
  return { n, mean: a.mean + delta * shareB, squares, cubes, fourthPowers };
}

function between(values: ArrayLike<number>, from: number, to: number): MomentSums {
  if (to - from > STRETCH) {
    const middle = from + Math.floor((to - from) / 2);
    return mergeMomentSums(between(values, from, middle), between(values, middle, to));
  }
  let sums = NO_VALUES;
  for (let index = from; index < to; index += 1) {
    sums = mergeMomentSums(sums, { ...NO_VALUES, n: 1, mean: entry(values, index) });
  }
  return sums;
}
