import { areFinite, type InsufficientData, insufficient, tooFew, whereFinite } from "../estimate";
import { createMatrix, type Matrix, multiplyVector } from "../linear-algebra/matrix";
import { entry } from "../linear-algebra/vector";
import { createMrg32k3a, type Mrg32k3aSeed, normalDraw, type RandomStream, substream } from "../random/mrg32k3a";
import { matchDonors } from "./donor-matching";
import { drawCategories } from "./logistic-draw";
import { drawWithRandomIntercepts } from "./random-intercept-draw";
import { drawRegression, pickRows } from "./regression-draw";

/** A variable with the way to fill its gaps. */
export interface ImputationColumn {
  readonly name: string;
  /** One per person, null where missing; whole numbers from 0 to levels - 1 for "categories". */
  readonly values: readonly (number | null)[];
  /**
   * "matching" gives values that were observed, by predictive mean matching; "normal" draws from a linear regression;
   * "random-intercept" the same for people in clusters; "categories" draws a category, of two or more.
   */
  readonly method: "matching" | "normal" | "random-intercept" | "categories";
  /** Number of categories, which enter other regressions as indicators; absent for numbers. */
  readonly levels?: number;
  /** Names of the variables that predict this one; all others without it. */
  readonly predictors?: readonly string[];
}

export interface ImputationPlan {
  readonly columns: readonly ImputationColumn[];
  /** One label per person, for "random-intercept". */
  readonly clusters?: readonly (string | number)[];
  /** Rounds through all variables with gaps. */
  readonly iterations: number;
  readonly seed: Mrg32k3aSeed;
}

export interface CompletedData {
  readonly kind: "completed-data";
  /** Every variable without gaps, in the order of the plan. */
  readonly columns: readonly (readonly number[])[];
  /** Variables in the order in which they are filled, those with fewest gaps first. */
  readonly visits: readonly string[];
  /** After each round, of each visited variable: mean and standard deviation (n - 1; 0 for one) of what was filled in. */
  readonly trace: readonly (readonly { readonly mean: number; readonly deviation: number }[])[];
}

/**
 * Completed data set number `index` of a multiple imputation by chained equations: gaps are filled at random, then each
 * variable in turn is drawn anew given all others, round after round. Data set number i uses its own stream of random
 * numbers, so that the data sets can be made anywhere and in any order. The trace shows whether the rounds were enough.
 * Source: van Buuren and Groothuis-Oudshoorn, Journal of Statistical Software 45 (2011) 3. R: mice::mice.
 *
 * Insufficient data: "too-few" where nobody was observed on a variable, "not-identifiable" where a regression has too few
 * people, or too few clusters, for its predictors.
 * @throws RangeError for unequal lengths, unknown names, categories out of range, and a
 *   random intercept without clusters
 */
export function completeData(plan: ImputationPlan, index: number): CompletedData | InsufficientData {
  const { columns, iterations, seed } = plan;
  const n = check(plan);
  if (!columns.every(({ values }) => areFinite(values.map((value) => value ?? 0))))
    return insufficient("not-finite", n);
  const stream = createMrg32k3a(substream(seed, index));
  const clusters = numbered(plan.clusters);
  const gaps = columns.map(({ values }) => [...values.keys()].filter((row) => values[row] === null));
  const known = columns.map(({ values }) => [...values.keys()].filter((row) => values[row] !== null));
  if (n > 0 && known.some((rows) => rows.length === 0)) return tooFew(1, 0);
  const filled = columns.map(({ values }, column) => {
    const rows = known[column] ?? [];
    return values.map((value) => value ?? values[rows[stream.below(rows.length)] ?? 0] ?? 0);
  });
  const visited = [...columns.keys()]
    .filter((column) => (gaps[column] ?? []).length > 0)
    .sort((a, b) => (gaps[a] ?? []).length - (gaps[b] ?? []).length || a - b);
  const trace: { mean: number; deviation: number }[][] = [];
  for (let round = 0; round < iterations; round += 1) {
    for (const column of visited) {
      const drawn = drawColumn(plan, column, filled, known[column] ?? [], gaps[column] ?? [], clusters, stream);
      if (drawn === null) return insufficient("not-identifiable", n);
      (gaps[column] ?? []).forEach((row, position) => {
        const target = filled[column];
        if (target !== undefined) target[row] = drawn[position] ?? 0;
      });
    }
    trace.push(visited.map((column) => moments((gaps[column] ?? []).map((row) => filled[column]?.[row] ?? 0))));
  }
  const visits = visited.map((column) => columns[column]?.name ?? "");
  return whereFinite({ kind: "completed-data", columns: filled, visits, trace }, n);
}

