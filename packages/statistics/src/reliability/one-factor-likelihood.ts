import { choleskyDecompose } from "../linear-algebra/cholesky";
import { createMatrix, type Matrix } from "../linear-algebra/matrix";

const MOST_STEPS = 120;
/** From here on the curvature seen is used in place of the expected one, which is far from it in Heywood cases. */
const EXPECTED_STEPS = 60;
/** Change of a value by which slopes are compared. */
const NUDGE = 1e-5;
/** The search ends when no derivative of the discrepancy exceeds this. */
const FLAT = 1e-9;
/** Steps shorter than this share are no steps. */
const SHORTEST = 1e-12;

/** One common factor of variance 1. */
export interface OneFactorSolution {
  readonly kind: "one-factor-solution";
  readonly loadings: readonly number[];
  /** May be below 0 (a Heywood case). */
  readonly residuals: readonly number[];
  /** log det Sigma + tr(S Sigma^-1) - log det S - k. */
  readonly discrepancy: number;
  /** Covariance of the estimates times n: loadings first, then residual variances. Null when they are not determined. */
  readonly covarianceTimesN: Matrix | null;
}

interface State {
  readonly values: readonly number[];
  readonly discrepancy: number;
  readonly gradient: Float64Array;
  readonly information: Matrix;
}

/**
 * Maximum likelihood for one factor by Fisher scoring, then Newton's method, with step halving, from the given loadings
 * and residual variances of one half. Residual variances are free to fall below 0, as in confirmatory programs, or held at `lowest`. Null when
 * the search does not settle or the correlations have no inverse.
 * Joreskog (1967), Psychometrika 32, 443-482. R: lavaan::cfa("f =~ ...", std.lv = TRUE); with `lowest` 0.005, factanal.
 * @param correlations of three or more items
 */
export function oneFactorLikelihood(
  correlations: Matrix,
  start: readonly number[],
  lowest: number | null = null,
): OneFactorSolution | null {
  const k = correlations.rows;
  const root = choleskyDecompose(correlations);
  if (root.kind !== "cholesky") return null;
  const held = new Set<number>();
  let values: readonly number[] = [...start, ...start.map(() => 0.5)];
  for (;;) {
    const end = search(correlations, root.logDeterminant, values, held);
    if (end === null) return null;
    const residuals = end.values.slice(k);
    const below = lowest === null ? -1 : residuals.findIndex((value, i) => value < lowest && !held.has(k + i));
    if (lowest === null || below < 0) {
      const inverse = choleskyDecompose(end.information);
      // n times the information of the likelihood is half that of the discrepancy.
      const covariance = inverse.kind === "cholesky" ? inverse.inverse() : null;
      covariance?.values.forEach((value, index) => {
        covariance.values[index] = 2 * value;
      });
      const loadings = end.values.slice(0, k);
      const discrepancy = Math.max(0, end.discrepancy);
      return { kind: "one-factor-solution", loadings, residuals, discrepancy, covarianceTimesN: covariance };
    }
    held.add(k + below);
    values = end.values.map((value, i) => (held.has(i) ? lowest : i >= k ? Math.max(value, lowest) : value));
  }
}

function search(s: Matrix, logDeterminant: number, start: readonly number[], held: ReadonlySet<number>): State | null {
  let state = evaluate(s, logDeterminant, start, held);
  for (let step = 0; state !== null && step < MOST_STEPS; step++) {
    if (state.gradient.every((slope) => Math.abs(slope) < FLAT)) return state;
    const curved = step < EXPECTED_STEPS ? null : seenCurvature(s, logDeterminant, state, held);
    const next: State | null = improve(s, logDeterminant, state, held, curved ?? state.information);
    // No shorter step goes down: as flat as rounding allows, or stuck on a slope.
    if (next === null) return state.gradient.every((slope) => Math.abs(slope) < 1e-5) ? state : null;
    state = next;
  }
  return null;
}

function improve(
  s: Matrix,
  logDeterminant: number,
  state: State,
  held: ReadonlySet<number>,
  curvature: Matrix,
): State | null {
  const root = choleskyDecompose(curvature);
  const direction = root.kind === "cholesky" ? root.solve(state.gradient) : state.gradient;
  for (let share = 1; share > SHORTEST; share /= 2) {
    const values = state.values.map((value, i) => value - share * (direction[i] ?? 0));
    const next = fitAt(s, logDeterminant, values);
    if (next !== null && next.discrepancy < state.discrepancy) return slopesOf(s, next, held);
  }
  return null;
}

