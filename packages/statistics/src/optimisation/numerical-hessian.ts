import { createMatrix, type Matrix } from "../linear-algebra/matrix";
import { entry } from "../linear-algebra/vector";

/** Halvings of the step whose errors are cancelled against each other. */
const ROUNDS = 4;
const RELATIVE_STEP = 1e-3;
/** A parameter near zero moves by this much. */
const SMALLEST_STEP = 1e-4;

/**
 * First derivatives of a function at a point, by central differences extrapolated to step zero.
 * Source: Richardson (1911); Ridders, Advances in Engineering Software 4 (1982) 75-76. R: numDeriv::grad.
 */
export function numericalGradient(f: (x: Float64Array) => number, x: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: x.length }, (_, i) =>
    extrapolate((scale) => {
      const h = stepAt(entry(x, i)) * scale;
      return (f(moved(x, [[i, h]])) - f(moved(x, [[i, -h]]))) / (2 * h);
    }),
  );
}

/** Second derivatives of a function at a point, likewise; symmetric. R: numDeriv::hessian. */
export function numericalHessian(f: (x: Float64Array) => number, x: ArrayLike<number>): Matrix {
  const n = x.length;
  const result = createMatrix(n, n);
  const centre = f(Float64Array.from(x));
  const steps = Array.from({ length: n }, (_, i) => 5 * stepAt(entry(x, i)));
  for (let i = 0; i < n; i += 1) {
    const stepI = entry(steps, i);
    result.values[i * n + i] = extrapolate((scale) => {
      const h = stepI * scale;
      return (f(moved(x, [[i, h]])) - 2 * centre + f(moved(x, [[i, -h]]))) / h ** 2;
    });
    for (let j = 0; j < i; j += 1) {
      const stepJ = entry(steps, j);
      const value = extrapolate((scale) => {
        const [h, k] = [stepI * scale, stepJ * scale];
        const corner = (a: number, b: number) =>
          f(
            moved(x, [
              [i, a],
              [j, b],
            ]),
          );
        return (corner(h, k) - corner(h, -k) - corner(-h, k) + corner(-h, -k)) / (4 * h * k);
      });
      result.values[i * n + j] = value;
      result.values[j * n + i] = value;
    }
  }
  return result;
}

function stepAt(value: number): number {
  return Math.max(RELATIVE_STEP * Math.abs(value), SMALLEST_STEP);
}

function moved(x: ArrayLike<number>, moves: readonly (readonly [number, number])[]): Float64Array {
  const result = Float64Array.from(x);
  for (const [index, by] of moves) result[index] = entry(result, index) + by;
  return result;
}

/** The limit for steps towards zero of a difference whose error is a series in the square of the step. */
function extrapolate(difference: (scale: number) => number): number {
  const column = Array.from({ length: ROUNDS }, (_, round) => difference(0.5 ** round));
  for (let order = 1; order < ROUNDS; order += 1) {
    for (let round = ROUNDS - 1; round >= order; round -= 1) {
      const [fine, coarse] = [entry(column, round), entry(column, round - 1)];
      column[round] = fine + (fine - coarse) / (4 ** order - 1);
    }
  }
  return entry(column, ROUNDS - 1);
}
