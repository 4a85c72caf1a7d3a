/** Counts of people by row and column. */
export type CountTable = readonly (readonly number[])[];

/** A table with its margins. */
export interface Margins {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly total: number;
}

/**
 * The margins of a table.
 * @throws RangeError when rows differ in length or a cell is not a count
 */
export function marginsOf(table: CountTable): Margins {
  const width = table[0]?.length ?? 0;
  if (table.some((row) => row.length !== width)) throw new RangeError("Rows differ in length");
  const cells = table.flat();
  const wrong = cells.find((cell) => !Number.isInteger(cell) || cell < 0);
  if (wrong !== undefined) throw new RangeError(`${wrong} is not a number of people`);
  const rows = table.map((row) => row.reduce((sum, cell) => sum + cell, 0));
  const columns = Array.from({ length: width }, (_, column) => table.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  return { rows, columns, total: cells.reduce((sum, cell) => sum + cell, 0) };
}

/**
 * Counts pairs of categories.
 * @param rows category of each person, from 0; the table has `rowCount` rows
 * @param columns category of the same people in the other classification
 * @throws RangeError when the lengths differ or a category lies outside the table
 */
export function crossTabulate(
  rows: readonly number[],
  columns: readonly number[],
  rowCount: number,
  columnCount: number,
): number[][] {
  if (rows.length !== columns.length) throw new RangeError(`${rows.length} rows but ${columns.length} columns`);
  const table = Array.from({ length: rowCount }, () => Array.from({ length: columnCount }, () => 0));
  rows.forEach((row, index) => {
    const column = columns[index] ?? -1;
    const cells = table[row];
    const count = cells?.[column];
    if (cells === undefined || count === undefined) throw new RangeError(`No cell ${row}, ${column}`);
    cells[column] = count + 1;
  });
  return table;
}
