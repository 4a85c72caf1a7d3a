import { createMatrix, type Matrix, multiplyVector } from "../linear-algebra/matrix";
import { entry } from "../linear-algebra/vector";
import type { RandomStream } from "../random/mrg32k3a";
import { binomial } from "../regression/families";
import { reweightedLeastSquares } from "../regression/reweighted-least-squares";
import { drawAround, pickRows } from "./regression-draw";

/**
 * Draws of a category, 0 to levels - 1, for each row of `targets`. Every category but the first observed one is compared
 * with that by a logistic regression of the people in either, whose coefficients are drawn from their normal
 * approximation. Rows of small weight half a standard deviation to either side of the mean of each predictor keep the
 * coefficients finite where predictors separate the categories.
 * Source: Begg and Gray, Biometrika 71 (1984) 11-18; White, Daniel and Royston, Computational Statistics and Data Analysis
 * 54 (2010) 2267-2275. R: mice::mice.impute.logreg for two categories; near mice.impute.polyreg for more.
 * Null where a regression fails.
 * @param design with a column of ones first
 */
export function drawCategories(
  design: Matrix,
  y: readonly number[],
  targets: Matrix,
  stream: RandomStream,
): readonly number[] | null {
  const categories = [...new Set(y)].sort((a, b) => a - b);
  const [reference] = categories;
  if (reference === undefined) return null;
  const predictors: Float64Array[] = [];
  const pseudo = pseudoRows(
    createMatrix(design.rows + targets.rows, design.columns, [...design.values, ...targets.values]),
  );
  for (const category of categories.slice(1)) {
    const rows = [...y.keys()].filter((row) => y[row] === reference || y[row] === category);
    const coefficients = drawLogistic(
      pickRows(design, rows),
      rows.map((row) => (y[row] === category ? 1 : 0)),
      pseudo,
      stream,
    );
    if (coefficients === null) return null;
    predictors.push(multiplyVector(targets, coefficients));
  }
  return Array.from({ length: targets.rows }, (_, row) => {
    const logits = [0, ...predictors.map((values) => entry(values, row))];
    const largest = Math.max(...logits);
    const weights = logits.map((value) => Math.exp(value - largest));
    let left = stream.uniform() * weights.reduce((sum, weight) => sum + weight, 0);
    const chosen = weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
    return categories[chosen < 0 ? categories.length - 1 : chosen] ?? reference;
  });
}

/** @param pseudo rows that count once with each outcome, all together as much as there are coefficients */
function drawLogistic(
  design: Matrix,
  y: readonly number[],
  pseudo: readonly (readonly number[])[],
  stream: RandomStream,
): Float64Array | null {
  const { rows, columns } = design;
  const added = 2 * pseudo.length;
  const matrix = createMatrix(rows + added, columns, [...design.values, ...pseudo.flat(), ...pseudo.flat()]);
  const outcome = [...y, ...pseudo.map(() => 0), ...pseudo.map(() => 1)];
  const weights = new Float64Array(rows + added).fill(1, 0, rows).fill(columns / added, rows);
  const offset = new Float64Array(rows + added);
  const fit = reweightedLeastSquares(matrix, { y: outcome, family: binomial(), weights, offset });
  if (typeof fit === "string") return null;
  const step = drawAround(fit.factor.unscaledCovariance(), stream);
  return step === null ? null : fit.coefficients.map((value, index) => value + entry(step, index));
}

/** The means of all columns, with one predictor after the other half a standard deviation to either side of its mean. */
function pseudoRows({ rows, columns, values }: Matrix): readonly (readonly number[])[] {
  const columnOf = (column: number) => Array.from({ length: rows }, (_, row) => entry(values, row * columns + column));
  const means = Array.from({ length: columns }, (_, column) => columnOf(column).reduce((sum, x) => sum + x / rows, 0));
  const moved = means.slice(1).flatMap((mean, index) => {
    const squares = columnOf(index + 1).reduce((sum, x) => sum + (x - mean) ** 2, 0);
    // A predictor without spread would leave its coefficient open; a unit step closes it.
    const step = Math.sqrt(squares / Math.max(1, rows - 1)) / 2 || 1;
    return [-step, step].map((side) => means.map((value, column) => (column === index + 1 ? mean + side : value)));
  });
  return moved.length === 0 ? [means] : moved;
}
