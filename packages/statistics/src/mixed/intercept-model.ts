import { normalCritical, normalUpper } from "../distribution/normal";
import {
  areFinite,
  type Estimate,
  finiteEstimate,
  type InsufficientData,
  insufficient,
  tooFew,
  whereFinite,
} from "../estimate";
import { choleskyDecompose } from "../linear-algebra/cholesky";
import { createMatrix, type Matrix } from "../linear-algebra/matrix";
import { backTransform, backTransformCovariance } from "./back-transform";
import { gaussHermite } from "./gauss-hermite";
import { type GroupedRows, interceptLikelihood } from "./intercept-likelihood";
import { hessianFromGradient, newtonDescent } from "./newton-descent";
import { orthonormalColumns } from "./orthonormal-columns";
import type { OutcomeDensity } from "./outcome-density";
import { quadraticForm } from "./quadratic-form";

/** Repeated outcomes of groups, such as the visits of people. */
export interface InterceptDesign {
  readonly y: Float64Array;
  readonly x: Matrix;
  /** Group of each row, from 0 to groups - 1. */
  readonly codes: Int32Array;
  readonly groups: number;
  /** Part of the linear predictor with coefficient 1, such as the log of time observed. */
  readonly offset?: Float64Array | undefined;
}

/** A regression with a normal random intercept per group. */
export interface InterceptModel {
  /** Groups, and rows in all of them. */
  readonly n: number;
  readonly rows: number;
  /** On the scale of the link, for one group, not averages over groups. */
  readonly coefficients: Float64Array;
  readonly covariance: Matrix;
  /** Standard deviation of the groups' intercepts. */
  readonly deviation: number;
  /** Most likely intercept of each group, as a difference from the mean one. */
  readonly effects: Float64Array;
  readonly logLikelihood: number;
  /** Coefficients and the deviation. */
  readonly parameters: number;
  readonly akaike: number;
  readonly bayesian: number;
  /** The groups do not differ by more than chance. */
  readonly singular: boolean;
}

/** What a kind of outcome adds to the search. */
export interface InterceptKind {
  readonly density: OutcomeDensity;
  /** Whether the outcomes leave nothing to fit, since nothing ever or always happened. */
  readonly eventless: boolean;
  /** Linear predictors from which to start, in the order of the rows. Without it, zero everywhere. */
  readonly start?: Float64Array | undefined;
  /** A parameter this far out, per standard deviation of its predictor, is on its way to infinity. */
  readonly unbounded: number;
}

const SINGULAR = 1e-4;

/**
 * Fits by maximum likelihood with adaptive Gauss-Hermite quadrature; one point is Laplace's approximation. Standard
 * errors from the observed information on all parameters.
 * @param points of the quadrature, 1 to 100
 * @returns "too-few" with fewer than two groups or no more rows than coefficients, "no-events" when eventless,
 * "not-identifiable" when X repeats itself or a parameter runs away, "no-convergence"
 * @throws RangeError when lengths differ or a code has no group
 */
