/**
 * Which pairs are summed: "all" takes every element of the one list with every element of the other, "with-later" takes
 * every element of one list with itself and all later ones (both arguments are then the same list).
 */
export type PairShape = "all" | "with-later";

interface Split {
  /** Pairs whose sum is at most the pivot. */
  readonly atMost: number;
  /** The largest sum that is at most the pivot. */
  readonly below: number;
  /** The smallest sum above the pivot. */
  readonly above: number;
}

/** How many sums are formed. */
export function countPairs(a: Float64Array, b: Float64Array, shape: PairShape): number {
  return shape === "all" ? a.length * b.length : (a.length * (a.length + 1)) / 2;
}

/**
 * The k-th smallest (from 1) of the sums a[i] + b[j], and the one after it, without forming them: the sums rise along
 * rows and columns, so one walk of a.length + b.length steps counts those below a pivot, and halving the range of the
 * pivot finds the k-th. Each step moves the ends to sums that exist, so the search ends with equality, not with a
 * tolerance.
 * Source: Johnson & Mizoguchi, SIAM J. Comput. 7 (1978) 147-153, for selection in sorted rows and columns.
 * @param a in rising order, finite
 * @param b in rising order, finite
 * @returns `next` equals `value` for the largest sum
 * @throws RangeError when k is not a whole number from 1 to the number of pairs
 */
export function kthPairSum(
  a: Float64Array,
  b: Float64Array,
  k: number,
  shape: PairShape,
): { readonly value: number; readonly next: number } {
  const total = countPairs(a, b, shape);
  if (!Number.isInteger(k) || k < 1 || k > total) throw new RangeError(`There is no pair ${k} of ${total}`);
  const split = shape === "all" ? splitAll : splitWithLater;
  let low = (a[0] ?? 0) + (b[0] ?? 0);
  let high = (a[a.length - 1] ?? 0) + (b[b.length - 1] ?? 0);
  while (low < high) {
    const pivot = between(low, high);
    const { atMost, below, above } = split(a, b, pivot);
    if (k <= atMost) high = below;
    else low = above;
  }
  const { atMost, above } = split(a, b, low);
  // Adding 0 turns the negative zero of opposite values into the ordinary one.
  return { value: low + 0, next: (k < atMost || k === total ? low : above) + 0 };
}

/** Half-way from low to high, and always below high. */
function between(low: number, high: number): number {
  const middle = low / 2 + high / 2;
  return middle < high && middle >= low ? middle : low;
}

function splitAll(a: Float64Array, b: Float64Array, pivot: number): Split {
  let [atMost, below, above] = [0, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  let column = b.length - 1;
  for (let row = 0; row < a.length; row += 1) {
    const left = a[row] ?? 0;
    while (column >= 0 && left + (b[column] ?? 0) > pivot) column -= 1;
    atMost += column + 1;
    if (column >= 0) below = Math.max(below, left + (b[column] ?? 0));
    if (column + 1 < b.length) above = Math.min(above, left + (b[column + 1] ?? 0));
  }
  return { atMost, below, above };
}

function splitWithLater(a: Float64Array, _: Float64Array, pivot: number): Split {
  let [atMost, below, above] = [0, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  let column = a.length - 1;
  for (let row = 0; row < a.length; row += 1) {
    const left = a[row] ?? 0;
    while (column >= row && left + (a[column] ?? 0) > pivot) column -= 1;
    if (column < row) return { atMost, below, above: Math.min(above, left + left) };
    atMost += column - row + 1;
    below = Math.max(below, left + (a[column] ?? 0));
    if (column + 1 < a.length) above = Math.min(above, left + (a[column + 1] ?? 0));
  }
  return { atMost, below, above };
}

/** The median of all the sums: the mean of the two in the middle where their number is even. */
export function medianPairSum(a: Float64Array, b: Float64Array, shape: PairShape): number {
  const total = countPairs(a, b, shape);
  const { value, next } = kthPairSum(a, b, Math.ceil(total / 2), shape);
  return total % 2 === 1 ? value : value / 2 + next / 2;
}