function drawColumn(
  plan: ImputationPlan,
  target: number,
  filled: readonly (readonly number[])[],
  known: readonly number[],
  gaps: readonly number[],
  clusters: readonly number[],
  stream: RandomStream,
): readonly number[] | null {
  const column = plan.columns[target];
  const values = filled[target];
  if (column === undefined || values === undefined) return null;
  const design = designFor(plan.columns, column, filled);
  const [from, to] = [pickRows(design, known), pickRows(design, gaps)];
  const y = known.map((row) => values[row] ?? 0);
  if (column.method === "categories") return drawCategories(from, y, to, stream);
  if (column.method === "random-intercept") {
    const at = (row: number) => clusters[row] ?? 0;
    return drawWithRandomIntercepts(from, y, known.map(at), to, gaps.map(at), stream);
  }
  const draw = drawRegression(from, y, stream);
  if (draw === null) return null;
  const predicted = multiplyVector(to, draw.drawn);
  if (column.method === "normal") return Array.from(predicted, (value) => value + draw.sigma * normalDraw(stream));
  const donors = matchDonors(multiplyVector(from, draw.estimate), predicted, stream);
  return donors.map((donor) => entry(y, donor));
}

/** A column of ones and the predictors; categories as indicators of all but the first. */
function designFor(
  columns: readonly ImputationColumn[],
  target: ImputationColumn,
  filled: readonly (readonly number[])[],
): Matrix {
  const parts: ((row: number) => number)[] = [() => 1];
  columns.forEach((column, index) => {
    if (column === target || !(target.predictors?.includes(column.name) ?? true)) return;
    const values = filled[index] ?? [];
    if (column.levels === undefined) parts.push((row) => values[row] ?? 0);
    for (let level = 1; level < (column.levels ?? 0); level += 1) parts.push((row) => (values[row] === level ? 1 : 0));
  });
  const rows = target.values.length;
  const result = createMatrix(rows, parts.length);
  parts.forEach((part, column) => {
    for (let row = 0; row < rows; row += 1) result.values[row * parts.length + column] = part(row);
  });
  return result;
}

function moments(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / Math.max(1, values.length - 1)) };
}

function numbered(labels: readonly (string | number)[] = []): readonly number[] {
  const numbers = new Map<string | number, number>();
  return labels.map((label) => {
    const number = numbers.get(label) ?? numbers.size;
    numbers.set(label, number);
    return number;
  });
}

function check({ columns, clusters, iterations }: ImputationPlan): number {
  const n = columns[0]?.values.length ?? 0;
  const names = new Set(columns.map(({ name }) => name));
  if (names.size < columns.length) throw new RangeError("Two variables of one name");
  if (!Number.isSafeInteger(iterations) || iterations < 1) throw new RangeError(`${iterations} rounds`);
  if (clusters !== undefined && clusters.length !== n) throw new RangeError(`${clusters.length} clusters, ${n} people`);
  for (const { name, values, method, levels, predictors } of columns) {
    if (values.length !== n) throw new RangeError(`${values.length} values of ${name}, ${n} people`);
    const possible = (value: number | null) =>
      value === null ||
      !Number.isFinite(value) ||
      levels === undefined ||
      (Number.isInteger(value) && value >= 0 && value < levels);
    if (!values.every(possible)) throw new RangeError(`A value of ${name} is not possible`);
    if (method === "categories" && levels === undefined) throw new RangeError(`How many categories has ${name}?`);
    if (method === "random-intercept" && clusters === undefined) throw new RangeError(`${name} needs clusters`);
    if (predictors?.some((predictor) => !names.has(predictor))) throw new RangeError(`Unknown predictors of ${name}`);
  }
  return n;
}