export function interceptModel(
  design: InterceptDesign,
  kind: InterceptKind,
  points: number,
): InterceptModel | InsufficientData {
  checkDesign(design);
  const rule = gaussHermite(points);
  const { y, x, groups } = design;
  const n = y.length;
  if (!areFinite(y, x.values, design.offset ?? [])) return insufficient("not-finite", n);
  const p = x.columns;
  if (groups < 2) return tooFew(2, groups);
  if (n <= p + 1) return tooFew(p + 2, n);
  if (kind.eventless) return insufficient("no-events", n);
  const basis = orthonormalColumns(x, y);
  if (basis === null) return insufficient("not-identifiable", n);

  // Predictors with a mean square of one, so that the search moves in comparable units.
  const scale = Math.sqrt(n);
  const own = basis.columns.slice(0, p);
  const rows = sortedRows(design, own, scale);
  let modes: Float64Array = new Float64Array(groups);
  const criterion = (parameters: Float64Array) => {
    const found = interceptLikelihood(rows, kind.density, parameters, rule, modes);
    if (!Number.isFinite(found.value) || !found.gradient.every(Number.isFinite)) return null;
    modes = found.modes;
    return { value: -found.value, gradient: found.gradient.map((slope) => -slope) };
  };
  const start = new Float64Array(p + 1);
  const { start: predictors } = kind;
  if (predictors !== undefined) {
    own.forEach((column, j) => {
      start[j] = column.reduce((sum, value, row) => sum + value * (predictors[row] ?? 0), 0) / scale;
    });
  }
  start[p] = 1;
  const found = newtonDescent(criterion, start);
  if (found.kind !== "minimum") return insufficient("no-convergence", n);
  const hessian = hessianFromGradient((at) => criterion(at)?.gradient ?? null, found.at);
  const information = hessian === null ? null : choleskyDecompose(hessian);
  if (information?.kind !== "cholesky" || found.at.some((value) => Math.abs(value) > kind.unbounded)) {
    return insufficient("not-identifiable", n);
  }
  const inverse = information.inverse();
  const covariance = createMatrix(p, p);
  for (let i = 0; i < p; i += 1) {
    for (let j = 0; j < p; j += 1) covariance.values[i * p + j] = inverse.values[i * (p + 1) + j] ?? 0;
  }
  const best = interceptLikelihood(rows, kind.density, found.at, rule, modes);
  const signed = found.at[p] ?? 0;
  const parameters = p + 1;
  return whereFinite(
    {
      n: groups,
      rows: n,
      coefficients: backTransform(basis.upper, found.at.slice(0, p)).map((value) => value * scale),
      covariance: backTransformCovariance(basis.upper, covariance, n),
      deviation: Math.abs(signed),
      effects: best.modes.map((mode) => mode * signed),
      logLikelihood: best.value,
      parameters,
      akaike: 2 * parameters - 2 * best.value,
      bayesian: Math.log(n) * parameters - 2 * best.value,
      singular: Math.abs(signed) < SINGULAR,
    },
    n,
  );
}

/**
 * A contrast of coefficients with its normal interval.
 * @throws RangeError when there are not as many weights as coefficients
 */
export function interceptContrast(
  { coefficients, covariance, n }: InterceptModel,
  weights: readonly number[],
  level: number,
  named: Pick<Extract<Estimate, { kind: "estimate" }>, "method" | "provenance">,
): Estimate {
  if (weights.length !== coefficients.length) {
    throw new RangeError(`${weights.length} weights for ${coefficients.length} coefficients`);
  }
  const variance = quadraticForm(covariance, weights);
  if (!(variance > 0)) return insufficient("no-spread", n);
  const value = coefficients.reduce((total, coefficient, i) => total + coefficient * (weights[i] ?? 0), 0);
  const standardError = Math.sqrt(variance);
  const margin = normalCritical(level) * standardError;
  const statistic = value / standardError;
  return finiteEstimate({
    value,
    interval: { low: value - margin, high: value + margin, level },
    n,
    standardError,
    test: { distribution: "normal", statistic, pValue: 2 * normalUpper(Math.abs(statistic)), null: 0 },
    ...named,
  });
}

function checkDesign({ y, x, codes, groups, offset }: InterceptDesign): void {
  if (x.rows !== y.length || codes.length !== y.length) throw new RangeError("Columns of different lengths");
  if (offset !== undefined && offset.length !== y.length) throw new RangeError("Columns of different lengths");
  if (codes.some((code) => code < 0 || code >= groups)) throw new RangeError("A code lies outside its groups");
}

function sortedRows(design: InterceptDesign, columns: readonly Float64Array[], scale: number): GroupedRows {
  const { y, codes, groups, offset } = design;
  const starts = new Int32Array(groups + 1);
  for (const code of codes) starts[code + 1] = (starts[code + 1] ?? 0) + 1;
  for (let group = 0; group < groups; group += 1) starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  const next = Int32Array.from(starts);
  const width = columns.length;
  const outcomes = new Float64Array(y.length);
  const offsets = new Float64Array(y.length);
  const predictors = new Float64Array(y.length * width);
  codes.forEach((code, row) => {
    const place = next[code] ?? 0;
    next[code] = place + 1;
    outcomes[place] = y[row] ?? 0;
    offsets[place] = offset?.[row] ?? 0;
    columns.forEach((column, j) => {
      predictors[place * width + j] = (column[row] ?? 0) * scale;
    });
  });
  return { outcomes, offsets, predictors, width, starts };
}
