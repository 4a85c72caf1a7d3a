import { column, createMatrix, type Matrix } from "../linear-algebra/matrix";
import { entry } from "../linear-algebra/vector";

/** Predictors on a common scale, and how to get back. */
export interface Standardised {
  /** Each column less its centre, divided by its scale. */
  readonly predictors: Matrix;
  readonly centre: Float64Array;
  readonly scale: Float64Array;
}

/** Columns with mean 0 and standard deviation 1; a column without spread is only centred. */
export function standardise(predictors: Matrix): Standardised {
  const { rows, columns } = predictors;
  const [centre, scale] = [new Float64Array(columns), new Float64Array(columns).fill(1)];
  const result = createMatrix(rows, columns);
  for (let j = 0; j < columns; j += 1) {
    const values = column(predictors, j);
    const mean = values.reduce((sum, value) => sum + value / rows, 0);
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2 / rows, 0));
    centre[j] = mean;
    if (deviation > Number.EPSILON * Math.abs(mean)) scale[j] = deviation;
    for (let row = 0; row < rows; row += 1) {
      result.values[row * columns + j] = (entry(values, row) - mean) / entry(scale, j);
    }
  }
  return { predictors: result, centre, scale };
}
