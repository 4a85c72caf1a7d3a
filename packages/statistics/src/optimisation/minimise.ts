import { dot, entry } from "../linear-algebra/vector";
import { numericalGradient } from "./numerical-hessian";

/** Smallest share of the predicted fall that a step must bring. */
const ARMIJO = 1e-4;
const SHORTEST_STEP = 1e-14;

export interface Minimum {
  readonly kind: "minimum";
  readonly at: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
  readonly iterations: number;
}

export interface MinimiseOptions {
  /** First derivatives; by differences when absent. */
  readonly gradient?: (x: Float64Array) => Float64Array;
  /** The search has settled when no derivative, times its parameter and over the value, is larger. */
  readonly tolerance?: number;
  readonly maxIterations?: number;
}

/**
 * A local minimum of a smooth function of several numbers, by BFGS with backtracking. The function may return infinity
 * where it is not defined; the start must be inside.
 * Source: Nocedal and Wright, Numerical Optimization (2006), chapter 6. R: optim(start, f, method = "BFGS").
 */
export function minimise(
  f: (x: Float64Array) => number,
  start: ArrayLike<number>,
  options: MinimiseOptions = {},
): Minimum | { readonly kind: "no-convergence" } {
  const { tolerance = 1e-9, maxIterations = 500 } = options;
  const slope = options.gradient ?? ((x: Float64Array) => numericalGradient(f, x));
  let at = Float64Array.from(start);
  let value = f(at);
  let gradient = slope(at);
  let inverse = scaledIdentity(at.length, 1);
  let fresh = true;
  for (let iterations = 0; iterations < maxIterations; iterations += 1) {
    if (!Number.isFinite(value) || !gradient.every(Number.isFinite)) return { kind: "no-convergence" };
    if (settled(at, value, gradient, tolerance)) return { kind: "minimum", at, value, gradient, iterations };
    let direction = inverse.map((row) => -dot(row, gradient));
    let fall = dot(direction, gradient);
    if (!(fall < 0)) {
      inverse = scaledIdentity(at.length, 1);
      fresh = true;
      direction = [...gradient].map((component) => -component);
      fall = dot(direction, gradient);
    }
    // Before anything is known of the curvature, the first step stays of the size of the start.
    const first = fresh ? Math.min(1, (1 + largest(at)) / (10 * largest(direction))) : 1;
    const found = backtrack(f, at, value, direction, fall, first);
    if (found === null) {
      if (!fresh) {
        inverse = scaledIdentity(at.length, 1);
        fresh = true;
        continue;
      }
      // No step brings less: the minimum to within rounding, provided that the slope is gone as well.
      const flat = settled(at, value, gradient, Math.max(1e-5, tolerance));
      return flat ? { kind: "minimum", at, value, gradient, iterations } : { kind: "no-convergence" };
    }
    const next = slope(found.at);
    const step = found.at.map((x, index) => x - entry(at, index));
    const bend = next.map((component, index) => component - entry(gradient, index));
    const curvature = dot(step, bend);
    if (curvature > Number.EPSILON * dot(bend, bend)) {
      if (fresh) inverse = scaledIdentity(at.length, curvature / dot(bend, bend));
      update(inverse, step, bend, curvature);
      fresh = false;
    }
    ({ at, value } = found);
    gradient = next;
  }
  return { kind: "no-convergence" };
}

function settled(at: Float64Array, value: number, gradient: Float64Array, tolerance: number): boolean {
  const scale = Math.max(1, Math.abs(value));
  return gradient.every((g, index) => Math.abs(g) * Math.max(1, Math.abs(entry(at, index))) <= tolerance * scale);
}

function largest(vector: ArrayLike<number>): number {
  let size = 0;
  for (let index = 0; index < vector.length; index += 1) size = Math.max(size, Math.abs(entry(vector, index)));
  return size;
}

function scaledIdentity(n: number, scale: number): Float64Array[] {
  return Array.from({ length: n }, (_, i) => {
    const row = new Float64Array(n);
    row[i] = scale;
    return row;
  });
}

/** The first point along the direction, from the whole step down, where the function falls as far as it should. */
function backtrack(
  f: (x: Float64Array) => number,
  at: Float64Array,
  value: number,
  direction: readonly number[],
  fall: number,
  first: number,
): { at: Float64Array<ArrayBuffer>; value: number } | null {
  for (let size = first; size > SHORTEST_STEP * first; ) {
    const trial = at.map((x, index) => x + size * entry(direction, index));
    const trialValue = f(trial);
    if (trialValue <= value + ARMIJO * size * fall && trialValue < value) return { at: trial, value: trialValue };
    // The lowest point of the parabola through what is known, within a tenth and a half of the step.
    const lowest = (-fall * size * size) / (2 * (trialValue - value - fall * size));
    size = Number.isFinite(lowest) ? Math.min(size / 2, Math.max(size / 10, lowest)) : size / 10;
  }
  return null;
}

/** The BFGS update of the inverse Hessian, in place. */
function update(inverse: Float64Array[], step: Float64Array, bend: Float64Array, curvature: number): void {
  const carried = inverse.map((row) => dot(row, bend));
  const factor = (1 + dot(bend, carried) / curvature) / curvature;
  inverse.forEach((row, i) => {
    for (let j = 0; j < row.length; j += 1) {
      const crossed = entry(step, i) * entry(carried, j) + entry(carried, i) * entry(step, j);
      row[j] = entry(row, j) + factor * entry(step, i) * entry(step, j) - crossed / curvature;
    }
  });
}
