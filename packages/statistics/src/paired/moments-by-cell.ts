import { NO_PAIRS, type PairedMoments } from "./paired-moments";

/** Pairs of many cells (cohort by outcome, say) in columns: one entry a pair, in any order. */
export interface PairColumns {
  /** Cell of each pair, from 0. */
  readonly cells: Int32Array;
  readonly pre: Float64Array;
  readonly post: Float64Array;
}

/** Sums kept for every cell, of values less the cell's first pair: sums of x, y, xx, yy, xy. */
const SUMS = 5;

/**
 * Moments of every cell in one pass over the pairs: what `momentsFromPairs` gives for each, however many pairs there are.
 * Values are taken less the first pair of their cell, so that a large mean costs no digits; a spread below the rounding
 * error of the sums counts as none.
 * @param count number of cells
 * @throws RangeError when the columns differ in length, a cell lies outside, or a value is not finite
 */
export function momentsByCell({ cells, pre, post }: PairColumns, count: number): readonly PairedMoments[] {
  const pairs = cells.length;
  if (pre.length !== pairs || post.length !== pairs) throw new RangeError("Columns of different lengths");
  const n = new Int32Array(count);
  const pivots = new Float64Array(2 * count);
  const sums = new Float64Array(SUMS * count);
  let finite = 0;
  for (let row = 0; row < pairs; row += 1) {
    const cell = cells[row] ?? -1;
    if (cell < 0 || cell >= count) throw new RangeError(`No cell ${cell}`);
    const before = pre[row] ?? 0;
    const after = post[row] ?? 0;
    if (n[cell] === 0) {
      pivots[2 * cell] = before;
      pivots[2 * cell + 1] = after;
    }
    n[cell] = (n[cell] ?? 0) + 1;
    const x = before - (pivots[2 * cell] ?? 0);
    const y = after - (pivots[2 * cell + 1] ?? 0);
    const at = SUMS * cell;
    sums[at] = (sums[at] ?? 0) + x;
    sums[at + 1] = (sums[at + 1] ?? 0) + y;
    sums[at + 2] = (sums[at + 2] ?? 0) + x * x;
    sums[at + 3] = (sums[at + 3] ?? 0) + y * y;
    sums[at + 4] = (sums[at + 4] ?? 0) + x * y;
    finite += x * 0 + y * 0;
  }
  if (Number.isNaN(finite)) throw new RangeError("A value is not finite");
  return Array.from(n, (size, cell) => momentsOf(size, cell, pivots, sums));
}

/** A centred sum smaller than this share of what it was subtracted from is rounding error. */
const ROUNDING = 1e-13;

function momentsOf(n: number, cell: number, pivots: Float64Array, sums: Float64Array): PairedMoments {
  if (n === 0) return NO_PAIRS;
  const at = SUMS * cell;
  const [first, second] = [pivots[2 * cell] ?? 0, pivots[2 * cell + 1] ?? 0];
  const x = (sums[at] ?? 0) / n;
  const y = (sums[at + 1] ?? 0) / n;
  const meanPre = first + x;
  const meanPost = second + y;
  const meanChange = second - first + (y - x);
  if (n === 1)
    return { n, meanPre, meanPost, meanChange, sdPre: null, sdPost: null, sdChange: null, correlation: null };
  const [squaresPre, squaresPost, products] = [sums[at + 2] ?? 0, sums[at + 3] ?? 0, sums[at + 4] ?? 0];
  const xx = centred(squaresPre, n * x * x);
  const yy = centred(squaresPost, n * y * y);
  const dd = centred(squaresPre + squaresPost - 2 * products, n * (y - x) ** 2);
  const correlation = (products - n * x * y) / Math.sqrt(xx) / Math.sqrt(yy);
  return {
    n,
    meanPre,
    meanPost,
    meanChange,
    sdPre: Math.sqrt(xx / (n - 1)),
    sdPost: Math.sqrt(yy / (n - 1)),
    sdChange: Math.sqrt(dd / (n - 1)),
    correlation: xx === 0 || yy === 0 ? null : Math.min(1, Math.max(-1, correlation)),
  };
}

/** A sum of squares less what belongs to the mean; nothing where only rounding is left. */
function centred(whole: number, taken: number): number {
  return whole - taken <= ROUNDING * whole ? 0 : whole - taken;
}
