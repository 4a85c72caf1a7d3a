import { type Estimate, insufficient } from "../estimate";
import { multiplyVector } from "../linear-algebra/matrix";
import { qrDecompose } from "../linear-algebra/qr";
import { dot, entry } from "../linear-algebra/vector";
import { modelMatrix } from "../model-matrix/model-matrix";
import type { Variable } from "../model-matrix/variable";
import { waldEstimate } from "./coefficient-estimates";
import { keepColumns, type LinearModel } from "./linear-model";

export interface MarginalMeans {
  /** One per level of the factor, in the order of the levels. */
  readonly means: readonly { readonly level: string; readonly estimate: Estimate }[];
  /** First less second, for every pair in R's order; intervals and p values for each pair alone. */
  readonly differences: readonly { readonly first: string; readonly second: string; readonly estimate: Estimate }[];
}

const PROVENANCE = { statistic: "regression/marginal-means", version: 1 } as const;
/** Difference from what the repeated columns imply, as a share, above which a mean is not determined by the data. */
const NOT_ESTIMABLE = 1e-8;

/**
 * Expected outcome at each level of a factor, and the differences between levels: other factors' levels with equal
 * weight, numbers at their means. A number with only two values, such as an indicator, counts as a factor: both values
 * with equal weight, and not its mean. Source: Searle, Speed and Milliken (1980), American Statistician 34,
 * 216-221. R: emmeans(lm, ~ factor) with its default cov.keep = 2, pairs(adjust = "none").
 * @param variables those the model was fitted to, by name
 * @param factor the name of one of them that is a factor
 * @param level of the intervals
 * @param at values of numbers to stand in for their means: of the square of age, the square of the mean age;
 * one per column of a variable
 * @throws RangeError when the factor is not in the model
 */
export function marginalMeans(
  model: LinearModel,
  variables: ReadonlyMap<string, Variable>,
  factor: string,
  level = 0.95,
  at: ReadonlyMap<string, readonly number[]> = new Map(),
): MarginalMeans {
  const target = variables.get(factor);
  const { design, determined, n } = model;
  if (target?.kind !== "factor" || !design.terms.flat().includes(factor)) {
    throw new RangeError(`${factor} is not a factor of the model`);
  }
  const grid = referenceGrid(variables, [...new Set(design.terms.flat())], at);
  const { matrix } = modelMatrix(grid.variables, design.terms, design.assign.includes(0));
  const codes = grid.codes.get(factor) ?? [];
  const rows = target.levels.map((_, code) => averageRow(matrix.values, matrix.columns, codes, code));
  const implied = repeatedColumns(model);
  const estimable = (row: Float64Array) => implied(row) <= NOT_ESTIMABLE;
  const estimate = (row: Float64Array, method: string): Estimate => {
    if (!estimable(row)) return insufficient("not-identifiable", n);
    const contrast = determined.map((column) => entry(row, column));
    const value = dot(contrast, model.coefficients);
    const variance = dot(contrast, multiplyVector(model.covariance, contrast));
    return waldEstimate({ value, variance, df: model.degreesOfFreedom, n, method, provenance: PROVENANCE, level });
  };
  const named = target.levels.map((name, index) => ({ name, row: rows[index] ?? new Float64Array(matrix.columns) }));
  return {
    means: named.map(({ name, row }) => ({ level: name, estimate: estimate(row, "marginal-mean") })),
    differences: named.flatMap((first, index) =>
      named.slice(index + 1).map((second) => ({
        first: first.name,
        second: second.name,
        estimate: estimate(
          first.row.map((value, column) => value - entry(second.row, column)),
          "marginal-mean-difference",
        ),
      })),
    ),
  };
}

interface Grid {
  readonly variables: ReadonlyMap<string, Variable>;
  readonly codes: ReadonlyMap<string, readonly number[]>;
}

/** Every combination of the factors' levels, with numbers at their means. A number with two values keeps both. */
function referenceGrid(
  variables: ReadonlyMap<string, Variable>,
  names: readonly string[],
  at: ReadonlyMap<string, readonly number[]>,
): Grid {
  const used = names.flatMap((name) => {
    const variable = variables.get(name);
    return variable === undefined ? [] : [{ name, variable, points: gridPoints(variable, at.get(name)) }];
  });
  const size = used.reduce((product, { points }) => product * points.length, 1);
  const codes = new Map<string, readonly number[]>();
  const grid = new Map<string, Variable>();
  let repeat = 1;
  for (const { name, variable, points } of used) {
    const step = repeat;
    const own = Array.from({ length: size }, (_, row) => points[Math.floor(row / step) % points.length] ?? 0);
    codes.set(name, own);
    grid.set(name, onGrid(variable, own, at.get(name)));
    repeat *= points.length;
  }
  return { variables: grid, codes };
}

function onGrid(variable: Variable, points: readonly number[], at: readonly number[] | undefined): Variable {
  if (variable.kind === "factor") return { ...variable, codes: points };
  if (variable.kind === "numeric") return { kind: "numeric", values: points };
  const own = at ?? variable.columns.map(meanOf);
  return { ...variable, columns: variable.columns.map((_, column) => points.map(() => own[column] ?? Number.NaN)) };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value / values.length, 0);
}

function gridPoints(variable: Variable, at: readonly number[] | undefined): readonly number[] {
  if (variable.kind === "factor") return variable.levels.map((_, code) => code);
  if (variable.kind === "columns") return [0];
  if (at !== undefined) return at.slice(0, 1);
  const values = [...new Set(variable.values)];
  return values.length <= 2 ? values : [meanOf(variable.values)];
}

function averageRow(values: Float64Array, width: number, codes: readonly number[], code: number): Float64Array {
  const total = new Float64Array(width);
  let count = 0;
  codes.forEach((own, row) => {
    if (own !== code) return;
    count += 1;
    for (let column = 0; column < width; column += 1) {
      total[column] = entry(total, column) + entry(values, row * width + column);
    }
  });
  return total.map((value) => value / count);
}

/** How far a row's entries in the repeated columns lie from what its other entries imply. */
function repeatedColumns(model: LinearModel): (row: Float64Array) => number {
  const { design, determined } = model;
  const others = design.names.flatMap((_, column) => (determined.includes(column) ? [] : [column]));
  const qr = qrDecompose(keepColumns(design.matrix, determined));
  const relations = others.map((column) => ({
    column,
    weights: qr.solve(
      Float64Array.from({ length: design.matrix.rows }, (_, row) =>
        entry(design.matrix.values, row * design.matrix.columns + column),
      ),
    ),
  }));
  return (row) => {
    const kept = determined.map((column) => entry(row, column));
    const scale = Math.max(1, ...kept.map(Math.abs));
    return Math.max(
      0,
      ...relations.map(({ column, weights }) => Math.abs(entry(row, column) - dot(weights, kept)) / scale),
    );
  };
}
