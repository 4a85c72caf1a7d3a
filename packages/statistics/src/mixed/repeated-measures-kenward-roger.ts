import { type InsufficientData, insufficient } from "../estimate";
import { choleskyDecompose } from "../linear-algebra/cholesky";
import { column, createMatrix, type Matrix, multiply } from "../linear-algebra/matrix";
import { type KenwardRogerAdjustment, kenwardRogerAdjustment } from "./kenward-roger";
import { submatrix } from "./pattern-reduction";
import type { RepeatedMeasuresDesign, RepeatedMeasuresModel } from "./repeated-measures-model";
import type { VisitStructure } from "./visit-covariance";
import { addPatternProduct, visitPatterns } from "./visit-patterns";

/**
 * Kenward and Roger's adjustment of a model for repeated measures whose covariance is linear in variances and
 * covariances: "unstructured" and "compound-symmetry". From sums over the patterns of missing visits.
 * @returns "not-identifiable" for the other structures and for maximum likelihood, where it is not defined
 */
export function repeatedMeasuresKenwardRoger(
  design: RepeatedMeasuresDesign,
  model: RepeatedMeasuresModel,
): KenwardRogerAdjustment | InsufficientData {
  const { visitCovariance, coefficients, covariance, n } = model;
  const derivatives = linearDerivatives(model.structure, visitCovariance.rows);
  const p = design.x.columns;
  const predictors = Array.from({ length: p }, (_, j) => column(design.x, j));
  const patterns = visitPatterns(design, predictors);
  if (derivatives === null || patterns === null || model.method !== "REML") return insufficient("not-identifiable", n);
  const zero = () => createMatrix(p, p);
  const first = derivatives.map(zero);
  const second = derivatives.map(() => derivatives.map(zero));
  const traces = createMatrix(derivatives.length, derivatives.length);
  for (const pattern of patterns) {
    const cholesky = choleskyDecompose(submatrix(visitCovariance, pattern.visits));
    if (cholesky.kind !== "cholesky") return insufficient("no-convergence", n);
    const inverse = cholesky.inverse();
    const products = derivatives.map((derivative) => multiply(inverse, submatrix(derivative, pattern.visits)));
    products.forEach((left, k) => {
      addPatternProduct(first[k]?.values ?? inverse.values, pattern, multiply(left, inverse).values, p, -1);
      products.forEach((right, l) => {
        const both = multiply(left, right);
        const middle = symmetric(multiply(both, inverse));
        addPatternProduct(second[k]?.[l]?.values ?? inverse.values, pattern, middle.values, p, 1);
        const index = k * derivatives.length + l;
        traces.values[index] = (traces.values[index] ?? 0) + pattern.people * trace(both);
      });
    });
  }
  for (const matrix of [...first, ...second.flat()]) mirror(matrix);
  return kenwardRogerAdjustment({ n, coefficients, covariance, first, second, traces });
}

function linearDerivatives(structure: VisitStructure, visits: number): readonly Matrix[] | null {
  const fill = (value: (i: number, j: number) => boolean) => {
    const cells = Array.from({ length: visits ** 2 }, (_, k) => value(Math.floor(k / visits), k % visits));
    return createMatrix(visits, visits, cells.map(Number));
  };
  if (structure === "compound-symmetry") return [fill((i, j) => i === j), fill((i, j) => i !== j)];
  if (structure !== "unstructured") return null;
  const pairs = Array.from({ length: visits }, (_, a) =>
    Array.from({ length: a + 1 }, (_unused, b) => ({ a, b })),
  ).flat();
  return pairs.map(({ a, b }) => fill((i, j) => (i === a && j === b) || (i === b && j === a)));
}

function symmetric(a: Matrix): Matrix {
  const size = a.rows;
  const values = a.values.map((value, k) => {
    const [i, j] = [Math.floor(k / size), k % size];
    return (value + (a.values[j * size + i] ?? 0)) / 2;
  });
  return createMatrix(size, size, values);
}

/** Copies the upper triangle below the diagonal. */
function mirror(a: Matrix): void {
  for (let i = 0; i < a.rows; i += 1) {
    for (let j = 0; j < i; j += 1) a.values[i * a.columns + j] = a.values[j * a.columns + i] ?? 0;
  }
}

function trace(a: Matrix): number {
  let total = 0;
  for (let i = 0; i < a.rows; i += 1) total += a.values[i * a.columns + i] ?? 0;
  return total;
}
