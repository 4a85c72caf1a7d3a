import { areFinite, type InsufficientData, insufficient, tooFew, whereFinite } from "../estimate";
import { choleskyDecompose } from "../linear-algebra/cholesky";
import { createMatrix, type Matrix } from "../linear-algebra/matrix";
import { qrDecompose } from "../linear-algebra/qr";
import { entry, norm } from "../linear-algebra/vector";
import type { ModelMatrix } from "../model-matrix/model-matrix";
import { keepColumns } from "./linear-model";

export interface ProportionalOddsModel {
  readonly kind: "proportional-odds-model";
  /** Names of the predictors with a coefficient, then of the thresholds, "0|1" and so on by category number. */
  readonly names: readonly string[];
  /** Log odds ratios of a higher category per unit of each predictor, then the thresholds, in rising order. */
  readonly coefficients: Float64Array;
  /** Inverse of the observed information, in the order of `coefficients`. */
  readonly covariance: Matrix;
  readonly predictors: number;
  readonly n: number;
  readonly logLikelihood: number;
  readonly deviance: number;
  readonly aic: number;
}

const REPEATED = 1e-9;
const SETTLED = 1e-10;
const MAXIMUM_STEPS = 100;
const MAXIMUM_HALVINGS = 40;
/** Beyond this a coefficient on columns of unit spread is running away to infinity. */
const RUNNING_AWAY = 25;

/**
 * Cumulative logit model of an ordered outcome: logit P(Y <= k) = threshold_k - x'b, so that a positive coefficient means
 * a higher category. By Newton's method on the likelihood, which has one maximum.
 * Source: McCullagh (1980), J R Stat Soc B 42, 109-142. R: MASS::polr(y ~ ..., Hess = TRUE).
 *
 * @param design its intercept, if any, is left out: the thresholds take its place
 * @param y category numbers from 0; every one up to the largest must occur
 * @returns insufficient data "too-few", "no-events" with one category, "not-identifiable" when predictors separate them
 * @throws RangeError for unequal lengths or values that are not whole numbers from 0
 */
export function proportionalOddsModel(
  design: ModelMatrix,
  y: readonly number[],
): ProportionalOddsModel | InsufficientData {
  const n = design.matrix.rows;
  if (y.length !== n) throw new RangeError(`${y.length} outcomes for ${n} rows`);
  if (!areFinite(y, design.matrix.values)) return insufficient("not-finite", n);
  if (!y.every((value) => Number.isInteger(value) && value >= 0))
    throw new RangeError("Categories are numbered from 0");
  const categories = y.reduce((most, value) => Math.max(most, value + 1), 0);
  if (categories < 2) return insufficient("no-events", n);
  const counts = Array.from({ length: categories }, (_, k) => y.reduce((sum, value) => sum + (value === k ? 1 : 0), 0));
  if (counts.some((count) => count === 0)) return insufficient("no-events", n);
  // The intercept stands first for the choice of columns, so that what repeats it goes.
  const withOnes = createMatrix(n, design.matrix.columns + 1);
  for (let row = 0; row < n; row += 1) {
    withOnes.values[row * withOnes.columns] = 1;
    for (let j = 0; j < design.matrix.columns; j += 1) {
      withOnes.values[row * withOnes.columns + j + 1] = entry(design.matrix.values, row * design.matrix.columns + j);
    }
  }
  const chosen = qrDecompose(withOnes, REPEATED)
    .determined.filter((index) => index > 0)
    .map((index) => index - 1);
  if (n <= chosen.length + categories - 1) return tooFew(chosen.length + categories, n);
  const matrix = keepColumns(design.matrix, chosen);
  const spreads = chosen.map((_, j) => spread(matrix, j));

  let at = start(chosen.length, counts, n);
  let here = likelihood(matrix, y, at, categories);
  for (let step = 0; step < MAXIMUM_STEPS; step += 1) {
    const root = choleskyDecompose(here.information);
    if (root.kind !== "cholesky") return insufficient("not-identifiable", n);
    const move = root.solve(here.gradient);
    let next = at;
    let there = here;
    let factor = 1;
    for (let halving = 0; halving < MAXIMUM_HALVINGS; halving += 1) {
      next = at.map((value, index) => value + factor * entry(move, index));
      there = likelihood(matrix, y, next, categories);
      if (there.value >= here.value - 1e-12 * Math.abs(here.value)) break;
      factor /= 2;
    }
    if (spreads.some((one, j) => Math.abs(entry(next, j)) * one > RUNNING_AWAY)) {
      return insufficient("not-identifiable", n);
    }
    const settled = norm(move) <= SETTLED * (1 + norm(next));
    [at, here] = [next, there];
    if (!settled) continue;
    const covariance = choleskyDecompose(here.information);
    if (covariance.kind !== "cholesky") return insufficient("not-identifiable", n);
    const thresholds = Array.from({ length: categories - 1 }, (_, k) => `${k}|${k + 1}`);
    return whereFinite(
      {
        kind: "proportional-odds-model",
        names: [...chosen.map((index) => design.names[index] ?? ""), ...thresholds],
        coefficients: at,
        covariance: covariance.inverse(),
        predictors: chosen.length,
        n,
        logLikelihood: here.value,
        deviance: -2 * here.value,
        aic: 2 * at.length - 2 * here.value,
      },
      n,
    );
  }
  return insufficient("no-convergence", n);
}

