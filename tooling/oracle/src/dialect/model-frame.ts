import type { Variable } from "@alongside/statistics/model-matrix/variable";
import type { Interpreter } from "./evaluate";
import { DialectError } from "./failure";
import { type Formula, readFormula } from "./formula";
import { frameFromEntries, NULL } from "./make";
import { asNumbers, asTexts, asVector, isAtomic, isFactor, rowsOf } from "./read";
import { sortedUnique } from "./sort-texts";
import { takeRows } from "./subset";
import type { Expression } from "./syntax";
import type { RValue, RVector } from "./values";

export interface ModelFrame {
  readonly formula: Formula;
  /** Positions, from 0, of the rows that are complete in everything the model uses. */
  readonly rows: readonly number[];
  readonly rowNames: readonly string[];
  /** Of those rows; a matrix (cbind, Surv) where the formula says so. */
  readonly response: RVector | undefined;
  /** Variables of the fixed terms by label, as modelMatrix takes them; levels nobody has are dropped. */
  readonly variables: ReadonlyMap<string, Variable>;
  /** Every evaluated variable by label, also those of random parts and groups. */
  readonly values: ReadonlyMap<string, RVector>;
  /** What offset(..), strata(..) and cluster(..) hold, one entry per occurrence. */
  readonly special: readonly { readonly called: string; readonly value: RVector }[];
  /** The extras that were given, e.g. weights. */
  readonly extras: ReadonlyMap<string, RVector>;
}

/**
 * The data a formula speaks of, without rows that lack anything it needs. R: model.frame().
 * @param extras values of one length with the data that must be complete too (weights, cluster)
 * @param subset truth per row of the data, rows to use
 */
export function modelFrame(
  interpreter: Interpreter,
  formulaValue: RValue,
  data: RValue | undefined,
  extras: Readonly<Record<string, RValue | undefined>> = {},
  subset?: RValue,
): ModelFrame {
  const table = data?.kind === "list" ? data : undefined;
  const formula = readFormula(formulaValue, table);
  const evaluate = (expression: Expression): RVector =>
    asVector(interpreter.evaluateIn(expression, table ?? NULL, formula.environment));
  const response = formula.response === undefined ? undefined : evaluate(formula.response);
  const values = [...formula.variables].map(([label, expression]) => [label, evaluate(expression)] as const);
  const special = formula.special.map(({ called, expression }) => ({ called, value: evaluate(expression) }));
  const given = Object.entries(extras).flatMap(([name, value]) =>
    value === undefined || value.kind === "null" ? [] : [[name, asVector(value)] as const],
  );
  const all = [
    ...(response ? [response] : []),
    ...[...values, ...given].map(([, value]) => value),
    ...special.map((one) => one.value),
  ];
  const length = all[0] === undefined ? (table?.attributes.rowNames?.length ?? 0) : extentOf(all[0]);
  if (all.some((value) => extentOf(value) !== length)) throw new DialectError("Variable lengths differ");
  const chosen = subset?.kind === "logical" ? subset.values : undefined;
  const rows = Array.from({ length }, (_, row) => row).filter(
    (row) => (chosen === undefined || chosen[row] === true) && all.every((value) => isPresent(value, row, length)),
  );
  const take = (value: RVector): RVector => takeRowsOf(value, rows);
  const taken = new Map(values.map(([label, value]) => [label, take(value)]));
  const used = new Set(formula.terms.flat());
  const rowNames = table?.attributes.rowNames ?? rows.map((row) => String(row + 1));
  return {
    formula,
    rows,
    rowNames: rows.map((row) => rowNames[row] ?? String(row + 1)),
    response: response && take(response),
    variables: new Map(
      [...taken].filter(([label]) => used.has(label)).map(([label, value]) => [label, toVariable(value)]),
    ),
    values: taken,
    special: special.map(({ called, value }) => ({ called, value: take(value) })),
    extras: new Map(given.map(([name, value]) => [name, take(value)])),
  };
}

function extentOf(value: RVector): number {
  return rowsOf(value) ?? value.values.length;
}

/** Some rows of a vector, matrix or survival response. */
function takeRowsOf(value: RVector, rows: readonly number[]): RVector {
  const holder = frameFromEntries(
    [["value", value]],
    Array.from({ length: extentOf(value) }, (_, row) => String(row)),
  );
  const [column] = takeRows(holder, rows).values;
  return column === undefined ? value : asVector(column);
}

function isPresent(value: RVector, row: number, length: number): boolean {
  if (!isAtomic(value)) return true;
  const { values } = value;
  for (let at = row; at < values.length; at += Math.max(1, length)) {
    const item = values[at];
    if (item === null || item === undefined || Number.isNaN(item)) return false;
  }
  return true;
}

/** A column for the model matrix: numbers, or labels with their levels in R's order. */
export function toVariable(value: RVector): Variable {
  if (value.kind === "number" && !isFactor(value)) {
    const [rows = 0, columns = 1] = value.attributes.dim ?? [];
    if (columns > 1) {
      const labels = value.attributes.dimnames?.[1] ?? Array.from({ length: columns }, (_, at) => String(at + 1));
      const all = asNumbers(value).values.map((item) => item ?? Number.NaN);
      return { kind: "columns", labels, columns: labels.map((_, at) => all.slice(at * rows, (at + 1) * rows)) };
    }
    // One column, as scale() gives it, is as good as a vector.
    return { kind: "numeric", values: asNumbers(value).values.map((item) => item ?? Number.NaN) };
  }
  const { labels, levels } = toLabels(value);
  const used = levels.filter((level) => labels.includes(level));
  const codeOf = new Map(used.map((level, code) => [level, code]));
  return { kind: "factor", levels: used, codes: labels.map((label) => codeOf.get(label ?? "") ?? -1) };
}

/** Labels of a grouping variable with the levels in R's order: a factor's own, else sorted. */
export function toLabels(value: RVector): {
  readonly labels: readonly (string | null)[];
  readonly levels: readonly string[];
} {
  const labels = asTexts(value).values;
  if (isFactor(value)) return { labels, levels: value.attributes.levels };
  if (value.kind === "logical") return { labels, levels: ["FALSE", "TRUE"].filter((level) => labels.includes(level)) };
  return { labels, levels: sortedUnique(value) };
}
