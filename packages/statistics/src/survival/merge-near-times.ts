/** Times closer than this, absolutely or against the mean time, are one time that rounding split. */
const SAME_TIME = Math.sqrt(Number.EPSILON);

/**
 * Times with those that differ only by rounding made equal, so that ties computed from dates stay ties: each is replaced by
 * the earliest time of its run. R: survival's timefix, its default.
 * @param lists of times that are compared with one another, such as entries and exits
 * @returns the lists in the same order
 */
export function mergeNearTimes(lists: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const distinct = [...new Set(lists.flat())].sort((a, b) => a - b);
  const size = distinct.reduce((sum, time) => sum + Math.abs(time), 0) / distinct.length;
  const kept = new Map<number, number>();
  let [first, previous] = [distinct[0] ?? 0, Number.NEGATIVE_INFINITY];
  for (const time of distinct) {
    const gap = time - previous;
    if (gap > SAME_TIME && gap / size > SAME_TIME) first = time;
    kept.set(time, first);
    previous = time;
  }
  return lists.map((list) => list.map((time) => kept.get(time) ?? time));
}
