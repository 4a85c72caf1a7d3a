import { add, type Decimal, negate, parseDecimal, toText, ZERO } from "@alongside/statistics/decimal/decimal";
import { CELL_COUNTS, CELL_SUMS, type CellKey, type ChangeCell } from "./cells";

/** A cell while it is being added up. The figures are in the order of CELL_COUNTS and CELL_SUMS. */
interface Total {
  readonly key: CellKey;
  readonly counts: number[];
  readonly sums: Decimal[];
}

function keyOf({ siteId, cohortId, measure, timepointId }: ChangeCell): CellKey {
  return { siteId, cohortId, measure, timepointId };
}

function emptyTotal(cell: ChangeCell): Total {
  return { key: keyOf(cell), counts: CELL_COUNTS.map(() => 0), sums: CELL_SUMS.map(() => ZERO) };
}

function isZero({ counts, sums }: Total): boolean {
  return counts.every((count) => count === 0) && sums.every((sum) => sum.coefficient === 0n);
}

/** Written out rather than spread: this runs a dozen times in every save, and spreading costs ten times as much. */
function cellOf({ key, counts, sums }: Total): ChangeCell {
  const { siteId, cohortId, measure, timepointId } = key;
  const [n = 0, unscored = 0, pairs = 0] = counts;
  const [sum = "0", sumSquares = "0", sumX = "0", sumY = "0", sumXX = "0", sumYY = "0", sumXY = "0"] = sums.map(toText);
  return {
    siteId,
    cohortId,
    measure,
    timepointId,
    n,
    unscored,
    pairs,
    sum,
    sumSquares,
    sumX,
    sumY,
    sumXX,
    sumYY,
    sumXY,
  };
}

/** The cell that takes another away again. */
export function negateCell(cell: ChangeCell): ChangeCell {
  return cellOf({
    key: keyOf(cell),
    // 0 - n rather than -n: there is no negative zero among counts.
    counts: CELL_COUNTS.map((field) => 0 - cell[field]),
    sums: CELL_SUMS.map((field) => negate(parseDecimal(cell[field]))),
  });
}

/**
 * Adds up all cells with the same key. The result does not depend on the order or grouping of the input: sums are
 * exact, cells come sorted by key, and cells that are zero throughout are left out.
 */
export function addCells(cells: Iterable<ChangeCell>): ChangeCell[] {
  const totals = new Map<string, Total>();
  for (const cell of cells) {
    const text = JSON.stringify([cell.siteId, cell.cohortId, cell.measure, cell.timepointId]);
    const total = totals.get(text) ?? emptyTotal(cell);
    totals.set(text, total);
    CELL_COUNTS.forEach((field, index) => {
      total.counts[index] = (total.counts[index] ?? 0) + cell[field];
    });
    CELL_SUMS.forEach((field, index) => {
      total.sums[index] = add(total.sums[index] ?? ZERO, parseDecimal(cell[field]));
    });
  }
  return [...totals.entries()]
    .filter(([, total]) => !isZero(total))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, total]) => cellOf(total));
}

/** The same cells with the sites merged into one: `siteId` becomes the given name. */
export function mergeSites(cells: Iterable<ChangeCell>, siteId = "all"): ChangeCell[] {
  return addCells(Array.from(cells, (cell) => ({ ...cell, siteId })));
}
