import { createMatrix, type Matrix } from "../linear-algebra/matrix";
import { entry } from "../linear-algebra/vector";
import type { Regression } from "./linear-model";
import { sandwich } from "./robust-covariance";

/**
 * Covariance of coefficients when errors near in time resemble each other: autocovariances of the scores up to a lag, with
 * weights that fall in a straight line to zero, times n/(n - k).
 * Source: Newey and West (1987), Econometrica 55, 703-708.
 * R: sandwich::NeweyWest(lm, lag, prewhite = FALSE, adjust = TRUE).
 * @param model its rows in the order of time, equally spaced
 * @param lag the last lag with a weight; by default the whole part of 4 (n/100)^(2/9)
 * @throws RangeError for a lag that is negative or not whole
 */
export function neweyWestCovariance(model: Regression, lag = defaultLag(model.n)): Matrix {
  if (!(Number.isInteger(lag) && lag >= 0)) throw new RangeError(`A lag of ${lag}`);
  const { weightedDesign: design, weightedResiduals, n } = model;
  const width = design.columns;
  const meat = createMatrix(width, width);
  const score = (row: number, column: number) =>
    entry(weightedResiduals, row) * entry(design.values, row * width + column);
  for (let shift = 0; shift <= Math.min(lag, design.rows - 1); shift += 1) {
    const weight = 1 - shift / (lag + 1);
    for (let row = shift; row < design.rows; row += 1) {
      for (let i = 0; i < width; i += 1) {
        for (let j = 0; j < width; j += 1) {
          const product = weight * score(row, i) * score(row - shift, j);
          meat.values[i * width + j] = entry(meat.values, i * width + j) + product;
          if (shift > 0) meat.values[j * width + i] = entry(meat.values, j * width + i) + product;
        }
      }
    }
  }
  const small = n / (n - width);
  return sandwich(
    model.unscaledCovariance,
    createMatrix(
      width,
      width,
      meat.values.map((value) => value * small),
    ),
  );
}

function defaultLag(n: number): number {
  return Math.floor(4 * (n / 100) ** (2 / 9));
}
