import { createMatrix, type Matrix } from "../linear-algebra/matrix";

/** X = Q R with orthonormal columns, and the outcome split by it. */
export interface OrthonormalColumns {
  /** Columns of Q, then what Q leaves of the outcome. */
  readonly columns: readonly Float64Array[];
  /** R, upper triangular. */
  readonly upper: Matrix;
  /** Q'y, from which least squares starts. */
  readonly projection: Float64Array;
  /** log |X'X|. */
  readonly logDeterminant: number;
}

/** A column that keeps less than this share of its length beside the earlier ones repeats them, as in R's lm. */
const REPEATED = 1e-7;

/**
 * Gram-Schmidt with one repetition, which is as accurate as Householder's method (Giraud, Langou and Rozloznik 2005),
 * of the columns of X, and the outcome made orthogonal to them. Cross-products of the result lose no digits to
 * predictors on different scales or far from zero.
 * @returns null when a predictor is a combination of the ones before it
 */
export function orthonormalColumns(x: Matrix, y: Float64Array): OrthonormalColumns | null {
  const { rows, columns: count } = x;
  const columns: Float64Array[] = [];
  const upper = createMatrix(count, count);
  let logDeterminant = 0;
  for (let j = 0; j < count; j += 1) {
    const column = new Float64Array(rows);
    for (let i = 0; i < rows; i += 1) column[i] = x.values[i * count + j] ?? 0;
    const before = length(column);
    const coordinates = removeColumns(columns, column);
    const after = length(column);
    if (!(after > REPEATED * before)) return null;
    for (let i = 0; i < rows; i += 1) column[i] = (column[i] ?? 0) / after;
    coordinates.forEach((value, i) => {
      upper.values[i * count + j] = value;
    });
    upper.values[j * count + j] = after;
    logDeterminant += 2 * Math.log(after);
    columns.push(column);
  }
  const rest = Float64Array.from(y);
  const projection = removeColumns(columns, rest);
  return { columns: [...columns, rest], upper, projection, logDeterminant };
}

/** Subtracts from a vector its projection on orthonormal columns, in place, and gives the coordinates. */
function removeColumns(columns: readonly Float64Array[], vector: Float64Array): Float64Array {
  const coordinates = new Float64Array(columns.length);
  for (let pass = 0; pass < 2; pass += 1) {
    columns.forEach((column, j) => {
      let product = 0;
      for (let i = 0; i < vector.length; i += 1) product += (column[i] ?? 0) * (vector[i] ?? 0);
      for (let i = 0; i < vector.length; i += 1) vector[i] = (vector[i] ?? 0) - product * (column[i] ?? 0);
      coordinates[j] = (coordinates[j] ?? 0) + product;
    });
  }
  return coordinates;
}

function length(vector: Float64Array): number {
  let total = 0;
  for (let i = 0; i < vector.length; i += 1) total += (vector[i] ?? 0) ** 2;
  return Math.sqrt(total);
}
