import { type InsufficientData, insufficient } from "../estimate";
import { createMatrix, type Matrix } from "../linear-algebra/matrix";
import { crossedKenwardRoger } from "./crossed-kenward-roger";
import type { GroupingLevel } from "./grouping-level";
import { type KenwardRogerAdjustment, kenwardRogerAdjustment } from "./kenward-roger";
import { kenwardRogerGroup } from "./kenward-roger-group";
import type { LinearMixedModel } from "./linear-mixed-model";
import type { MixedDesign } from "./mixed-design";
import { relativeFactor } from "./relative-factor";
import { groupCrossProducts } from "./single-factor-reduction";

/** More random effects than this, over all groups of several factors, make the dense matrices too large. */
const MOST_EFFECTS = 600;

/**
 * Kenward and Roger's adjustment of a linear mixed model. With one grouping factor from sums over groups: with
 * F = Z'V^-1 Z and G = Z'V^-1 X of a group, every term is a product of matrices as small as its random effects. With
 * several, by dense matrices. R: pbkrtest::vcovAdj(lmer(...)).
 * @returns "not-identifiable" for a fit by maximum likelihood, where it is not defined, and for several grouping factors
 * with more than 600 random effects in all
 */
export function mixedKenwardRoger(
  design: MixedDesign,
  model: LinearMixedModel,
): KenwardRogerAdjustment | InsufficientData {
  const groups = new Set(design.terms.map(({ group }) => group));
  const [firstTerm] = design.terms;
  const effects = design.terms.reduce((total, term) => total + term.levels * term.columns.length, 0);
  const tooMany = groups.size > 1 && effects > MOST_EFFECTS;
  if (firstTerm === undefined || model.method !== "REML" || tooMany) return insufficient("not-identifiable", model.n);
  const { n, coefficients, covariance } = model;
  if (groups.size > 1) {
    const share = crossedKenwardRoger(design, model);
    if (share === null) return insufficient("no-spread", n);
    const { first, second, traces } = share;
    const square = createMatrix(traces.length, traces.length, traces.flat());
    return kenwardRogerAdjustment({ n, coefficients, covariance, first, second, traces: square });
  }
  const columns = design.terms.flatMap((term) => term.columns.map(({ values }) => values));
  const q = columns.length;
  const p = design.x.columns;
  const { codes, levels } = firstTerm;
  const level: GroupingLevel = { codes, levels, columns, factor: relativeFactor([q]) };
  const predictors = Array.from({ length: p }, (_, j) =>
    Float64Array.from({ length: model.rows }, (_unused, row) => design.x.values[row * p + j] ?? 0),
  );
  const { a, b } = groupCrossProducts(level, predictors);
  const own = groupCrossProducts({ codes, levels, columns: predictors, factor: level.factor }, []).a;
  const sizes = new Float64Array(levels);
  for (const code of codes) sizes[code] = (sizes[code] ?? 0) + 1;

  const { random, derivatives } = randomCovariance(model, q);
  const r = derivatives.length + 1;
  const zero = () => createMatrix(p, p);
  const first = Array.from({ length: r }, zero);
  const second = Array.from({ length: r }, () => Array.from({ length: r }, zero));
  const traces = createMatrix(r, r);
  for (let group = 0; group < levels; group += 1) {
    const share = kenwardRogerGroup(
      {
        rows: sizes[group] ?? 0,
        a: createMatrix(q, q, a.subarray(group * q * q, (group + 1) * q * q)),
        b: createMatrix(q, p, b.subarray(group * q * p, (group + 1) * q * p)),
        x: createMatrix(p, p, own.subarray(group * p * p, (group + 1) * p * p)),
      },
      random,
      model.sigma ** 2,
      derivatives,
    );
    if (share === null) return insufficient("no-spread", model.n);
    first.forEach((sum, i) => {
      addTo(sum, share.first[i]);
      second[i]?.forEach((total, j) => {
        addTo(total, share.second[i]?.[j]);
        traces.values[i * r + j] = (traces.values[i * r + j] ?? 0) + (share.traces[i]?.[j] ?? 0);
      });
    });
  }
  return kenwardRogerAdjustment({ n, coefficients, covariance, first, second, traces });
}

/** The covariance of one group's effects over all terms, and its derivative by each variance and covariance. */
function randomCovariance(model: LinearMixedModel, q: number) {
  const random = createMatrix(q, q);
  const derivatives: Matrix[] = [];
  let offset = 0;
  for (const { term, covariance } of model.components) {
    const size = term.columns.length;
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j < size; j += 1) {
        const index = (offset + i) * q + offset + j;
        random.values[index] = covariance.values[i * size + j] ?? 0;
        if (j > i) continue;
        const derivative = createMatrix(q, q);
        derivative.values[index] = 1;
        derivative.values[(offset + j) * q + offset + i] = 1;
        derivatives.push(derivative);
      }
    }
    offset += size;
  }
  return { random, derivatives };
}

function addTo(sum: Matrix, share: Matrix | undefined): void {
  sum.values.forEach((value, index) => {
    sum.values[index] = value + (share?.values[index] ?? 0);
  });
}
