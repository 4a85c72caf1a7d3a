import { chiSquaredQuantile } from "../distribution/chi-squared";
import { type Matrix, multiplyVector } from "../linear-algebra/matrix";
import { qrDecompose } from "../linear-algebra/qr";
import { entry } from "../linear-algebra/vector";
import { normalDraw, type RandomStream } from "../random/mrg32k3a";
import { drawAround } from "./regression-draw";

/** Rounds of the sampler before its state is used. */
const ROUNDS = 100;
/** Fewer clusters say nothing about the spread between them. */
const FEWEST_CLUSTERS = 4;

/**
 * Draws of values for the rows of `targets`, when people of one cluster are more alike than others: a linear regression
 * with a normal intercept of each cluster, sampled by Gibbs' method. The residual variance has the prior 1 / variance; the
 * standard deviation between clusters is uniform, so that its variance is the sum of squared intercepts over chi-squared
 * with one degree of freedom less than clusters. A cluster in which nobody was observed gets an intercept drawn anew.
 * Null with fewer than four clusters, or too few rows. Source: Schafer and Yucel, Journal of Computational and Graphical
 * Statistics 11 (2002) 437-457; Gelman, Bayesian Analysis 1 (2006) 515-534. R: near mice::mice.impute.2l.pan with a
 * random intercept.
 * @param clusters one number from 0 per row of `design`
 * @param targetClusters the same for `targets`
 */
export function drawWithRandomIntercepts(
  design: Matrix,
  y: readonly number[],
  clusters: readonly number[],
  targets: Matrix,
  targetClusters: readonly number[],
  stream: RandomStream,
): readonly number[] | null {
  const qr = qrDecompose(design);
  const members = new Map<number, number[]>();
  clusters.forEach((cluster, row) => {
    const known = members.get(cluster);
    if (known === undefined) members.set(cluster, [row]);
    else known.push(row);
  });
  if (members.size < FEWEST_CLUSTERS || qr.rank < design.columns || design.rows <= design.columns) return null;
  const covariance = qr.unscaledCovariance();
  const intercepts = new Map<number, number>();
  const interceptOf = (cluster: number) => intercepts.get(cluster) ?? 0;
  const residuals = qr.residuals(y);
  let residualVariance = residuals.reduce((sum, value) => sum + value ** 2, 0) / (design.rows - design.columns);
  let clusterVariance = residualVariance / 4;
  let coefficients = qr.solve(y);
  for (let round = 0; round < ROUNDS; round += 1) {
    const fixed = multiplyVector(design, coefficients);
    let squares = 0;
    for (const [cluster, rows] of members) {
      const sum = rows.reduce((total, row) => total + (y[row] ?? 0) - entry(fixed, row), 0);
      const precision = rows.length / residualVariance + 1 / clusterVariance;
      const drawn = sum / residualVariance / precision + normalDraw(stream) / Math.sqrt(precision);
      intercepts.set(cluster, drawn);
      squares += drawn ** 2;
    }
    clusterVariance = squares / chiSquaredQuantile(stream.uniform(), members.size - 1);
    const left = y.map((value, row) => value - interceptOf(clusters[row] ?? -1));
    const step = drawAround(covariance, stream);
    if (step === null) return null;
    const spread = Math.sqrt(residualVariance);
    coefficients = qr.solve(left).map((value, index) => value + spread * entry(step, index));
    const fitted = multiplyVector(design, coefficients);
    const rest = left.reduce((sum, value, row) => sum + (value - entry(fitted, row)) ** 2, 0);
    residualVariance = rest / chiSquaredQuantile(stream.uniform(), design.rows);
    if (!(residualVariance > 0 && clusterVariance > 0)) return null;
  }
  const predicted = multiplyVector(targets, coefficients);
  return targetClusters.map((cluster, row) => {
    if (!intercepts.has(cluster)) intercepts.set(cluster, Math.sqrt(clusterVariance) * normalDraw(stream));
    return entry(predicted, row) + interceptOf(cluster) + Math.sqrt(residualVariance) * normalDraw(stream);
  });
}
