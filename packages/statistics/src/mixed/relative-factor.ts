/** Where each theta stands in Lambda, the lower triangular factor of one group's covariance relative to sigma. */
export interface RelativeFactor {
  /** Effects per group. */
  readonly size: number;
  /** Row and column of each theta, column after column as in lme4. */
  readonly positions: readonly { readonly row: number; readonly column: number }[];
}

/** The factor of terms that share a grouping factor: a triangle for each term, zeros between terms. */
export function relativeFactor(termSizes: readonly number[]): RelativeFactor {
  const positions: { row: number; column: number }[] = [];
  let offset = 0;
  for (const size of termSizes) {
    for (let column = 0; column < size; column += 1) {
      for (let row = column; row < size; row += 1) positions.push({ row: offset + row, column: offset + column });
    }
    offset += size;
  }
  return { size: offset, positions };
}

/** Lambda, row-major, from the thetas that start at an offset. */
export function fillFactor(factor: RelativeFactor, theta: Float64Array, offset: number): Float64Array {
  const lambda = new Float64Array(factor.size * factor.size);
  factor.positions.forEach(({ row, column }, index) => {
    lambda[row * factor.size + column] = theta[offset + index] ?? 0;
  });
  return lambda;
}
