import { entry } from "./vector";

/** A rectangle of numbers, row after row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  /** Row-major: the entry of row i and column j stands at i * columns + j. */
  readonly values: Float64Array;
}

/**
 * A matrix over the given row-major values, or of zeros.
 * @throws RangeError when the number of values is not rows * columns
 */
export function createMatrix(rows: number, columns: number, values?: ArrayLike<number>): Matrix {
  const size = rows * columns;
  if (values !== undefined && values.length !== size) {
    throw new RangeError(`${values.length} values for ${rows} rows and ${columns} columns`);
  }
  return { rows, columns, values: values === undefined ? new Float64Array(size) : new Float64Array(values) };
}

/**
 * A matrix from its rows.
 * @throws RangeError when the rows differ in length
 */
export function fromRows(rows: readonly (readonly number[])[]): Matrix {
  const columns = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== columns)) throw new RangeError("Rows of different lengths");
  return createMatrix(rows.length, columns, rows.flat());
}

/** Ones on the diagonal, zeros elsewhere. */
export function identity(n: number): Matrix {
  const result = createMatrix(n, n);
  for (let index = 0; index < n; index += 1) result.values[index * n + index] = 1;
  return result;
}

/**
 * The entry of one row and column, counted from 0.
 * @throws RangeError outside the matrix
 */
export function at(a: Matrix, row: number, column: number): number {
  if (column < 0 || column >= a.columns) throw new RangeError(`No column ${column} in a matrix of ${a.columns}`);
  return entry(a.values, row * a.columns + column);
}

/**
 * The matrix product a b.
 * @throws RangeError when a has not as many columns as b has rows
 */
export function multiply(a: Matrix, b: Matrix): Matrix {
  if (a.columns !== b.rows) throw new RangeError(`${a.columns} columns times ${b.rows} rows`);
  const result = createMatrix(a.rows, b.columns);
  const { values } = result;
  for (let row = 0; row < a.rows; row += 1) {
    const start = row * b.columns;
    for (let inner = 0; inner < a.columns; inner += 1) {
      const factor = a.values[row * a.columns + inner] ?? 0;
      if (factor === 0) continue;
      const other = inner * b.columns;
      for (let column = 0; column < b.columns; column += 1) {
        values[start + column] = (values[start + column] ?? 0) + factor * (b.values[other + column] ?? 0);
      }
    }
  }
  return result;
}

/** Rows become columns. */
export function transpose(a: Matrix): Matrix {
  const result = createMatrix(a.columns, a.rows);
  for (let row = 0; row < a.rows; row += 1) {
    for (let column = 0; column < a.columns; column += 1) {
      result.values[column * a.rows + row] = entry(a.values, row * a.columns + column);
    }
  }
  return result;
}

/** A copy of column j, counted from 0. */
export function column(a: Matrix, j: number): Float64Array {
  return Float64Array.from({ length: a.rows }, (_, row) => at(a, row, j));
}

/**
 * The product of a matrix with a vector.
 * @throws RangeError when the vector has not one entry per column
 */
export function multiplyVector(a: Matrix, x: ArrayLike<number>): Float64Array {
  if (a.columns !== x.length) throw new RangeError(`${a.columns} columns times ${x.length} entries`);
  const result = new Float64Array(a.rows);
  for (let row = 0; row < a.rows; row += 1) {
    let total = 0;
    for (let inner = 0; inner < a.columns; inner += 1) {
      total += entry(a.values, row * a.columns + inner) * entry(x, inner);
    }
    result[row] = total;
  }
  return result;
}
