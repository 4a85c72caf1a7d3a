import { modelMatrix } from "../model-matrix/model-matrix";
import type { Variable } from "../model-matrix/variable";

/**
 * Weights of the coefficients that give the expected outcome at chosen levels of some factors, the levels of all other
 * factors counting equally and numbers standing at their means (a number with one or two values at each of them). With
 * satterthwaiteContrast these are marginal means, and the difference of two sets of weights is a contrast of means: a
 * cohort at a visit, one cohort less another at the last visit. Source: Searle, Speed and Milliken (1980), American
 * Statistician 34, 216-221. R: emmeans(model, ~ factors).
 * @param variables those of the fixed part, as given to modelMatrix, with every row of the data
 * @param terms as given to modelMatrix
 * @param chosen position of the level, by name of the factor
 * @throws RangeError when a chosen variable is no factor of the model or has no such level
 */
export function marginalWeights(
  variables: ReadonlyMap<string, Variable>,
  terms: readonly (readonly string[])[],
  chosen: ReadonlyMap<string, number>,
  intercept = true,
): number[] {
  const used = [...new Set(terms.flat())];
  for (const [name, level] of chosen) {
    const variable = variables.get(name);
    const known = variable?.kind === "factor" && used.includes(name) && variable.levels[level] !== undefined;
    if (!known) throw new RangeError(`${name} is not a factor of the model with a level ${level}`);
  }
  let size = 1;
  const axes = used.map((name) => {
    const variable = variables.get(name);
    if (variable === undefined) throw new RangeError(`No variable called ${name}`);
    const axis = { name, variable, points: pointsOf(variable, chosen.get(name)), repeat: size };
    size *= axis.points.length;
    return axis;
  });
  const grid = new Map<string, Variable>([["(rows)", { kind: "numeric", values: new Array(size).fill(0) }]]);
  for (const { name, variable, points, repeat } of axes) {
    const values = Array.from({ length: size }, (_, row) => points[Math.floor(row / repeat) % points.length] ?? 0);
    grid.set(name, atPoints(variable, values));
  }
  const { matrix } = modelMatrix(grid, terms, intercept);
  return Array.from({ length: matrix.columns }, (_, j) => {
    let total = 0;
    for (let row = 0; row < size; row += 1) total += matrix.values[row * matrix.columns + j] ?? 0;
    return total / size;
  });
}

/** The variable on the rows of a grid; several columns stay at their means. */
function atPoints(variable: Variable, values: readonly number[]): Variable {
  if (variable.kind === "factor") return { ...variable, codes: values };
  if (variable.kind === "numeric") return { kind: "numeric", values };
  const means = variable.columns.map((column) => column.reduce((sum, value) => sum + value, 0) / column.length);
  return { ...variable, columns: means.map((mean) => values.map(() => mean)) };
}

function pointsOf(variable: Variable, level: number | undefined): readonly number[] {
  if (variable.kind === "factor") return level === undefined ? variable.levels.map((_, code) => code) : [level];
  if (variable.kind === "columns") return [0];
  const distinct = [...new Set(variable.values)];
  if (distinct.length <= 2) return distinct;
  return [variable.values.reduce((sum, value) => sum + value, 0) / variable.values.length];
}
