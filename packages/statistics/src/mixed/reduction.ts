/**
 * What remains of y = X beta + Z b + e once the random effects are integrated out, for given relative standard
 * deviations theta. W holds the columns of Q (X made orthonormal) and the least-squares residual of y.
 */
export interface Reduction {
  /** log |Lambda' Z'Z Lambda + I|. */
  readonly logDeterminant: number;
  /** W' (I + Z Lambda Lambda' Z')^-1 W, row-major; only the upper triangle is filled. */
  readonly crossProduct: Float64Array;
}

export interface DifferentiatedReduction {
  readonly value: Reduction;
  /**
   * Slope by each theta of the log determinant plus the weighted upper triangle of the cross-product. Cheaper than all
   * the tangents.
   */
  slopes(weights: Float64Array): Float64Array;
  /** The derivative of the reduction itself by each theta. */
  tangents(): readonly Reduction[];
}

/** Cross-products of the data, made once, from which every theta is evaluated. */
export interface Reducer {
  /** Columns of W. */
  readonly width: number;
  /** Number of thetas. */
  readonly size: number;
  reduce(theta: Float64Array): Reduction;
  /** The reduction with its derivatives by each theta. */
  differentiate(theta: Float64Array): DifferentiatedReduction;
  /**
   * Random effects of each grouping level given the coefficients of W that leave the residual: its last entry is 1.
   * One array per level of nesting, group after group.
   */
  effects(theta: Float64Array, residual: Float64Array): readonly Float64Array[];
}

/** The slopes of a reduction whose tangents are at hand. */
export function slopesFromTangents(tangents: readonly Reduction[], weights: Float64Array): Float64Array {
  return Float64Array.from(tangents, ({ logDeterminant, crossProduct }) =>
    crossProduct.reduce((total, value, index) => total + value * (weights[index] ?? 0), logDeterminant),
  );
}