/** No influence of the predictors, thresholds at the logits of the cumulative shares. */
function start(predictors: number, counts: readonly number[], n: number): Float64Array {
  const at = new Float64Array(predictors + counts.length - 1);
  let below = 0;
  counts.slice(0, -1).forEach((count, k) => {
    below += count;
    at[predictors + k] = Math.log(below / (n - below));
  });
  return at;
}

function spread(a: Matrix, column: number): number {
  let [sum, squares] = [0, 0];
  for (let row = 0; row < a.rows; row += 1) {
    const value = entry(a.values, row * a.columns + column);
    sum += value;
    squares += value ** 2;
  }
  return Math.sqrt(Math.max(0, squares / a.rows - (sum / a.rows) ** 2));
}

interface Likelihood {
  readonly value: number;
  readonly gradient: Float64Array;
  /** Minus the second derivatives. */
  readonly information: Matrix;
}

/** Log-likelihood with its derivatives; the value is minus infinity where the thresholds are out of order. */
function likelihood(matrix: Matrix, y: readonly number[], at: Float64Array, categories: number): Likelihood {
  const predictors = matrix.columns;
  const size = at.length;
  const gradient = new Float64Array(size);
  const information = createMatrix(size, size);
  let value = 0;
  const upper = new Float64Array(size);
  const lower = new Float64Array(size);
  const score = new Float64Array(size);
  y.forEach((category, row) => {
    let predictor = 0;
    upper.fill(0);
    lower.fill(0);
    for (let j = 0; j < predictors; j += 1) {
      const x = entry(matrix.values, row * predictors + j);
      predictor += x * entry(at, j);
      upper[j] = -x;
      lower[j] = -x;
    }
    const [hasUpper, hasLower] = [category < categories - 1, category > 0];
    if (hasUpper) upper[predictors + category] = 1;
    if (hasLower) lower[predictors + category - 1] = 1;
    const above = hasUpper ? logistic(entry(at, predictors + category) - predictor) : CERTAIN;
    const below = hasLower ? logistic(entry(at, predictors + category - 1) - predictor) : IMPOSSIBLE;
    // The smaller of the two complements keeps its digits.
    const share = below.share > 0.5 ? below.rest - above.rest : above.share - below.share;
    value += share > 0 ? Math.log(share) : Number.NEGATIVE_INFINITY;
    for (let i = 0; i < size; i += 1) {
      score[i] = (above.density * entry(upper, i) - below.density * entry(lower, i)) / share;
      gradient[i] = entry(gradient, i) + entry(score, i);
    }
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j <= i; j += 1) {
        const index = i * size + j;
        const bend =
          (above.slope * entry(upper, i) * entry(upper, j) - below.slope * entry(lower, i) * entry(lower, j)) / share;
        information.values[index] = entry(information.values, index) + entry(score, i) * entry(score, j) - bend;
      }
    }
  });
  return { value, gradient, information };
}

interface Logistic {
  readonly share: number;
  readonly rest: number;
  readonly density: number;
  /** Of the density. */
  readonly slope: number;
}

const CERTAIN: Logistic = { share: 1, rest: 0, density: 0, slope: 0 };
const IMPOSSIBLE: Logistic = { share: 0, rest: 1, density: 0, slope: 0 };

function logistic(at: number): Logistic {
  const share = 1 / (1 + Math.exp(-at));
  const rest = 1 / (1 + Math.exp(at));
  const density = share * rest;
  return { share, rest, density, slope: density * (rest - share) };
}
