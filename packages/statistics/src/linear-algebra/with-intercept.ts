import { createMatrix, type Matrix } from "./matrix";
import { entry } from "./vector";

/**
 * A column of ones and the given columns.
 * @throws RangeError when a column is shorter than the number of rows
 */
export function withIntercept(columns: readonly (readonly number[])[], rows: number): Matrix {
  const width = columns.length + 1;
  const result = createMatrix(rows, width);
  for (let row = 0; row < rows; row += 1) {
    result.values[row * width] = 1;
    columns.forEach((column, index) => {
      result.values[row * width + index + 1] = entry(column, row);
    });
  }
  return result;
}
