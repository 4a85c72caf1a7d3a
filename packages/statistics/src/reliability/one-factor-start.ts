import { choleskyDecompose } from "../linear-algebra/cholesky";
import { createMatrix, type Matrix } from "../linear-algebra/matrix";
import { symmetricEigen } from "../linear-algebra/symmetric-eigen";

/**
 * Loadings by instrumental variables with the first item as reference (FABIN3), scaled by least squares. The search that
 * starts here finds the factor the first item belongs to, even where another factor fits the items better.
 * Null when the items give no such factor.
 * Hagglund (1982), Psychometrika 47, 209-222.
 * @param correlations of three or more items
 */
export function referenceLoadings(correlations: Matrix): readonly number[] | null {
  const k = correlations.rows;
  const r = (i: number, j: number) => correlations.values[i * k + j] ?? 0;
  const relative = Array.from({ length: k }, (_, j) => {
    if (j === 0) return 1;
    const others = Array.from({ length: k }, (__, i) => i).filter((i) => i !== 0 && i !== j);
    const among = createMatrix(
      others.length,
      others.length,
      others.flatMap((a) => others.map((b) => r(a, b))),
    );
    const root = choleskyDecompose(among);
    if (root.kind !== "cholesky") return Number.NaN;
    const solved = root.solve(others.map((i) => r(i, 0)));
    const against = (item: number) => others.reduce((sum, i, index) => sum + r(i, item) * (solved[index] ?? 0), 0);
    return against(j) / against(0);
  });
  let [cross, squares] = [0, 0];
  relative.forEach((a, i) => {
    relative.forEach((b, j) => {
      if (i === j) return;
      cross += r(i, j) * a * b;
      squares += a ** 2 * b ** 2;
    });
  });
  const scale = Math.sqrt(cross / squares);
  const loadings = relative.map((value) => value * scale);
  return loadings.every(Number.isFinite) && scale > 0 ? loadings : null;
}

/**
 * Loadings on the strongest principal axis after each item's unique part, 1 / (diagonal of the inverse), was taken off.
 * Null when the correlations have no inverse or no common part.
 */
export function principalLoadings(correlations: Matrix): readonly number[] | null {
  const k = correlations.rows;
  const root = choleskyDecompose(correlations);
  if (root.kind !== "cholesky") return null;
  const inverse = root.inverse().values;
  const reduced = correlations.values.map((value, index) =>
    index % (k + 1) === 0 ? value - 1 / (inverse[index] ?? 1) : value,
  );
  const { values, vectors } = symmetricEigen(createMatrix(k, k, reduced));
  const scale = Math.sqrt(values[0] ?? 0);
  return scale > 0 ? Array.from({ length: k }, (_, i) => (vectors.values[i * k] ?? 0) * scale) : null;
}
