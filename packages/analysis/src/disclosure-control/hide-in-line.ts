import { effectiveThreshold, type ShownCount, suppressCount } from "./shown-count";

/**
 * A group of people divided into parts that stand in one line with their total: all parts as they are, or none. As soon
 * as one part is a small count, hiding it and its smallest neighbour would not do: whoever knows the rule by which the
 * neighbour was chosen can often work back to the small one. So every part that is not empty reads "1 to the most it can
 * be", and where even the number of parts says too much, the empty ones too.
 * @throws RangeError when a count is not a whole number of at least 0
 */
export function hideInLine(counts: readonly number[], threshold: number): readonly ShownCount[] {
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0)) throw new RangeError("Not counts of people");
  const k = effectiveThreshold(threshold);
  if (counts.every((count) => suppressCount(count, k).kind === "exact")) {
    return counts.map((n) => ({ kind: "exact", n }));
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  const filled = counts.filter((count) => count > 0).length;
  const most = total - (filled - 1);
  if (most < k) return counts.map(() => ({ kind: "range", low: 0, high: total }));
  return counts.map((count) => (count === 0 ? { kind: "exact", n: 0 } : { kind: "range", low: 1, high: most }));
}
