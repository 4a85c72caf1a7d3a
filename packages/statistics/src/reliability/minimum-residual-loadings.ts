import type { Matrix } from "../linear-algebra/matrix";
import { principalLoadings } from "./one-factor-start";

const MOST_SWEEPS = 20_000;
const SETTLED = 1e-13;
/** Residual variances are kept at this or more, as in psych. */
const LEAST_RESIDUAL = 0.005;

/**
 * Loadings on one factor that make the sum of squared residual correlations smallest, from the principal axis on, one
 * item at a time. Null when the search does not settle or the correlations have no inverse.
 * Harman & Jones (1966), Psychometrika 31, 351-368. R: psych::fa(r, 1, fm = "minres")$loadings.
 * @param correlations of three or more items
 */
export function minimumResidualLoadings(correlations: Matrix): readonly number[] | null {
  const start = principalLoadings(correlations);
  if (start === null) return null;
  const k = correlations.rows;
  const most = Math.sqrt(1 - LEAST_RESIDUAL);
  const loadings = Float64Array.from(start);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let largest = 0;
    for (let i = 0; i < k; i++) {
      let [cross, squares] = [0, 0];
      loadings.forEach((loading, j) => {
        if (i === j) return;
        cross += (correlations.values[i * k + j] ?? 0) * loading;
        squares += loading ** 2;
      });
      const best = squares === 0 ? 0 : Math.max(-most, Math.min(most, cross / squares));
      largest = Math.max(largest, Math.abs(best - (loadings[i] ?? 0)));
      loadings[i] = best;
    }
    if (largest < SETTLED) return Array.from(loadings);
  }
  return null;
}
