import type { InsufficientData } from "@alongside/statistics/estimate";
import { createMatrix, type Matrix } from "@alongside/statistics/linear-algebra/matrix";
import { type ModelMatrix, modelMatrix } from "@alongside/statistics/model-matrix/model-matrix";
import type { Variable } from "@alongside/statistics/model-matrix/variable";
import type { GeneralisedLinearModel } from "@alongside/statistics/regression/generalised-linear-model";
import type { LinearModel } from "@alongside/statistics/regression/linear-model";
import { DialectError } from "../dialect/failure";
import { matrix, named } from "../dialect/make";
import type { ModelFrame } from "../dialect/model-frame";
import { payload } from "../dialect/payload";
import { asNumbers, completeNumbers } from "../dialect/read";
import type { RNumber, RValue } from "../dialect/values";

/** A regression with what it was fitted to. */
export interface FittedRegression {
  readonly model: LinearModel | GeneralisedLinearModel;
  readonly frame: ModelFrame;
  readonly outcome: readonly number[];
  readonly weights: readonly number[] | undefined;
  /** What the formula's names were looked up in. */
  readonly data?: RValue | undefined;
  /** Predictors made of others, such as log(age), at the means of these, one number per column. */
  readonly atMeans?: (() => ReadonlyMap<string, readonly number[]>) | undefined;
  /** The covariance that vcov() shows when it is not the model's own. */
  readonly covariance?: Matrix;
}

export const REGRESSION = payload<FittedRegression>("a regression");

/** The value, or an error that names the reason there is none. */
export function sufficient<T extends { readonly kind: string }>(result: T | InsufficientData): T {
  if (isInsufficient(result)) throw new DialectError(`Insufficient data: ${result.reason}`);
  return result;
}
function isInsufficient(result: { readonly kind: string }): result is InsufficientData {
  return result.kind === "insufficient-data";
}

const RESPONSE = "(response)";

/** The model matrix of a frame's fixed terms. */
export function designOf(frame: ModelFrame, intercept = frame.formula.intercept): ModelMatrix {
  // The extra variable tells the number of rows where there is no predictor.
  const rows: Variable = { kind: "numeric", values: frame.rows.map(() => 0) };
  return modelMatrix(new Map([...frame.variables, [RESPONSE, rows]]), frame.formula.terms, intercept);
}

/** Coefficients with their names; NA for columns that repeat others. */
export function namedCoefficients({ model }: FittedRegression): RNumber {
  const values = model.design.names.map((_, column) => {
    const position = model.determined.indexOf(column);
    return position < 0 ? null : (model.coefficients[position] ?? null);
  });
  return named(model.design.names, values);
}

/** A symmetric matrix of ours with the same names for rows and columns. */
export function squareMatrix(names: readonly string[], values: Matrix): RNumber {
  return matrix(names, names, rowsOfMatrix(values), names.length);
}

/** Rows of a matrix of ours. */
export function rowsOfMatrix({ rows, columns, values }: Matrix): number[][] {
  return Array.from({ length: rows }, (_, row) => [...values.slice(row * columns, (row + 1) * columns)]);
}

/** An R matrix without missing values as one of ours. */
export function toMatrix(value: RValue): Matrix {
  const found = asNumbers(value);
  const [rows = found.values.length, columns = 1] = found.attributes.dim ?? [];
  const result = createMatrix(rows, columns);
  found.values.forEach((item, index) => {
    if (item === null) throw new DialectError("A matrix entry is missing");
    result.values[(index % rows) * columns + Math.floor(index / rows)] = item;
  });
  return result;
}

/** The diagonal's square roots. */
export function standardErrors({ rows, values }: Matrix): number[] {
  return Array.from({ length: rows }, (_, index) => Math.sqrt(values[index * rows + index] ?? Number.NaN));
}

/** One value per complete row of the model from a vector over all rows of the data, such as a cluster. */
export function ofRows(frame: ModelFrame, values: readonly (number | string | null)[]): readonly (number | string)[] {
  const chosen = values.length === frame.rows.length ? values : frame.rows.map((row) => values[row] ?? null);
  return chosen.map((value) => {
    if (value === null) throw new DialectError("A cluster is missing");
    return value;
  });
}

/** The sum of the offsets in a formula and in the call. */
export function offsetOf(frame: ModelFrame): readonly number[] | undefined {
  const found = frame.special.filter((one) => one.called === "offset").map((one) => completeNumbers(one.value));
  const given = frame.extras.get("offset");
  const all = given === undefined ? found : [...found, completeNumbers(given)];
  return all.length === 0 ? undefined : frame.rows.map((_, row) => all.reduce((sum, one) => sum + (one[row] ?? 0), 0));
}
