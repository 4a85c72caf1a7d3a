/** Numbers of people by one to three classifications. Everybody is in exactly one cell. */
export interface LinkedTable {
  /** How many classes each classification has. */
  readonly sizes: readonly number[];
  /** Innermost cells, the last classification running fastest. */
  readonly counts: readonly number[];
  /** The classification that says something sensitive of a person, by position. */
  readonly trait?: number;
}

/** A number of people of a controlled table. */
export type ControlledCell =
  | { readonly kind: "exact"; readonly n: number }
  /** Rounded to the nearest 5. */
  | { readonly kind: "rounded"; readonly n: number }
  /** At least one and fewer than `below`. */
  | { readonly kind: "hidden"; readonly below: number }
  /** Nothing is said, not even whether it is anybody. */
  | { readonly kind: "not-shown" };

/** All totals over the same classifications; over none: the grand total; over all: the cells. */
export interface Margin {
  /** Positions of the classifications it still tells apart. */
  readonly over: readonly number[];
  readonly counts: readonly number[];
  /** Where in `counts` the total of a cell of the whole table stands. */
  readonly indexOf: (cell: readonly number[]) => number;
  /** A cell of the whole table that belongs to a total; 0 for classifications it does not tell apart. */
  readonly cellOf: (index: number) => readonly number[];
}

/**
 * Every margin of a table, from the grand total to the cells themselves.
 * @throws RangeError when counts are not whole numbers of people, or do not fit the classifications
 */
export function marginsOf({ sizes, counts }: LinkedTable): readonly Margin[] {
  if (sizes.length < 1 || sizes.length > 3) throw new RangeError("One to three classifications");
  if (counts.length !== sizes.reduce((product, size) => product * size, 1)) throw new RangeError("Not a whole table");
  if (!counts.every((n) => Number.isSafeInteger(n) && n >= 0)) throw new RangeError("Not counts of people");
  const all = sizes.map((_, at) => at);
  const subsets = Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((at) => (bits >> at) % 2 === 1));
  const ordered = subsets.toSorted(
    (a, b) => a.length - b.length || (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0),
  );
  return ordered.map((over) => marginOver(over, sizes, counts));
}

function marginOver(over: readonly number[], sizes: readonly number[], counts: readonly number[]): Margin {
  const indexOf = (cell: readonly number[]) =>
    over.reduce((index, at) => index * (sizes[at] ?? 1) + (cell[at] ?? 0), 0);
  const cellOf = (index: number) => positionOf(index, over, sizes);
  const all = sizes.map((_, at) => at);
  const totals = Array.from({ length: over.reduce((product, at) => product * (sizes[at] ?? 1), 1) }, () => 0);
  counts.forEach((n, index) => {
    const at = indexOf(positionOf(index, all, sizes));
    totals[at] = (totals[at] ?? 0) + n;
  });
  return { over, counts: totals, indexOf, cellOf };
}

function positionOf(index: number, over: readonly number[], sizes: readonly number[]): readonly number[] {
  const cell = sizes.map(() => 0);
  let rest = index;
  for (const at of over.toReversed()) {
    const size = sizes[at] ?? 1;
    cell[at] = rest % size;
    rest = Math.floor(rest / size);
  }
  return cell;
}
