import { fUpper } from "../distribution/f";
import type { Matrix } from "../linear-algebra/matrix";
import { qrDecompose } from "../linear-algebra/qr";
import { entry } from "../linear-algebra/vector";
import { keepColumns, type LinearModel, scaleRows } from "./linear-model";

export interface AnovaRow {
  /** R's name, e.g. "group" or "group:age". */
  readonly term: string;
  readonly sumOfSquares: number;
  readonly degreesOfFreedom: number;
  readonly f: number;
  readonly pValue: number;
}

const REPEATED = 1e-7;

/**
 * Type II tests of the terms of a linear model: each after all others that do not contain it. R: car::Anova(lm).
 * A term whose columns add nothing to the others is left out.
 * @param y the outcome the model was fitted to
 * @param weights and its weights, if it had any
 */
export function typeTwoAnova(
  model: LinearModel,
  y: readonly number[],
  weights?: readonly number[],
): readonly AnovaRow[] {
  const { design, determined } = model;
  const roots = Float64Array.from(y, (_, row) => Math.sqrt(weights?.[row] ?? 1));
  const outcome = roots.map((root, row) => root * (y[row] ?? 0));
  const weighted = scaleRows(design.matrix, roots);
  const fit = (keep: (term: number) => boolean) => {
    const columns = determined.filter((column) => keep(design.assign[column] ?? 0));
    return residualSum(keepColumns(weighted, columns), outcome);
  };
  const variance = model.residualSumOfSquares / model.degreesOfFreedom;
  return design.terms.flatMap((term, position) => {
    const contains = (other: number) => {
      const members = other === 0 ? [] : (design.terms[other - 1] ?? []);
      return other - 1 !== position && term.every((name) => members.includes(name));
    };
    const full = fit((other) => !contains(other));
    const reduced = fit((other) => !contains(other) && other - 1 !== position);
    const degreesOfFreedom = full.rank - reduced.rank;
    if (degreesOfFreedom === 0) return [];
    const sumOfSquares = reduced.sum - full.sum;
    const f = sumOfSquares / degreesOfFreedom / variance;
    const pValue = fUpper(f, degreesOfFreedom, model.degreesOfFreedom);
    return [{ term: term.join(":"), sumOfSquares, degreesOfFreedom, f, pValue }];
  });
}

function residualSum(a: Matrix, y: Float64Array): { readonly sum: number; readonly rank: number } {
  const qr = qrDecompose(a, REPEATED);
  const rotated = qr.qTransposed(y);
  let sum = 0;
  for (let row = qr.rank; row < rotated.length; row += 1) sum += entry(rotated, row) ** 2;
  return { sum, rank: qr.rank };
}
