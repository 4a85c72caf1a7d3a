import { areFinite, insufficient } from "../estimate";
import { changeFromMoments, type PairedChange, refusedChange } from "./change-from-moments";
import { NO_PAIRS, type PairedMoments } from "./paired-moments";

const PROVENANCE = { statistic: "paired/paired-change", version: 1 } as const;
/** A spread this small against the values is rounding error, not spread. The same bound as R's t.test. */
const ESSENTIALLY_CONSTANT = 10 * Number.EPSILON;

/**
 * Paired change from the values themselves, by the two-pass formulas in floating point.
 * @param pre values before
 * @param post values after, of the same people in the same order
 * @param level of the intervals, 0 to 1
 * @throws RangeError when the lengths differ
 */
export function pairedChange(pre: readonly number[], post: readonly number[], level = 0.95): PairedChange {
  if (pre.length === post.length && !areFinite(pre, post)) return refusedChange(insufficient("not-finite", pre.length));
  return changeFromMoments(momentsFromPairs(pre, post), level, PROVENANCE);
}

/**
 * The moments behind `pairedChange`.
 * @throws RangeError when the lengths differ or a value is not finite
 */
export function momentsFromPairs(pre: readonly number[], post: readonly number[]): PairedMoments {
  const n = pre.length;
  if (post.length !== n) throw new RangeError(`${n} values before but ${post.length} after`);
  if (n === 0) return NO_PAIRS;
  const first = roughMeans(pre, post);
  const deviations = sumDeviations(pre, post, first);
  const meanPre = first.pre + deviations.pre / n;
  const meanPost = first.post + deviations.post / n;
  const means = { n, meanPre, meanPost, meanChange: first.change + deviations.change / n };
  if (n === 1) return { ...NO_PAIRS, ...means };

  // Squares around the rough mean, less what the rest of the mean adds to them.
  const sd = (squares: number, rest: number) => {
    const spread = Math.sqrt(Math.max(0, squares - (rest * rest) / n) / (n - 1));
    return spread <= ESSENTIALLY_CONSTANT * first.largest ? 0 : spread;
  };
  const sdPre = sd(deviations.squaresPre, deviations.pre);
  const sdPost = sd(deviations.squaresPost, deviations.post);
  const covariance = (deviations.products - (deviations.pre * deviations.post) / n) / (n - 1);
  return {
    ...means,
    sdPre,
    sdPost,
    sdChange: sd(deviations.squaresChange, deviations.change),
    correlation: sdPre === 0 || sdPost === 0 ? null : Math.min(1, Math.max(-1, covariance / sdPre / sdPost)),
  };
}

/** Means up to the rounding error of their sums, and the largest size of a value. */
function roughMeans(pre: readonly number[], post: readonly number[]) {
  const n = pre.length;
  let [sumPre, sumPost, sumChange, largest] = [0, 0, 0, 0];
  for (let index = 0; index < n; index += 1) {
    const before = pre[index] ?? 0;
    const after = post[index] ?? 0;
    sumPre += before;
    sumPost += after;
    sumChange += after - before;
    // Not above a bound, as NaN never is.
    if (!(Math.abs(before) <= Number.MAX_VALUE && Math.abs(after) <= Number.MAX_VALUE)) {
      throw new RangeError("A value is not finite");
    }
    largest = Math.max(largest, Math.abs(before), Math.abs(after));
  }
  return { pre: sumPre / n, post: sumPost / n, change: sumChange / n, largest };
}

/** Sums, squares and products of deviations from rough means. */
function sumDeviations(
  pre: readonly number[],
  post: readonly number[],
  means: { readonly pre: number; readonly post: number; readonly change: number },
) {
  let [sumPre, sumPost, sumChange] = [0, 0, 0];
  let [squaresPre, squaresPost, squaresChange, products] = [0, 0, 0, 0];
  for (let index = 0; index < pre.length; index += 1) {
    const before = pre[index] ?? 0;
    const after = post[index] ?? 0;
    const x = before - means.pre;
    const y = after - means.post;
    const d = after - before - means.change;
    sumPre += x;
    sumPost += y;
    sumChange += d;
    squaresPre += x * x;
    squaresPost += y * y;
    squaresChange += d * d;
    products += x * y;
  }
  return { pre: sumPre, post: sumPost, change: sumChange, squaresPre, squaresPost, squaresChange, products };
}
