import { createMatrix, type Matrix } from "../linear-algebra/matrix";

/** Shapes of the covariance between one person's visits, from the freest to the plainest. */
export type VisitStructure =
  /** Every variance and covariance its own. */
  | "unstructured"
  /** A variance per visit; correlation rho to the power of the number of visits apart. */
  | "heterogeneous-ar1"
  /** A variance per visit, one correlation. */
  | "heterogeneous-compound-symmetry"
  /** One variance; correlation rho to the power of the number of visits apart. */
  | "ar1"
  /** One variance, one correlation. */
  | "compound-symmetry";

/** A covariance and its derivative by each parameter. */
export interface VisitCovariance {
  readonly covariance: Matrix;
  readonly slopes: readonly Matrix[];
}

/** A covariance as a function of free parameters, every value of which gives a positive definite matrix. */
export interface CovarianceModel {
  /** Parameters for variances of one and correlations of a half. */
  readonly start: Float64Array;
  at(parameters: Float64Array): VisitCovariance;
}

/** The model of a structure over a number of visits, two or more. */
export function covarianceModel(structure: VisitStructure, visits: number): CovarianceModel {
  switch (structure) {
    case "unstructured":
      return unstructured(visits);
    case "heterogeneous-ar1":
      return correlated(visits, true, autoregressive);
    case "ar1":
      return correlated(visits, false, autoregressive);
    case "heterogeneous-compound-symmetry":
      return correlated(visits, true, exchangeable);
    case "compound-symmetry":
      return correlated(visits, false, exchangeable);
  }
}

/** L L' with the logarithms of L's diagonal and the entries below it as parameters, row after row. */
function unstructured(visits: number): CovarianceModel {
  const positions: { row: number; column: number }[] = [];
  for (let row = 0; row < visits; row += 1) {
    for (let column = 0; column <= row; column += 1) positions.push({ row, column });
  }
  // Cholesky factor of the correlation matrix with one half everywhere.
  const factor = createMatrix(visits, visits);
  for (const { row, column } of positions) {
    let rest = row === column ? 1 : 0.5;
    for (let k = 0; k < column; k += 1) {
      rest -= (factor.values[row * visits + k] ?? 0) * (factor.values[column * visits + k] ?? 0);
    }
    factor.values[row * visits + column] =
      row === column ? Math.sqrt(rest) : rest / (factor.values[column * visits + column] ?? 1);
  }
  const start = positions.map(({ row, column }) => {
    const value = factor.values[row * visits + column] ?? 0;
    return row === column ? Math.log(value) : value;
  });
  return {
    start: Float64Array.from(start),
    at: (parameters) => {
      const lower = createMatrix(visits, visits);
      positions.forEach(({ row, column }, index) => {
        const value = parameters[index] ?? 0;
        lower.values[row * visits + column] = row === column ? Math.exp(value) : value;
      });
      const entry = (row: number, column: number) => lower.values[row * visits + column] ?? 0;
      const covariance = fill(visits, (i, j) => {
        let total = 0;
        for (let k = 0; k <= Math.min(i, j); k += 1) total += entry(i, k) * entry(j, k);
        return total;
      });
      const slopes = positions.map(({ row, column }) => {
        const factorSlope = row === column ? entry(row, row) : 1;
        return fill(
          visits,
          (i, j) => factorSlope * ((i === row ? entry(j, column) : 0) + (j === row ? entry(i, column) : 0)),
        );
      });
      return { covariance, slopes };
    },
  };
}

/** A correlation by distance and its derivative by the parameter. */
type CorrelationModel = (
  parameter: number,
  visits: number,
) => { readonly value: (distance: number) => number; readonly slope: (distance: number) => number };

/** rho = tanh(parameter), to the power of the distance. */
const autoregressive: CorrelationModel = (parameter) => {
  const rho = Math.tanh(parameter);
  return {
    value: (distance) => rho ** distance,
    slope: (distance) => (distance === 0 ? 0 : distance * rho ** (distance - 1) * (1 - rho ** 2)),
  };
};

/** rho between -1 / (visits - 1), below which no such matrix is positive definite, and 1. */
const exchangeable: CorrelationModel = (parameter, visits) => {
  const lowest = -1 / (visits - 1);
  const share = 1 / (1 + Math.exp(-parameter));
  return {
    value: (distance) => (distance === 0 ? 1 : lowest + (1 - lowest) * share),
    slope: (distance) => (distance === 0 ? 0 : (1 - lowest) * share * (1 - share)),
  };
};

/** Logarithms of the standard deviations, one or one per visit, then the parameter of the correlation. */
function correlated(visits: number, heterogeneous: boolean, model: CorrelationModel): CovarianceModel {
  const spreads = heterogeneous ? visits : 1;
  const start = new Float64Array(spreads + 1);
  start[spreads] = model === autoregressive ? Math.atanh(0.5) : Math.log((0.5 + 1 / (visits - 1)) / 0.5);
  return {
    start,
    at: (parameters) => {
      const deviation = (visit: number) => Math.exp(parameters[heterogeneous ? visit : 0] ?? 0);
      const correlation = model(parameters[spreads] ?? 0, visits);
      const covarianceOf = (i: number, j: number) => deviation(i) * deviation(j) * correlation.value(Math.abs(i - j));
      const slopes = Array.from({ length: spreads }, (_, k) =>
        fill(visits, (i, j) => {
          const times = heterogeneous ? (i === k ? 1 : 0) + (j === k ? 1 : 0) : 2;
          return times * covarianceOf(i, j);
        }),
      );
      const correlationSlope = fill(visits, (i, j) => deviation(i) * deviation(j) * correlation.slope(Math.abs(i - j)));
      return { covariance: fill(visits, covarianceOf), slopes: [...slopes, correlationSlope] };
    },
  };
}

function fill(size: number, value: (i: number, j: number) => number): Matrix {
  const matrix = createMatrix(size, size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) matrix.values[i * size + j] = value(i, j);
  }
  return matrix;
}
