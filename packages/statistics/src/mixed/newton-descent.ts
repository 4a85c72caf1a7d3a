import { choleskyDecompose } from "../linear-algebra/cholesky";
import { createMatrix, type Matrix } from "../linear-algebra/matrix";

/** A function with its gradient at one point. */
export interface Slope {
  readonly value: number;
  readonly gradient: Float64Array;
}

/** A smooth function of a few parameters; null where it is not defined. */
export type SmoothFunction = (at: Float64Array) => Slope | null;

export type DescentResult =
  | { readonly kind: "minimum"; readonly at: Float64Array; readonly value: number }
  | { readonly kind: "no-convergence" };

interface Point extends Slope {
  readonly at: Float64Array;
}

const MAXIMUM_STEPS = 200;
const MAXIMUM_HALVINGS = 40;
/** A step that would lower the function by less than this share of it is lost in rounding. */
const NEGLIGIBLE_DECREASE = 1e-17;
/** A step that promises less than this share of the function is taken without comparing values. */
const TRUSTED_DECREASE = 1e-11;
/** A search that stops when less than this share of the function could still be gained has found the minimum. */
const ACCEPTABLE_DECREASE = 1e-9;
/** Steps after which second derivatives are made afresh. */
const REFRESH = 12;

/**
 * Minimum by Newton's method with an exact gradient. Second derivatives are differences of gradients at the start,
 * with a ridge where they are not positive definite, and carried on by the BFGS update; steps are halved until the
 * function falls. For a handful of parameters: it settles to nearly all digits of a double, which a search on values
 * alone cannot. Source: Nocedal and Wright (2006), Numerical Optimization, chapters 3 and 6.
 */
export function newtonDescent(f: SmoothFunction, start: Float64Array): DescentResult {
  const first = f(start);
  if (first === null) return { kind: "no-convergence" };
  let point: Point = { at: Float64Array.from(start), ...first };
  let hessian: Matrix | null = null;
  let age = 0;
  for (let step = 0; step < MAXIMUM_STEPS; step += 1) {
    if (hessian === null || age >= REFRESH) {
      hessian = hessianFromGradient((at) => f(at)?.gradient ?? null, point.at);
      if (hessian === null) return { kind: "no-convergence" };
      age = 0;
    }
    const { direction, shifted } = newtonDirection(hessian, point.gradient);
    const scale = 1 + Math.abs(point.value);
    const decrease = -inner(point.gradient, direction);
    const next = decrease <= NEGLIGIBLE_DECREASE * scale ? null : search(f, point, direction, decrease, scale);
    if (next === null) {
      if (decrease <= ACCEPTABLE_DECREASE * scale) return { kind: "minimum", at: point.at, value: point.value };
      if (age === 0) return { kind: "no-convergence" };
      hessian = null;
      continue;
    }
    hessian = updated(shifted, point, next);
    point = next;
    age += 1;
  }
  return { kind: "no-convergence" };
}

/** Matrix of second derivatives by central differences of an exact gradient; null where it is not defined. */
export function hessianFromGradient(
  gradient: (at: Float64Array) => Float64Array | null,
  at: Float64Array,
): Matrix | null {
  const size = at.length;
  const result = createMatrix(size, size);
  for (let j = 0; j < size; j += 1) {
    const step = 1e-4 * Math.max(Math.abs(at[j] ?? 0), 0.1);
    const [below, above] = [-step, step].map((change) => gradient(at.map((x, i) => (i === j ? x + change : x))));
    if (!below || !above) return null;
    for (let i = 0; i < size; i += 1) {
      // Half of it goes to each side of the diagonal, which makes the matrix symmetric.
      const half = ((above[i] ?? 0) - (below[i] ?? 0)) / (4 * step);
      result.values[i * size + j] = (result.values[i * size + j] ?? 0) + half;
      result.values[j * size + i] = (result.values[j * size + i] ?? 0) + half;
    }
  }
  return result.values.every(Number.isFinite) ? result : null;
}

/** The Newton step, and the matrix it was made with: the given one plus as much of a ridge as it needs. */
function newtonDirection(hessian: Matrix, gradient: Float64Array): { direction: Float64Array; shifted: Matrix } {
  const size = gradient.length;
  let largest = 0;
  for (let i = 0; i < size; i += 1) largest = Math.max(largest, Math.abs(hessian.values[i * size + i] ?? 0));
  let ridge = 0;
  while (ridge < Number.MAX_VALUE) {
    const shifted = createMatrix(size, size, hessian.values);
    for (let i = 0; i < size; i += 1) {
      shifted.values[i * size + i] = (shifted.values[i * size + i] ?? 0) + ridge;
    }
    const cholesky = choleskyDecompose(shifted);
    if (cholesky.kind === "cholesky") return { direction: cholesky.solve(gradient).map((value) => -value), shifted };
    ridge = ridge === 0 ? Math.max(1e-6 * largest, 1e-12) : 4 * ridge;
  }
  return { direction: gradient.map((value) => -value), shifted: hessian };
}

/** The BFGS update of a positive definite matrix of second derivatives; unchanged where the curvature is not positive. */
function updated(hessian: Matrix, from: Point, to: Point): Matrix {
  const size = from.at.length;
  const move = to.at.map((value, i) => value - (from.at[i] ?? 0));
  const change = to.gradient.map((value, i) => value - (from.gradient[i] ?? 0));
  const curvature = inner(move, change);
  const image = move.map((_, i) =>
    move.reduce((total, value, j) => total + value * (hessian.values[i * size + j] ?? 0), 0),
  );
  const length = inner(move, image);
  if (!(curvature > 0) || !(length > 0)) return hessian;
  return createMatrix(
    size,
    size,
    hessian.values.map((value, index) => {
      const [i, j] = [Math.floor(index / size), index % size];
      const added = ((change[i] ?? 0) * (change[j] ?? 0)) / curvature;
      return value + added - ((image[i] ?? 0) * (image[j] ?? 0)) / length;
    }),
  );
}

function search(
  f: SmoothFunction,
  from: Point,
  direction: Float64Array,
  decrease: number,
  scale: number,
): Point | null {
  let share = 1;
  for (let halving = 0; halving < MAXIMUM_HALVINGS; halving += 1) {
    const at = from.at.map((x, i) => x + share * (direction[i] ?? 0));
    const there = f(at);
    if (there !== null) {
      const trusted = share === 1 && decrease <= TRUSTED_DECREASE * scale;
      if (trusted || there.value < from.value - 1e-4 * share * decrease) return { at, ...there };
    }
    share /= 2;
  }
  return null;
}

function inner(a: Float64Array, b: Float64Array): number {
  return a.reduce((total, value, i) => total + value * (b[i] ?? 0), 0);
}
