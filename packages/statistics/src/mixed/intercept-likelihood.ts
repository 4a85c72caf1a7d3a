import type { QuadratureRule } from "./gauss-hermite";
import type { OutcomeDensity } from "./outcome-density";

/** Rows sorted so that each group's stand together. */
export interface GroupedRows {
  readonly outcomes: Float64Array;
  /** Part of the linear predictor with coefficient 1. */
  readonly offsets: Float64Array;
  /** Row-major predictors. */
  readonly predictors: Float64Array;
  readonly width: number;
  /** First row of each group, and the number of rows at the end. */
  readonly starts: Int32Array;
}

/** Log likelihood of one set of parameters, its gradient by the coefficients and then the deviation. */
export interface InterceptLikelihood {
  readonly value: number;
  readonly gradient: Float64Array;
  /** The most likely standardised effect of each group. */
  readonly modes: Float64Array;
}

const MAXIMUM_STEPS = 100;

/**
 * Log likelihood of a model with canonical link and a normal random intercept, integrated group by group with quadrature
 * centred at the group's most likely effect and scaled by the curvature there (Pinheiro and Bates 1995; Pinheiro and
 * Chao 2006), and its exact gradient, which follows the points as they move with the parameters.
 * @param parameters coefficients, then the standard deviation of the intercepts, whose sign does not matter
 */
export function interceptLikelihood(
  rows: GroupedRows,
  density: OutcomeDensity,
  parameters: Float64Array,
  { points, weights }: QuadratureRule,
  modes: Float64Array,
): InterceptLikelihood {
  const { outcomes, offsets, predictors, width, starts } = rows;
  const deviation = parameters[width] ?? 0;
  const linear = new Float64Array(outcomes.length);
  for (let row = 0; row < outcomes.length; row += 1) {
    let total = offsets[row] ?? 0;
    for (let j = 0; j < width; j += 1) total += (predictors[row * width + j] ?? 0) * (parameters[j] ?? 0);
    linear[row] = total;
  }
  const count = points.length;
  const gradient = new Float64Array(width + 1);
  const newModes = new Float64Array(modes.length);
  const logTerms = new Float64Array(count);
  const residuals = new Float64Array(count);
  let value = 0;
  for (let group = 0; group < modes.length; group += 1) {
    const [from, to] = [starts[group] ?? 0, starts[group + 1] ?? 0];
    const mode = modeOf(density, outcomes, linear, from, to, deviation, modes[group] ?? 0);
    newModes[group] = mode;
    const at = curvatureAt(density, outcomes, linear, from, to, deviation, mode);
    const spread = 1 / Math.sqrt(at.curvature);

    let largest = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < count; k += 1) {
      const effect = mode + (points[k] ?? 0) * spread;
      let term = Math.log(weights[k] ?? 0) + ((points[k] ?? 0) ** 2 - effect ** 2) / 2;
      let residual = 0;
      for (let row = from; row < to; row += 1) {
        const eta = (linear[row] ?? 0) + deviation * effect;
        const outcome = outcomes[row] ?? 0;
        const mean = density.mean(eta);
        term += density.log(outcome, eta, mean);
        residual += outcome - mean;
      }
      logTerms[k] = term;
      residuals[k] = residual;
      largest = Math.max(largest, term);
    }
    let sum = 0;
    for (let k = 0; k < count; k += 1) sum += Math.exp((logTerms[k] ?? 0) - largest);
    value += largest + Math.log(sum) + Math.log(spread);

    // Shares of the points, and how the logarithm of the sum changes when all points move or spread.
    let [move, stretch, bySpread] = [0, 0, 0];
    const { curvature, slope } = at;
    for (let k = 0; k < count; k += 1) {
      const share = Math.exp((logTerms[k] ?? 0) - largest) / sum;
      const effect = mode + (points[k] ?? 0) * spread;
      const effectSlope = share * (deviation * (residuals[k] ?? 0) - effect);
      move += effectSlope;
      stretch += effectSlope * (points[k] ?? 0);
      bySpread += share * effect * (residuals[k] ?? 0);
      logTerms[k] = share;
    }
    // d value = direct + move * d mode - (1 / (2 c) + stretch / (2 c^1.5)) * d curvature.
    const byCurvature = -(1 + stretch * spread) / (2 * curvature);
    const byMode = move + byCurvature * slope;
    for (let row = from; row < to; row += 1) {
      const eta = linear[row] ?? 0;
      const outcome = outcomes[row] ?? 0;
      let expected = 0;
      for (let k = 0; k < count; k += 1) {
        const effect = mode + (points[k] ?? 0) * spread;
        expected += (logTerms[k] ?? 0) * density.mean(eta + deviation * effect);
      }
      const mean = density.mean(eta + deviation * mode);
      const variance = density.variance(mean);
      // Derivative by this row's linear predictor: direct, through the mode, through the curvature.
      const direct = outcome - expected;
      const throughMode = (byMode * -deviation * variance) / curvature;
      const throughCurvature = byCurvature * deviation ** 2 * density.skew(mean);
      const total = direct + throughMode + throughCurvature;
      for (let j = 0; j < width; j += 1) {
        gradient[j] = (gradient[j] ?? 0) + total * (predictors[row * width + j] ?? 0);
      }
    }
    const modeByDeviation = (at.residual - deviation * mode * at.variance) / curvature;
    const curvatureByDeviation = 2 * deviation * at.variance + deviation ** 2 * at.skew * mode;
    gradient[width] = (gradient[width] ?? 0) + bySpread + byMode * modeByDeviation + byCurvature * curvatureByDeviation;
  }
  return { value, gradient, modes: newModes };
}

/** Sums over a group's rows at one effect. */
function curvatureAt(
  density: OutcomeDensity,
  outcomes: Float64Array,
  linear: Float64Array,
  from: number,
  to: number,
  deviation: number,
  effect: number,
) {
  let [residual, variance, skew] = [0, 0, 0];
  for (let row = from; row < to; row += 1) {
    const mean = density.mean((linear[row] ?? 0) + deviation * effect);
    residual += (outcomes[row] ?? 0) - mean;
    variance += density.variance(mean);
    skew += density.skew(mean);
  }
  return { residual, variance, skew, curvature: 1 + deviation ** 2 * variance, slope: deviation ** 3 * skew };
}

/** The effect with the largest density, by Newton's method, halving the way where it would overshoot. */
function modeOf(
  density: OutcomeDensity,
  outcomes: Float64Array,
  linear: Float64Array,
  from: number,
  to: number,
  deviation: number,
  start: number,
): number {
  let effect = start;
  // The density's logarithm is concave with curvature at least 1, so its slope bounds the distance to the mode.
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let step = 0; step < MAXIMUM_STEPS; step += 1) {
    const { residual, curvature } = curvatureAt(density, outcomes, linear, from, to, deviation, effect);
    const slope = deviation * residual - effect;
    if (slope > 0) {
      low = effect;
      high = Math.min(high, effect + slope);
    } else {
      high = effect;
      low = Math.max(low, effect + slope);
    }
    const next = effect + slope / curvature;
    const inside = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(inside - effect) <= 1e-14 * (1 + Math.abs(effect))) return inside;
    effect = inside;
  }
  return effect;
}
