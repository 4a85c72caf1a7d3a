import { changeFromMoments, type PairedChange } from "./change-from-moments";
import { NO_PAIRS, type PairedMoments } from "./paired-moments";

const PROVENANCE = { statistic: "paired/paired-change", version: 1 } as const;
/** A spread this small against the values is rounding error, not spread. The same bound as R's t.test. */
const ESSENTIALLY_CONSTANT = 10 * Number.EPSILON;

/**
 * Paired change from the values themselves, by the two-pass formulas in floating point.
 * @param pre values before
 * @param post values after, of the same people in the same order
 * @param level of the intervals, 0 to 1
 * @throws RangeError when the lengths differ or a value is not finite
 */
export function pairedChange(pre: readonly number[], post: readonly number[], level = 0.95): PairedChange {
  return changeFromMoments(momentsFromPairs(pre, post), level, PROVENANCE);
}

/** The moments behind `pairedChange`; same errors. */
export function momentsFromPairs(pre: readonly number[], post: readonly number[]): PairedMoments {
  const n = pre.length;
  if (post.length !== n) throw new RangeError(`${n} values before but ${post.length} after`);
  if (!pre.every(Number.isFinite) || !post.every(Number.isFinite)) throw new RangeError("A value is not finite");
  if (n === 0) return NO_PAIRS;
  const change = post.map((after, index) => after - (pre[index] ?? 0));
  const [meanPre, meanPost, meanChange] = [mean(pre), mean(post), mean(change)];
  const means = { n, meanPre, meanPost, meanChange };
  if (n === 1) return { ...NO_PAIRS, ...means };

  const largest = Math.max(...[...pre, ...post].map(Math.abs));
  const sd = (values: readonly number[], centre: number) => {
    const spread = Math.sqrt(centredProduct(values, centre, values, centre) / (n - 1));
    return spread <= ESSENTIALLY_CONSTANT * largest ? 0 : spread;
  };
  const [sdPre, sdPost] = [sd(pre, meanPre), sd(post, meanPost)];
  const covariance = centredProduct(pre, meanPre, post, meanPost) / (n - 1);
  return {
    ...means,
    sdPre,
    sdPost,
    sdChange: sd(change, meanChange),
    correlation: sdPre === 0 || sdPost === 0 ? null : Math.min(1, Math.max(-1, covariance / sdPre / sdPost)),
  };
}

/** Mean with one correction step, which removes the rounding error of the first. */
function mean(values: readonly number[]): number {
  const first = values.reduce((sum, value) => sum + value, 0) / values.length;
  return first + values.reduce((sum, value) => sum + (value - first), 0) / values.length;
}

function centredProduct(a: readonly number[], meanA: number, b: readonly number[], meanB: number): number {
  return a.reduce((sum, value, index) => sum + (value - meanA) * ((b[index] ?? 0) - meanB), 0);
}
