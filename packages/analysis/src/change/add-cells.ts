import { add, negate, parseDecimal, toText } from "@alongside/statistics/decimal/decimal";
import { CELL_COUNTS, CELL_SUMS, type CellKey, type ChangeCell } from "./cells";

/** Adds b to a. The key of a is kept. */
function addCell(a: ChangeCell, b: ChangeCell): ChangeCell {
  return {
    ...a,
    ...Object.fromEntries(CELL_COUNTS.map((field) => [field, a[field] + b[field]])),
    ...Object.fromEntries(
      CELL_SUMS.map((field) => [field, toText(add(parseDecimal(a[field]), parseDecimal(b[field])))]),
    ),
  };
}

/** The cell that takes another away again. */
export function negateCell(cell: ChangeCell): ChangeCell {
  return {
    ...cell,
    // 0 - n rather than -n: there is no negative zero among counts.
    ...Object.fromEntries(CELL_COUNTS.map((field) => [field, 0 - cell[field]])),
    ...Object.fromEntries(CELL_SUMS.map((field) => [field, toText(negate(parseDecimal(cell[field])))])),
  };
}

/** Nobody, under the same key. Starting from it brings every sum into its one written form. */
function zeroLike(cell: ChangeCell): ChangeCell {
  return {
    ...cell,
    ...Object.fromEntries(CELL_COUNTS.map((field) => [field, 0])),
    ...Object.fromEntries(CELL_SUMS.map((field) => [field, "0"])),
  };
}

function isZero(cell: ChangeCell): boolean {
  return (
    CELL_COUNTS.every((field) => cell[field] === 0) &&
    CELL_SUMS.every((field) => parseDecimal(cell[field]).coefficient === 0n)
  );
}

function keyText(key: CellKey): string {
  return JSON.stringify([key.siteId, key.cohortId, key.measure, key.timepointId]);
}

/**
 * Adds up all cells with the same key. The result does not depend on the order or grouping of the input: sums are
 * exact, cells come sorted by key, and cells that are zero throughout are left out.
 */
export function addCells(cells: Iterable<ChangeCell>): ChangeCell[] {
  const totals = new Map<string, ChangeCell>();
  for (const cell of cells) {
    const key = keyText(cell);
    const total = totals.get(key);
    totals.set(key, addCell(total ?? zeroLike(cell), cell));
  }
  return [...totals.entries()]
    .filter(([, cell]) => !isZero(cell))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, cell]) => cell);
}

/** The same cells with the sites merged into one: `siteId` becomes the given name. */
export function mergeSites(cells: Iterable<ChangeCell>, siteId = "all"): ChangeCell[] {
  return addCells(Array.from(cells, (cell) => ({ ...cell, siteId })));
}
