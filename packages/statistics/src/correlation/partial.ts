import { areFinite, type EstimateValue, type InsufficientData, insufficient, tooFew } from "../estimate";
import { fromRows } from "../linear-algebra/matrix";
import { qrDecompose } from "../linear-algebra/qr";
import { correlationOf, fisherEstimate } from "./pearson";

/**
 * Partial correlation: that of the residuals of x and y after least squares on the covariates, with Fisher's interval
 * and the t test, both on the degrees of freedom left by the covariates that do not repeat each other.
 * R: cor(resid(lm(x ~ covariates)), resid(lm(y ~ covariates))); psych::corr.p(n = n - covariates).
 * Source: Fisher, Metron 3 (1924) 329-332.
 * @param covariates one list of values per variable held constant
 * @param level of the interval, 0 to 1
 * @throws RangeError when the lengths differ
 */
export function partialCorrelation(
  x: readonly number[],
  y: readonly number[],
  covariates: readonly (readonly number[])[],
  level = 0.95,
): EstimateValue | InsufficientData {
  const n = x.length;
  if (y.length !== n || covariates.some((one) => one.length !== n)) throw new RangeError("The lengths differ");
  if (!areFinite(x, y, ...covariates)) return insufficient("not-finite", n);
  if (n < 4 + covariates.length) return tooFew(4 + covariates.length, n);
  const qr = qrDecompose(fromRows(x.map((_, row) => [1, ...covariates.map((one) => one[row] ?? 0)])));
  const [left, right] = [x, y].map((values) => leftOver(values, qr.residuals(values)));
  if (![left, right].every((values) => values === undefined || areFinite(values)))
    return insufficient("out-of-range", n);
  const value = left === undefined || right === undefined ? null : correlationOf(left, right);
  if (value === null) return insufficient("no-spread", n);
  return fisherEstimate(value, { n, level, covariates: qr.rank - 1, method: "partial-pearson" });
}

/** Residuals, or nothing where they are only the rounding error of values that the covariates determine. */
function leftOver(values: readonly number[], residuals: Iterable<number>): number[] | undefined {
  const kept = [...residuals];
  const size = (list: readonly number[]) => Math.sqrt(list.reduce((sum, value) => sum + value ** 2, 0));
  return size(kept) <= 1e-13 * size(values) ? undefined : kept;
}
