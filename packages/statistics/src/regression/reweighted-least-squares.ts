import { type Matrix, multiplyVector } from "../linear-algebra/matrix";
import { entry } from "../linear-algebra/vector";
import type { Family } from "./families";
import { type TriangularFactor, triangularFactor } from "./triangular-factor";

/** Change of the deviance, as a share, at which the fit stands still as far as the deviance tells. */
const NEARLY_THERE = 1e-10;
/** Movement of the linear predictors, against their size, at which the fit is as good as doubles allow. */
const STILL = 1e-9;
/** Movement of a linear predictor in the last step above which it is running away to infinity. */
const RUNNING_AWAY = 0.1;
const MAXIMUM_HALVINGS = 30;

export interface ReweightingTask {
  readonly y: readonly number[];
  readonly family: Family;
  /** Prior weights. */
  readonly weights: Float64Array;
  readonly offset: Float64Array;
  /** Means to start from; else those of the family. */
  readonly startMeans?: ArrayLike<number> | undefined;
  /** Relative change of the deviance at which to stop at once; without it, when the linear predictors stand still. */
  readonly tolerance?: number | undefined;
  readonly maximumIterations?: number | undefined;
}

export interface ReweightedFit {
  readonly factor: TriangularFactor;
  /** Square roots of the working weights of the last step. */
  readonly roots: Float64Array;
  readonly coefficients: Float64Array;
  readonly predictor: Float64Array;
  readonly mean: Float64Array;
  readonly deviance: number;
  readonly iterations: number;
}

export type FitFailure = "no-convergence" | "not-identifiable";

/**
 * The coefficients of a generalised linear model by iteratively reweighted least squares.
 * @param matrix columns of full rank
 */
export function reweightedLeastSquares(matrix: Matrix, task: ReweightingTask): ReweightedFit | FitFailure {
  const { y, family, weights, startMeans, tolerance, maximumIterations = 100 } = task;
  const mean = Float64Array.from(y, (value, row) => startMeans?.[row] ?? family.start(value, entry(weights, row)));
  const predictor = mean.map((value) => family.link.link(value));
  let state: State = { mean, predictor, deviance: totalDeviance(family, y, mean, weights), coefficients: null };
  let away = 0;
  for (let iterations = 1; iterations <= maximumIterations; iterations += 1) {
    const { roots, working } = workingRows(state, task);
    const factor = triangularFactor(matrix, roots, working);
    if (factor === null) return "not-identifiable";
    const next = advance(matrix, task, state, factor.coefficients);
    if (next === null) return "no-convergence";
    const change = Math.abs(next.deviance - state.deviance) / (Math.abs(next.deviance) + 0.1);
    const moved = movement(state, next, weights);
    const settled = change < (tolerance ?? NEARLY_THERE);
    const running = settled && moved.most > RUNNING_AWAY && family.link.name !== "identity";
    away = running ? away + 1 : 0;
    if (away >= (tolerance === undefined ? 2 : 1)) return "not-identifiable";
    if (settled && !running && (tolerance !== undefined || moved.most <= STILL * (1 + moved.size))) {
      return { factor, roots, ...next, iterations };
    }
    state = next;
  }
  return "no-convergence";
}

interface State {
  readonly mean: Float64Array;
  readonly predictor: Float64Array;
  readonly deviance: number;
  readonly coefficients: Float64Array | null;
}

/** Square roots of the working weights, and the working outcome times them. */
function workingRows(state: State, { y, family, weights, offset }: ReweightingTask) {
  const roots = new Float64Array(y.length);
  const working = new Float64Array(y.length);
  for (let row = 0; row < y.length; row += 1) {
    const weight = entry(weights, row);
    if (weight === 0) continue;
    const [mean, predictor] = [entry(state.mean, row), entry(state.predictor, row)];
    const slope = family.link.slope(predictor);
    const root = slope * Math.sqrt(weight / family.variance(mean));
    roots[row] = root;
    working[row] = root * (predictor - entry(offset, row) + ((y[row] ?? 0) - mean) / slope);
  }
  return { roots, working };
}

/** The step to new coefficients, halved until the deviance is finite; null when it never is. */
function advance(matrix: Matrix, task: ReweightingTask, before: State, proposed: Float64Array) {
  const { y, family, weights, offset } = task;
  let coefficients = proposed;
  for (let halving = 0; halving <= MAXIMUM_HALVINGS; halving += 1) {
    const predictor = multiplyVector(matrix, coefficients);
    const mean = new Float64Array(y.length);
    for (let row = 0; row < y.length; row += 1) {
      const value = entry(predictor, row) + entry(offset, row);
      predictor[row] = value;
      mean[row] = family.link.inverse(value);
    }
    const valid = mean.every(family.validMean);
    const deviance = valid ? totalDeviance(family, y, mean, weights) : Number.NaN;
    if (Number.isFinite(deviance)) return { coefficients, predictor, mean, deviance };
    const last = before.coefficients;
    if (last === null) return null;
    coefficients = coefficients.map((value, index) => (value + entry(last, index)) / 2);
  }
  return null;
}

/** The greatest change of a linear predictor, and the greatest of them. */
function movement(before: State, after: State, weights: Float64Array) {
  let [most, size] = [0, 0];
  for (let row = 0; row < weights.length; row += 1) {
    if (entry(weights, row) === 0) continue;
    const value = entry(after.predictor, row);
    most = Math.max(most, Math.abs(value - entry(before.predictor, row)));
    size = Math.max(size, Math.abs(value));
  }
  return { most, size };
}

/** Sum of the rows' deviances. */
export function totalDeviance(family: Family, y: readonly number[], mean: Float64Array, weights: Float64Array): number {
  let total = 0;
  for (let row = 0; row < y.length; row += 1) {
    const weight = entry(weights, row);
    if (weight > 0) total += weight * family.deviance(y[row] ?? 0, entry(mean, row));
  }
  return total;
}
