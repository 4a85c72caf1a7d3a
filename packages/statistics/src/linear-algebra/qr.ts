import { createMatrix, type Matrix } from "./matrix";
import { entry, norm } from "./vector";

/** A column whose remainder is shorter than this share of its own length repeats the columns before it. */
const REPEATED = 1e-11;

/** Least squares on the columns of a matrix, without ever forming the cross-products. */
export interface QrDecomposition {
  /** Number of columns that do not repeat earlier ones. */
  readonly rank: number;
  /** Those columns, in their order. Coefficients and covariances below are of these and no others. */
  readonly determined: readonly number[];
  /** The coefficients that bring the columns closest to y, one per determined column. */
  solve(y: ArrayLike<number>): Float64Array;
  /** y less its projection on the columns, one per row. */
  residuals(y: ArrayLike<number>): Float64Array;
  /** The projection of y on the columns, one per row. */
  fitted(y: ArrayLike<number>): Float64Array;
  /** Q'y, one per row: the first `rank` entries are the explained part, the others have the residual's length. */
  qTransposed(y: ArrayLike<number>): Float64Array;
  /** (X'X)^-1 of the determined columns; times the residual variance it is the covariance of the coefficients. */
  unscaledCovariance(): Matrix;
  /** Diagonal of the hat matrix, one per row. */
  leverages(): Float64Array;
  /** log |det(X'X)| of the determined columns. */
  readonly logDeterminant: number;
}

/**
 * Householder QR. Columns stay in their order, and a column that repeats earlier ones is set aside, so that of
 * predictors that say the same the first is kept, as R's lm does. Source: Golub and Van Loan, Matrix Computations,
 * section 5.2. R: qr(a, tol).
 * @param tolerance share of a column's length below which what is left of it counts as nothing (R's lm: 1e-7)
 */
export function qrDecompose(a: Matrix, tolerance = REPEATED): QrDecomposition {
  const { rows } = a;
  const columns = Array.from({ length: a.columns }, (_, j) => {
    const column = new Float64Array(rows);
    for (let row = 0; row < rows; row += 1) column[row] = a.values[row * a.columns + j] ?? 0;
    return column;
  });
  const reflectors: Float64Array[] = [];
  const determined: number[] = [];
  const upper: Float64Array[] = [];
  columns.forEach((column, index) => {
    const whole = norm(column);
    reflectors.forEach((reflector, start) => {
      reflect(column, reflector, start);
    });
    const rank = reflectors.length;
    const rest = rank < rows ? norm(column.subarray(rank)) : 0;
    if (rest === 0 || rest <= tolerance * whole) return;
    const lead = entry(column, rank);
    const diagonal = lead > 0 ? -rest : rest;
    const reflector = column.slice(rank);
    reflector[0] = lead - diagonal;
    const size = norm(reflector);
    reflectors.push(reflector.map((value) => value / size));
    column[rank] = diagonal;
    upper.push(column.slice(0, rank + 1));
    determined.push(index);
  });
  return new Householder(rows, reflectors, upper, determined);
}

/** Reflects the part of a vector from `start` on in the plane orthogonal to a unit vector. */
function reflect(vector: Float64Array, unit: Float64Array, start: number): void {
  const { length } = unit;
  let product = 0;
  for (let index = 0; index < length; index += 1) product += (unit[index] ?? 0) * (vector[start + index] ?? 0);
  for (let index = 0; index < length; index += 1) {
    vector[start + index] = (vector[start + index] ?? 0) - 2 * product * (unit[index] ?? 0);
  }
}

class Householder implements QrDecomposition {
  readonly rank: number;
  readonly logDeterminant: number;

  /** @param upper the columns of R, down to the diagonal */
  constructor(
    private readonly rows: number,
    private readonly reflectors: readonly Float64Array[],
    private readonly upper: readonly Float64Array[],
    readonly determined: readonly number[],
  ) {
    this.rank = reflectors.length;
    this.logDeterminant = upper.reduce((sum, column, j) => sum + 2 * Math.log(Math.abs(entry(column, j))), 0);
  }

  qTransposed(y: ArrayLike<number>): Float64Array {
    if (y.length !== this.rows) throw new RangeError(`${y.length} values for ${this.rows} rows`);
    const result = new Float64Array(y);
    this.reflectors.forEach((reflector, start) => {
      reflect(result, reflector, start);
    });
    return result;
  }

  solve(y: ArrayLike<number>): Float64Array {
    return this.backSubstitute(this.qTransposed(y).slice(0, this.rank));
  }

  residuals(y: ArrayLike<number>): Float64Array {
    return this.q(this.qTransposed(y).fill(0, 0, this.rank));
  }

  fitted(y: ArrayLike<number>): Float64Array {
    return this.q(this.qTransposed(y).fill(0, this.rank));
  }

  unscaledCovariance(): Matrix {
    const inverse = Array.from({ length: this.rank }, (_, j) => {
      const unit = new Float64Array(this.rank);
      unit[j] = 1;
      return this.backSubstitute(unit);
    });
    const result = createMatrix(this.rank, this.rank);
    for (let i = 0; i < this.rank; i += 1) {
      for (let j = 0; j < this.rank; j += 1) {
        let total = 0;
        for (const column of inverse.slice(Math.max(i, j))) total += entry(column, i) * entry(column, j);
        result.values[i * this.rank + j] = total;
      }
    }
    return result;
  }

  leverages(): Float64Array {
    const result = new Float64Array(this.rows);
    for (let j = 0; j < this.rank; j += 1) {
      const unit = new Float64Array(this.rows);
      unit[j] = 1;
      this.q(unit).forEach((value, row) => {
        result[row] = entry(result, row) + value ** 2;
      });
    }
    return result;
  }

  /** Q times a vector, in place. */
  private q(vector: Float64Array): Float64Array {
    for (let start = this.rank - 1; start >= 0; start -= 1) {
      const reflector = this.reflectors[start];
      if (reflector !== undefined) reflect(vector, reflector, start);
    }
    return vector;
  }

  /** R^-1 times a vector, in place. */
  private backSubstitute(vector: Float64Array): Float64Array {
    for (let j = this.rank - 1; j >= 0; j -= 1) {
      const column = this.upper[j] ?? new Float64Array();
      const value = entry(vector, j) / entry(column, j);
      vector[j] = value;
      for (let i = 0; i < j; i += 1) vector[i] = entry(vector, i) - value * entry(column, i);
    }
    return vector;
  }
}
