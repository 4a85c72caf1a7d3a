import { type CountTable, marginsOf } from "../contingency/count-table";
import { type InsufficientData, tooFew } from "../estimate";

/** A table of two raters as shares of all units. */
export interface RaterShares {
  readonly kind: "rater-shares";
  readonly n: number;
  readonly categories: number;
  readonly cells: readonly (readonly number[])[];
  /** Share of each category given by the first rater (rows) and by the second (columns). */
  readonly first: readonly number[];
  readonly second: readonly number[];
  /** Share of units on the diagonal. */
  readonly agreement: number;
}

/**
 * Shares of a table of two raters; insufficient data without units or with fewer than two categories.
 * @param table square, first rater in rows, the same categories in columns
 * @throws RangeError when the table is not square or a cell is not a count
 */
export function raterShares(table: CountTable): RaterShares | InsufficientData {
  const { rows, columns, total: n } = marginsOf(table);
  if (columns.length !== rows.length) throw new RangeError("The table is not square");
  if (rows.length < 2) return tooFew(2, rows.length);
  if (n === 0) return tooFew(1, 0);
  return {
    kind: "rater-shares",
    n,
    categories: rows.length,
    cells: table.map((row) => row.map((count) => count / n)),
    first: rows.map((count) => count / n),
    second: columns.map((count) => count / n),
    agreement: table.reduce((sum, row, index) => sum + (row[index] ?? 0), 0) / n,
  };
}

/** Adds f over all cells: share of the cell, row, column. */
export function sumOverCells(shares: RaterShares, f: (share: number, row: number, column: number) => number): number {
  return shares.cells.reduce((sum, row, i) => row.reduce((part, share, j) => part + f(share, i, j), sum), 0);
}
