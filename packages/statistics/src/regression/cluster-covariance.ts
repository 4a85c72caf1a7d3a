import { choleskyDecompose } from "../linear-algebra/cholesky";
import { createMatrix, type Matrix, multiply, multiplyVector, transpose } from "../linear-algebra/matrix";
import { symmetricEigen } from "../linear-algebra/symmetric-eigen";
import { dot, entry } from "../linear-algebra/vector";
import type { Regression } from "./linear-model";

/** CR1 is m/(m - 1) times CR0; CR1S m/(m - 1) (n - 1)/(n - k) times CR0, "HC1" of sandwich::vcovCL. */
export type ClusterType = "CR0" | "CR1" | "CR1S" | "CR2" | "CR3";

/** Eigenvalues of I - H, which lie between 0 and 1, below this are zero: a cluster with a coefficient of its own. */
const SINGULAR = 1e-10;

export interface ClusterCovariance {
  readonly covariance: Matrix;
  readonly clusters: number;
  /**
   * Satterthwaite degrees of freedom for one linear combination of the coefficients, or null when the data leave none.
   * The working model is independence with equal spread.
   */
  degreesOfFreedom(contrast: ArrayLike<number>): number | null;
}

/**
 * Covariance of regression coefficients when people come in clusters that are independent of each other, and the
 * degrees of freedom that belong to it. CR2 with these degrees of freedom is the choice for few clusters.
 *
 * A cluster's residuals are multiplied with (I - H)^(-1/2) for CR2 and (I - H)^-1 for CR3, H its block of the hat
 * matrix; where that is singular, with the pseudo-inverse. Written with the small matrix G = Q'Q of the cluster's rows of
 * an orthonormal basis Q of the columns, for which Q'(I - QQ')^power = (I - G)^power Q', so that the work grows with
 * the rows and not with their squares.
 * Source: Bell and McCaffrey (2002), Survey Methodology 28, 169-181; Pustejovsky and Tipton (2018), J Bus Econ Stat 36,
 * 672-683. R: clubSandwich::vcovCR(lm, cluster, type), coef_test(test = "Satterthwaite").
 *
 * @param cluster one per row, any labels
 * @throws RangeError when lengths differ
 */
export function clusterCovariance(
  model: Regression,
  cluster: readonly (number | string)[],
  type: ClusterType,
): ClusterCovariance | null {
  const { weightedDesign: design, weightedResiduals, unscaledCovariance, n } = model;
  if (cluster.length !== design.rows) throw new RangeError(`${cluster.length} clusters for ${design.rows} rows`);
  const root = choleskyDecompose(unscaledCovariance);
  if (root.kind !== "cholesky") return null;
  // With (X'X)^-1 = L L', the columns of X L are orthonormal.
  const basis = multiply(design, root.lower);
  const groups = rowsByCluster(cluster);
  if (groups.length < 2) return null;
  const width = basis.columns;
  const power = type === "CR2" ? -0.5 : type === "CR3" ? -1 : 0;
  const meat = createMatrix(width, width);
  const adjustmentOf = rememberLast((gram) => complementPower(gram, power));
  const blocks = groups.map((rows) => {
    const gram = createMatrix(width, width);
    const score = new Float64Array(width);
    for (const row of rows) addRow(gram, score, basis, row, entry(weightedResiduals, row));
    const adjustment = power === 0 ? null : adjustmentOf(gram);
    const adjusted = adjustment === null ? score : multiplyVector(adjustment, score);
    addOuter(meat, adjusted);
    return { gram, adjustment };
  });
  const clusters = groups.length;
  const small = type === "CR1" || type === "CR1S" ? clusters / (clusters - 1) : 1;
  const sample = type === "CR1S" ? (n - 1) / (n - width) : 1;
  const scaled = createMatrix(
    width,
    width,
    meat.values.map((value) => value * small * sample),
  );
  return {
    covariance: multiply(multiply(root.lower, scaled), transpose(root.lower)),
    clusters,
    degreesOfFreedom: (contrast) => satterthwaite(blocks, multiplyVector(transpose(root.lower), contrast)),
  };
}

interface Block {
  readonly gram: Matrix;
  readonly adjustment: Matrix | null;
}

/** (sum of P_gg)^2 / (sum of P_gh^2), P_gh = a_g'(I - H)_gh a_h, a_g = Q_g (I - G_g)^power L'c. */
function satterthwaite(blocks: readonly Block[], direction: Float64Array): number | null {
  const width = direction.length;
  const cross = createMatrix(width, width);
  let trace = 0;
  let squares = 0;
  for (const { gram, adjustment } of blocks) {
    const adjusted = adjustment === null ? direction : multiplyVector(adjustment, direction);
    const projected = multiplyVector(gram, adjusted);
    const length = dot(projected, projected);
    const own = dot(adjusted, projected) - length;
    trace += own;
    squares += own ** 2 - length ** 2;
    addOuter(cross, projected);
  }
  squares += dot(cross.values, cross.values);
  const degrees = trace ** 2 / squares;
  return Number.isFinite(degrees) && degrees > 0 ? degrees : null;
}

/** Row numbers of each cluster, clusters in the order of their first row. */
export function rowsByCluster(cluster: readonly (number | string)[]): readonly (readonly number[])[] {
  const rows = new Map<number | string, number[]>();
  cluster.forEach((label, row) => {
    const known = rows.get(label);
    if (known === undefined) rows.set(label, [row]);
    else known.push(row);
  });
  return [...rows.values()];
}

function addRow(gram: Matrix, score: Float64Array, basis: Matrix, row: number, residual: number): void {
  const width = basis.columns;
  for (let i = 0; i < width; i += 1) {
    const value = entry(basis.values, row * width + i);
    score[i] = entry(score, i) + value * residual;
    for (let j = 0; j < width; j += 1) {
      const index = i * width + j;
      gram.values[index] = entry(gram.values, index) + value * entry(basis.values, row * width + j);
    }
  }
}

function addOuter(target: Matrix, vector: Float64Array): void {
  vector.forEach((left, i) => {
    vector.forEach((right, j) => {
      const index = i * target.columns + j;
      target.values[index] = entry(target.values, index) + left * right;
    });
  });
}

/** How many different clusters are remembered: people of two cohorts, before and after, make two. */
const REMEMBERED = 4;

/** The same function, computed once for clusters whose rows are the same: people seen at the same times, for one. */
function rememberLast(compute: (gram: Matrix) => Matrix): (gram: Matrix) => Matrix {
  const known: { readonly gram: Matrix; readonly result: Matrix }[] = [];
  return (gram) => {
    const found = known.find((one) => one.gram.values.every((value, index) => value === gram.values[index]));
    if (found !== undefined) return found.result;
    const result = compute(gram);
    known.unshift({ gram, result });
    known.length = Math.min(known.length, REMEMBERED);
    return result;
  };
}

/** (I - G)^power, with the pseudo-inverse where it is singular. */
function complementPower(gram: Matrix, power: number): Matrix {
  const { values, vectors } = symmetricEigen(gram);
  const scaled = createMatrix(gram.rows, gram.columns, vectors.values);
  for (let column = 0; column < gram.columns; column += 1) {
    const rest = 1 - entry(values, column);
    const factor = rest > SINGULAR ? rest ** power : 0;
    for (let row = 0; row < gram.rows; row += 1) {
      const index = row * gram.columns + column;
      scaled.values[index] = factor * entry(scaled.values, index);
    }
  }
  return multiply(scaled, transpose(vectors));
}
