import { createMatrix, type Matrix, multiply, transpose } from "../linear-algebra/matrix";
import { entry } from "../linear-algebra/vector";
import type { Regression } from "./linear-model";

export type HeteroscedasticityType = "HC0" | "HC1" | "HC2" | "HC3" | "HC4";

/**
 * Covariance of coefficients that stays right when the spread of the outcome differs between people.
 *
 * (X'WX)^-1 (sum of x x' w^2 e^2 f) (X'WX)^-1 with f = 1 (HC0), n/(n - k) (HC1), 1/(1 - h) (HC2), 1/(1 - h)^2 (HC3),
 * 1/(1 - h)^min(4, h / mean h) (HC4); h is the leverage. A person whom a coefficient of their own fits exactly (h = 1)
 * adds nothing. For generalised linear models x, e and w are those of the last step of the fit.
 * Source: MacKinnon and White (1985), J Econometrics 29, 305-325; Cribari-Neto (2004), Comput Stat Data Anal 45,
 * 215-233. R: sandwich::vcovHC(model, type).
 */
export function robustCovariance(model: Regression, type: HeteroscedasticityType): Matrix {
  const { weightedDesign: design, weightedResiduals, leverages, n } = model;
  const width = design.columns;
  const scores = createMatrix(design.rows, width);
  for (let row = 0; row < design.rows; row += 1) {
    const residual = entry(weightedResiduals, row);
    const weight = residual === 0 ? 0 : residual * Math.sqrt(factor(type, entry(leverages, row), n, width));
    for (let column = 0; column < width; column += 1) {
      scores.values[row * width + column] = weight * entry(design.values, row * width + column);
    }
  }
  return sandwich(model.unscaledCovariance, multiply(transpose(scores), scores));
}

/** bread meat bread. */
export function sandwich(bread: Matrix, meat: Matrix): Matrix {
  return multiply(multiply(bread, meat), bread);
}

/** A leverage this close to 1 is 1 but for rounding. */
const FULL_LEVERAGE = 1 - 1e-10;

function factor(type: HeteroscedasticityType, leverage: number, n: number, coefficients: number): number {
  if (type === "HC0") return 1;
  if (type === "HC1") return n / (n - coefficients);
  if (leverage >= FULL_LEVERAGE) return 0;
  if (type === "HC2") return 1 / (1 - leverage);
  if (type === "HC3") return 1 / (1 - leverage) ** 2;
  return (1 - leverage) ** -Math.min(4, (n * leverage) / coefficients);
}