/** Second derivatives from differences of slopes; null where they cannot be taken or do not curve upwards. */
function seenCurvature(s: Matrix, logDeterminant: number, state: State, held: ReadonlySet<number>): Matrix | null {
  const size = state.values.length;
  const result = createMatrix(size, size);
  for (let i = 0; i < size; i++) {
    const slopes = (side: number) => {
      const moved = state.values.map((value, index) => (index === i ? value + side * NUDGE : value));
      return evaluate(s, logDeterminant, moved, held)?.gradient;
    };
    const [above, below] = [slopes(1), slopes(-1)];
    if (above === undefined || below === undefined) return null;
    for (let j = 0; j < size; j++) {
      const slope = ((above[j] ?? 0) - (below[j] ?? 0)) / (4 * NUDGE);
      const share = held.has(i) || held.has(j) ? (i === j ? 0.5 : 0) : slope;
      // Each half of the pair is the mean of both differences.
      for (const place of [i * size + j, j * size + i]) result.values[place] = (result.values[place] ?? 0) + share;
    }
  }
  return choleskyDecompose(result).kind === "cholesky" ? result : null;
}

/** The model's matrix and its inverse, and how far it is from the correlations. */
interface Fit {
  readonly values: readonly number[];
  readonly discrepancy: number;
  readonly inverse: Float64Array;
}

/** Null where the model's matrix is not positive definite. */
function fitAt(s: Matrix, logDeterminant: number, values: readonly number[]): Fit | null {
  const k = s.rows;
  const model = createMatrix(k, k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      model.values[i * k + j] = (values[i] ?? 0) * (values[j] ?? 0) + (i === j ? (values[k + i] ?? 0) : 0);
    }
  }
  const root = choleskyDecompose(model);
  if (root.kind !== "cholesky") return null;
  const inverse = root.inverse().values;
  let trace = 0;
  for (let index = 0; index < inverse.length; index++) trace += (inverse[index] ?? 0) * (s.values[index] ?? 0);
  return { values, discrepancy: root.logDeterminant + trace - logDeterminant - k, inverse };
}

/** Discrepancy, slopes and expected curvature; null where the model's matrix is not positive definite. */
function evaluate(
  s: Matrix,
  logDeterminant: number,
  values: readonly number[],
  held: ReadonlySet<number>,
): State | null {
  const fit = fitAt(s, logDeterminant, values);
  return fit && slopesOf(s, fit, held);
}

function slopesOf(s: Matrix, { values, discrepancy, inverse: w }: Fit, held: ReadonlySet<number>): State {
  const k = s.rows;
  const size = 2 * k;
  const wsw = product(w, product(s.values, w, k), k);
  const gradient = new Float64Array(size);
  const pull = new Float64Array(k);
  let strength = 0;
  for (let i = 0; i < k; i++) {
    let [own, slope] = [0, 0];
    for (let j = 0; j < k; j++) {
      const [weight, loading] = [w[i * k + j] ?? 0, values[j] ?? 0];
      own += weight * loading;
      slope += (weight - (wsw[i * k + j] ?? 0)) * loading;
    }
    pull[i] = own;
    strength += (values[i] ?? 0) * own;
    gradient[i] = 2 * slope;
    gradient[k + i] = held.has(k + i) ? 0 : (w[i * k + i] ?? 0) - (wsw[i * k + i] ?? 0);
  }
  const information = createMatrix(size, size);
  const cells = information.values;
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const weight = w[i * k + j] ?? 0;
      const mixed = 2 * weight * (pull[j] ?? 0);
      cells[i * size + j] = 2 * (weight * strength + (pull[i] ?? 0) * (pull[j] ?? 0));
      cells[i * size + k + j] = mixed;
      cells[(k + j) * size + i] = mixed;
      cells[(k + i) * size + k + j] = weight ** 2;
    }
  }
  for (const one of held) {
    for (let other = 0; other < size; other++) {
      cells[one * size + other] = 0;
      cells[other * size + one] = 0;
    }
    cells[one * size + one] = 1;
  }
  return { values, discrepancy, gradient, information };
}

function product(a: Float64Array, b: Float64Array, k: number): Float64Array {
  const result = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let inner = 0; inner < k; inner++) {
      const factor = a[i * k + inner] ?? 0;
      for (let j = 0; j < k; j++) result[i * k + j] = (result[i * k + j] ?? 0) + factor * (b[inner * k + j] ?? 0);
    }
  }
  return result;
}
