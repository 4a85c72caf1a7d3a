import { type InsufficientData, insufficient } from "../estimate";
import { choleskyDecompose } from "../linear-algebra/cholesky";
import { createMatrix, type Matrix } from "../linear-algebra/matrix";
import { entry } from "../linear-algebra/vector";

const MOST_STEPS = 200;
/** Newton steps below this, relative to the parameters, are rounding. */
const SETTLED = 1e-9;
/** Steps that stay above LARGE while the likelihood gains less than NOTHING lead to infinity. */
const LARGE = 1e-3;
const NOTHING = 1e-11;
/** Share of the diagonal added to it when a step has to be shortened, and the share at which shortening is given up. */
const FIRST_DAMPING = 1e-3;
const LAST_DAMPING = 1e12;

/** A log likelihood at some parameters. */
export interface LikelihoodPoint {
  readonly value: number;
  readonly score: Float64Array;
  /** Negative second derivatives; the lower triangle is enough. */
  readonly information: Matrix;
}

/** The parameters of greatest likelihood. */
export interface LikelihoodSummit {
  readonly kind: "summit";
  readonly parameters: Float64Array;
  readonly value: number;
  /** Inverse of the observed information. */
  readonly covariance: Matrix;
}

/**
 * Newton's method with the diagonal of the information enlarged wherever the information is not positive definite or a step
 * would lose likelihood (Levenberg 1944, Q Appl Math 2, 164-168).
 * @param n people, for the reason when there is no summit
 * @returns insufficient data "not-identifiable" when a parameter runs to infinity, else "no-convergence"
 */
export function newtonAscent(
  evaluate: (parameters: Float64Array) => LikelihoodPoint,
  start: Float64Array,
  n: number,
): LikelihoodSummit | InsufficientData {
  let parameters = start;
  let here = evaluate(start);
  let damping = 0;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (damping > LAST_DAMPING) return insufficient("no-convergence", n);
    const decomposed = choleskyDecompose(heavier(here.information, damping));
    if (decomposed.kind === "not-positive-definite") {
      damping = Math.max(FIRST_DAMPING, 10 * damping);
      continue;
    }
    const direction = decomposed.solve(here.score);
    const next = parameters.map((value, i) => value + entry(direction, i));
    const there = evaluate(next);
    const gain = there.value - here.value;
    if (!(gain >= -1e-12 * Math.abs(here.value))) {
      damping = Math.max(FIRST_DAMPING, 10 * damping);
      continue;
    }
    const largest = Math.max(...direction.map((d, i) => Math.abs(d) / Math.max(1, Math.abs(entry(parameters, i)))));
    if (damping === 0 && largest < SETTLED) {
      const last = choleskyDecompose(there.information);
      if (last.kind === "not-positive-definite") return insufficient("not-identifiable", n);
      return { kind: "summit", parameters: next, value: there.value, covariance: last.inverse() };
    }
    if (damping === 0 && largest > LARGE && gain < NOTHING) return insufficient("not-identifiable", n);
    damping = damping < 1e-6 ? 0 : damping / 10;
    [parameters, here] = [next, there];
  }
  return insufficient("no-convergence", n);
}

/** The matrix with its diagonal enlarged by a share of itself. */
function heavier(information: Matrix, share: number): Matrix {
  if (share === 0) return information;
  const result = createMatrix(information.rows, information.columns, information.values);
  for (let i = 0; i < result.rows; i += 1) {
    const cell = i * result.columns + i;
    const diagonal = Math.abs(entry(result.values, cell));
    result.values[cell] = entry(result.values, cell) + share * Math.max(diagonal, Number.MIN_VALUE);
  }
  return result;
}
