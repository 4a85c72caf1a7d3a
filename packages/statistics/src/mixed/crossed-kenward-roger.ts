import { createMatrix, type Matrix } from "../linear-algebra/matrix";
import { crossedCrossProducts } from "./crossed-reduction";
import { type GroupShare, kenwardRogerGroup } from "./kenward-roger-group";
import type { LinearMixedModel } from "./linear-mixed-model";
import type { MixedDesign } from "./mixed-design";
import { relativeFactor } from "./relative-factor";

/**
 * What Kenward and Roger's adjustment is made of in a model with several grouping factors: all rows as one group whose
 * effects are those of every term, in dense matrices.
 * @returns null when the residual variance is zero
 */
export function crossedKenwardRoger(design: MixedDesign, model: LinearMixedModel): GroupShare | null {
  const p = design.x.columns;
  const predictors = Array.from({ length: p }, (_, j) =>
    Float64Array.from({ length: model.rows }, (_unused, row) => design.x.values[row * p + j] ?? 0),
  );
  const levels = design.terms.map(({ codes, levels: groups, columns }) => ({
    codes,
    levels: groups,
    columns: columns.map(({ values }) => values),
    factor: relativeFactor([columns.length]),
  }));
  const starts: number[] = [];
  let size = 0;
  for (const { levels: groups, columns } of levels) {
    starts.push(size);
    size += groups * columns.length;
  }
  const { a, b, gram } = crossedCrossProducts(levels, starts, size, predictors);
  const random = createMatrix(size, size);
  const derivatives: Matrix[] = [];
  model.components.forEach(({ term, covariance }, index) => {
    const q = term.columns.length;
    for (let i = 0; i < q; i += 1) {
      for (let j = 0; j <= i; j += 1) {
        const derivative = createMatrix(size, size);
        for (let group = 0; group < term.levels; group += 1) {
          const from = (starts[index] ?? 0) + group * q;
          for (const place of [(from + i) * size + from + j, (from + j) * size + from + i]) {
            derivative.values[place] = 1;
            random.values[place] = covariance.values[i * q + j] ?? 0;
          }
        }
        derivatives.push(derivative);
      }
    }
  });
  const x = createMatrix(p, p, gram);
  for (let i = 0; i < p; i += 1) {
    for (let j = 0; j < i; j += 1) x.values[i * p + j] = x.values[j * p + i] ?? 0;
  }
  return kenwardRogerGroup(
    { rows: model.rows, a: createMatrix(size, size, a), b: createMatrix(size, p, b), x },
    random,
    model.sigma ** 2,
    derivatives,
  );
}
