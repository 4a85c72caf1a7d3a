/** People measured twice on a yes/no question, before and after. */
export interface PairedTable {
  readonly both: number;
  /** Yes before, no after: lost. */
  readonly preOnly: number;
  /** No before, yes after: gained. */
  readonly postOnly: number;
  readonly neither: number;
}

/**
 * Counts the four kinds of people.
 * @param pre yes or no before
 * @param post the same people after, in the same order
 * @throws RangeError when the lengths differ
 */
export function pairedTable(pre: readonly boolean[], post: readonly boolean[]): PairedTable {
  if (pre.length !== post.length) throw new RangeError(`${pre.length} answers before but ${post.length} after`);
  const count = (before: boolean, after: boolean) =>
    pre.filter((answer, index) => answer === before && post[index] === after).length;
  return {
    both: count(true, true),
    preOnly: count(true, false),
    postOnly: count(false, true),
    neither: count(false, false),
  };
}

/**
 * The number of people in the table.
 * @throws RangeError when a cell is not a count
 */
export function pairedTotal({ both, preOnly, postOnly, neither }: PairedTable): number {
  for (const cell of [both, preOnly, postOnly, neither]) {
    if (!Number.isSafeInteger(cell) || cell < 0) throw new RangeError(`${cell} is not a number of people`);
  }
  return both + preOnly + postOnly + neither;
}
