import { type InsufficientData, insufficient, tooFew, whereFinite } from "../estimate";
import { createMatrix, type Matrix, multiplyVector } from "../linear-algebra/matrix";
import { entry, norm } from "../linear-algebra/vector";
import type { ModelMatrix } from "../model-matrix/model-matrix";
import { clusterCovariance, rowsByCluster } from "../regression/cluster-covariance";
import type { Family } from "../regression/families";
import { generalisedLinearModel } from "../regression/generalised-linear-model";
import { keepColumns } from "../regression/linear-model";
import { triangularFactor } from "../regression/triangular-factor";
import {
  type Cluster,
  type CorrelationStructure,
  momentCorrelation,
  numberOfOccasions,
  whiteningOf,
} from "./working-correlation";

const SETTLED = 1e-11;
const MAXIMUM_ROUNDS = 500;
const MAXIMUM_OCCASIONS = 60;

export interface EstimatingEquationsOptions {
  readonly structure: CorrelationStructure;
  /** Whole numbers from 0 per row; by default the position in the cluster. Only "ar1" and "unstructured" use them. */
  readonly occasions?: readonly number[] | undefined;
  readonly offset?: readonly number[] | undefined;
}

export interface EstimatingEquations {
  readonly kind: "estimating-equations";
  readonly names: readonly string[];
  readonly coefficients: Float64Array;
  /** Right however the measurements of a cluster resemble each other. */
  readonly covariance: Matrix;
  /** Mean squared Pearson residual. */
  readonly dispersion: number;
  /** Of the working correlation; see `momentCorrelation`. */
  readonly correlation: readonly number[];
  /** Rows. */
  readonly n: number;
  readonly clusters: number;
  readonly largestCluster: number;
  /** Means on the scale of the outcome. */
  readonly fitted: Float64Array;
}

/**
 * Generalised estimating equations: a regression for people measured several times whose coefficients compare averages of
 * groups, with errors that hold whatever the correlation within people is. Dispersion and correlation by moments with the
 * number of rows as divisor; coefficients and moments in turn until they stand still.
 * Source: Liang and Zeger (1986), Biometrika 73, 13-22. R: geepack::geeglm(y ~ ..., family, id, corstr).
 *
 * @param cluster person per row; rows of one cluster stand in the order of time
 * @returns insufficient data: as for `generalisedLinearModel`; "too-few" with no more clusters than coefficients;
 * "not-identifiable" when no cluster has two rows, or the moments are not those of any correlation
 * @throws RangeError for unequal lengths
 */
export function generalisedEstimatingEquations(
  design: ModelMatrix,
  y: readonly number[],
  cluster: readonly (number | string)[],
  family: Family,
  { structure, occasions, offset }: EstimatingEquationsOptions,
): EstimatingEquations | InsufficientData {
  const n = y.length;
  if (cluster.length !== n) throw new RangeError(`${cluster.length} clusters for ${n} rows`);
  if (occasions !== undefined && occasions.length !== n)
    throw new RangeError(`${occasions.length} occasions, ${n} rows`);
  const start = generalisedLinearModel(design, y, family, { offset });
  if (start.kind === "insufficient-data") return start;
  const clusters = rowsByCluster(cluster).map((rows): Cluster => {
    return { rows, occasions: rows.map((row, place) => occasions?.[row] ?? place) };
  });
  const width = start.names.length;
  if (clusters.length <= width) return tooFew(width + 1, clusters.length);
  if (structure === "unstructured" && numberOfOccasions(clusters) > MAXIMUM_OCCASIONS) {
    return insufficient("not-identifiable", n);
  }
  const matrix = keepColumns(design.matrix, start.determined);
  const { link, variance } = family;
  let coefficients = start.coefficients;
  let parameters: readonly number[] = [];
  for (let round = 0; round < MAXIMUM_ROUNDS; round += 1) {
    const predictor = multiplyVector(matrix, coefficients).map((value, row) => value + (offset?.[row] ?? 0));
    const fitted = predictor.map((value) => link.inverse(value));
    const residuals = fitted.map((mean, row) => ((y[row] ?? 0) - mean) / Math.sqrt(variance(mean)));
    const dispersion = residuals.reduce((sum, value) => sum + value ** 2, 0) / n;
    if (!Number.isFinite(dispersion)) return insufficient("no-convergence", n);
    const scale = Math.sqrt(dispersion);
    const moments = momentCorrelation(
      structure,
      clusters,
      residuals.map((value) => value / scale),
      parameters,
    );
    const whiten = moments === null ? null : whiteningOf(structure, moments, clusters);
    if (moments === null || whiten === null) return insufficient("not-identifiable", n);
    parameters = moments;

    const roots = fitted.map((mean, row) => link.slope(entry(predictor, row)) / Math.sqrt(variance(mean)));
    const whitened = createMatrix(n, width);
    const whitenedResiduals = new Float64Array(n);
    for (const one of clusters) {
      const { rows } = one;
      whiten(
        Float64Array.from(rows, (row) => entry(residuals, row)),
        one,
      ).forEach((value, place) => {
        whitenedResiduals[rows[place] ?? 0] = value;
      });
      for (let j = 0; j < width; j += 1) {
        const column = Float64Array.from(rows, (row) => entry(roots, row) * entry(matrix.values, row * width + j));
        whiten(column, one).forEach((value, place) => {
          whitened.values[(rows[place] ?? 0) * width + j] = value;
        });
      }
    }
    const factor = triangularFactor(whitened, new Float64Array(n).fill(1), whitenedResiduals);
    if (factor === null) return insufficient("not-identifiable", n);
    const step = factor.coefficients;
    const settled = norm(step) <= SETTLED * (1 + norm(coefficients));
    coefficients = coefficients.map((value, index) => value + entry(step, index));
    if (!settled) continue;

    const robust = clusterCovariance(
      {
        names: start.names,
        coefficients,
        n,
        weightedDesign: whitened,
        weightedResiduals: whitenedResiduals,
        unscaledCovariance: factor.unscaledCovariance(),
        leverages: start.leverages,
        degreesOfFreedom: start.degreesOfFreedom,
      },
      cluster,
      "CR0",
    );
    if (robust === null) return insufficient("not-identifiable", n);
    return whereFinite(
      {
        kind: "estimating-equations",
        names: start.names,
        coefficients,
        covariance: robust.covariance,
        dispersion,
        correlation: parameters,
        n,
        clusters: clusters.length,
        largestCluster: clusters.reduce((most, { rows }) => Math.max(most, rows.length), 0),
        fitted,
      },
      n,
    );
  }
  return insufficient("no-convergence", n);
}
