import { areFinite } from "../estimate";
import { createMatrix, type Matrix } from "../linear-algebra/matrix";
import { type CodedTerm, codeTerms } from "./term-coding";
import type { Variable } from "./variable";

export interface ModelMatrix {
  /** R's column names, e.g. "(Intercept)", "groupB", "groupB:age". */
  readonly names: readonly string[];
  /** For each column the position of its term in `terms`, from 1; 0 for the intercept. */
  readonly assign: readonly number[];
  /** The terms in the order of the columns: main effects, then interactions of two, and so on. */
  readonly terms: readonly (readonly string[])[];
  readonly matrix: Matrix;
}

/**
 * Columns of a linear predictor from named variables, with treatment coding (the first level is the reference).
 *
 * A factor is coded by differences from its first level where the rest of the term is in the model already, and by one
 * column per level otherwise; without an intercept the first factor gets one column per level. R: model.matrix().
 *
 * @param variables columns of equal length by name; those in no term only tell the number of rows
 * @param terms each a list of variable names; two or more make an interaction
 * @throws RangeError when a variable is missing, lengths differ, a value is not finite or a code has no level
 */
export function modelMatrix(
  variables: ReadonlyMap<string, Variable>,
  terms: readonly (readonly string[])[],
  intercept = true,
): ModelMatrix {
  const coded = codeTerms(variables, terms, intercept);
  const rows = rowCount(variables);
  const names: string[] = intercept ? ["(Intercept)"] : [];
  const assign: number[] = intercept ? [0] : [];
  const blocks = coded.map((term, index) => {
    const block = termColumns(term, variables, rows);
    names.push(...block.names);
    assign.push(...block.names.map(() => index + 1));
    return block;
  });

  const matrix = createMatrix(rows, names.length);
  const { values } = matrix;
  const width = names.length;
  let offset = 0;
  if (intercept) {
    for (let row = 0; row < rows; row += 1) values[row * width] = 1;
    offset = 1;
  }
  for (const { columns } of blocks) {
    for (const column of columns) {
      for (let row = 0; row < rows; row += 1) values[row * width + offset] = column[row] ?? 0;
      offset += 1;
    }
  }
  return { names, assign, terms: coded.map(({ variables: members }) => members.map(({ name }) => name)), matrix };
}

interface Block {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
}

/** The product of the columns of a term's variables, the first variable's varying fastest. */
function termColumns(term: CodedTerm, variables: ReadonlyMap<string, Variable>, rows: number): Block {
  let block: Block = { names: [""], columns: [new Float64Array(rows).fill(1)] };
  for (const { name, fullDummy } of term.variables) {
    const right = variableColumns(name, find(variables, name), fullDummy);
    const names: string[] = [];
    const columns: Float64Array[] = [];
    right.columns.forEach((factor, second) => {
      block.columns.forEach((column, first) => {
        const before = block.names[first] ?? "";
        names.push(before === "" ? (right.names[second] ?? "") : `${before}:${right.names[second] ?? ""}`);
        columns.push(column.map((value, row) => value * (factor[row] ?? 0)));
      });
    });
    block = { names, columns };
  }
  return block;
}

function variableColumns(name: string, variable: Variable, fullDummy: boolean): Block {
  if (variable.kind === "numeric") return { names: [name], columns: [Float64Array.from(variable.values)] };
  if (variable.kind === "columns") {
    const columns = variable.columns.map((values) => Float64Array.from(values));
    return { names: variable.labels.map((label) => `${name}${label}`), columns };
  }
  const first = fullDummy ? 0 : 1;
  const columns = variable.levels.slice(first).map(() => new Float64Array(variable.codes.length));
  variable.codes.forEach((code, row) => {
    const column = columns[code - first];
    if (column !== undefined) column[row] = 1;
  });
  return { names: variable.levels.slice(first).map((level) => `${name}${level}`), columns };
}

function find(variables: ReadonlyMap<string, Variable>, name: string): Variable {
  const variable = variables.get(name);
  if (variable === undefined) throw new RangeError(`No variable called ${name}`);
  if (!isComplete(variable))
    throw new RangeError(`${name} holds a value that is not finite, or a code without a level`);
  return variable;
}

/** Whether all numbers of these columns are numbers that doubles hold. */
export function areFiniteVariables(variables: Iterable<Variable>): boolean {
  return [...variables].every((variable) => {
    if (variable.kind === "numeric") return areFinite(variable.values);
    return variable.kind === "factor" || areFinite(...variable.columns);
  });
}

function isComplete(variable: Variable): boolean {
  if (variable.kind !== "factor") return areFiniteVariables([variable]);
  return variable.codes.every((code) => Number.isInteger(code) && code >= 0 && code < variable.levels.length);
}

/** The common length of all variables. */
function rowCount(variables: ReadonlyMap<string, Variable>): number {
  let rows: number | undefined;
  for (const [name, variable] of variables) {
    for (const length of lengthsOf(variable)) {
      rows ??= length;
      if (length !== rows) throw new RangeError(`${name} has ${length} rows, not ${rows}`);
    }
  }
  return rows ?? 0;
}

function lengthsOf(variable: Variable): readonly number[] {
  if (variable.kind === "numeric") return [variable.values.length];
  return variable.kind === "columns" ? variable.columns.map(({ length }) => length) : [variable.codes.length];
}
