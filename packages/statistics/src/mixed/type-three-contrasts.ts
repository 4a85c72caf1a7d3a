import { inverse } from "../linear-algebra/lu";
import { createMatrix, type Matrix, multiply } from "../linear-algebra/matrix";
import { qrDecompose } from "../linear-algebra/qr";
import { modelMatrix } from "../model-matrix/model-matrix";
import type { Variable } from "../model-matrix/variable";

/** What a term's type III test says is zero: combinations of the coefficients of the treatment-coded model. */
export interface TermContrasts {
  /** Variables of the term. */
  readonly term: readonly string[];
  /** One row per contrast, one column per coefficient. */
  readonly contrasts: Matrix;
}

/**
 * Type III contrasts of every term: what its coefficients would be if factors were coded by deviations from the mean
 * over levels, so that a main effect is averaged, with equal weights, over the levels of the factors it interacts with.
 * With a number, an interaction leaves the other factor's effect at zero of that number. A term is averaged over the
 * interactions that contain it only where these are differences between its effects, that is where the model has the terms
 * they differ from: in `time + time:group`, without `group`, that of `time` stays the effect in the first group.
 * As lmerTest::anova(model, type = "III"), and where all those terms are there as SAS type III, in models in which every
 * cell has data.
 * @param terms as given to modelMatrix, with an intercept
 * @returns null where some cell is empty, so that the two codings span different models
 */
export function typeThreeContrasts(
  variables: ReadonlyMap<string, Variable>,
  terms: readonly (readonly string[])[],
): readonly TermContrasts[] | null {
  const treatment = modelMatrix(variables, terms);
  const width = treatment.names.length;
  const columnsOf = (index: number) => treatment.assign.flatMap((at, column) => (at === index + 1 ? [column] : []));
  const isContained = (term: readonly string[]) =>
    treatment.terms.some((other) => contains(other, term, treatment.terms, variables));
  const alone = (term: readonly string[], index: number) => ({ term, contrasts: unitRows(columnsOf(index), width) });
  if (!treatment.terms.some(isContained)) return treatment.terms.map(alone);
  const coded = deviationVariables(variables);
  const own = treatment.terms.map((term) => expand(term, coded.names));
  const deviation = modelMatrix(coded.variables, own.flat());
  if (deviation.names.length !== width) return null;
  const qr = qrDecompose(deviation.matrix);
  if (qr.rank < width) return null;
  const transform = createMatrix(width, width);
  for (let j = 0; j < width; j += 1) {
    const column = Float64Array.from(
      { length: treatment.matrix.rows },
      (_, i) => treatment.matrix.values[i * width + j] ?? 0,
    );
    qr.solve(column).forEach((value, i) => {
      transform.values[i * width + j] = value;
    });
  }
  // Terms of the deviation coding are sorted by degree, as those of the treatment coding are, but one by one.
  return treatment.terms.map((term, index) => {
    if (!isContained(term)) return alone(term, index);
    const products = new Set((own[index] ?? []).map((members) => [...members].sort().join()));
    const rows = deviation.assign.flatMap((at, row) => {
      const members = at === 0 ? undefined : deviation.terms[at - 1];
      return members !== undefined && products.has([...members].sort().join()) ? [row] : [];
    });
    const contrasts = createMatrix(rows.length, width);
    rows.forEach((row, i) => {
      contrasts.values.set(transform.values.subarray(row * width, (row + 1) * width), i * width);
    });
    return { term, contrasts: reduceTo(columnsOf(index), contrasts) };
  });
}

/** Whether one term's effects differ by the levels of another's further factors, with the same numbers in both. */
function contains(
  outer: readonly string[],
  inner: readonly string[],
  terms: readonly (readonly string[])[],
  variables: ReadonlyMap<string, Variable>,
): boolean {
  const keys = new Set(["", ...terms.map(keyOf)]);
  const differing = (term: readonly string[]) =>
    term.filter((name) => keys.has(keyOf(term.filter((other) => other !== name))));
  const [within, own] = [differing(outer), differing(inner)];
  const numbersOf = (names: readonly string[]) =>
    keyOf(names.filter((name) => variables.get(name)?.kind === "numeric"));
  return (
    own.every((name) => within.includes(name)) && within.length > own.length && numbersOf(within) === numbersOf(own)
  );
}

const keyOf = (term: readonly string[]) => [...term].sort().join("\u0000");

/** The coefficients themselves. */
function unitRows(columns: readonly number[], width: number): Matrix {
  const rows = createMatrix(columns.length, width);
  columns.forEach((column, row) => {
    rows.values[row * width + column] = 1;
  });
  return rows;
}

/**
 * The same hypothesis with each contrast about one coefficient of the term's own: Satterthwaite's degrees of freedom of a
 * joint test depend on how its contrasts are written, and this is how lmerTest writes them.
 */
function reduceTo(columns: readonly number[], contrasts: Matrix): Matrix {
  const own = createMatrix(contrasts.rows, columns.length);
  for (let i = 0; i < contrasts.rows; i += 1) {
    columns.forEach((column, j) => {
      own.values[i * columns.length + j] = contrasts.values[i * contrasts.columns + column] ?? 0;
    });
  }
  const inverted = own.rows === own.columns ? inverse(own) : null;
  return inverted === null ? contrasts : multiply(inverted, contrasts);
}

/** Each factor as numbers: one column per level but the last, 1 at its level and -1 at the last. */
function deviationVariables(variables: ReadonlyMap<string, Variable>) {
  const coded = new Map<string, Variable>();
  const names = new Map<string, readonly string[]>();
  for (const [name, variable] of variables) {
    if (variable.kind === "numeric") {
      coded.set(name, variable);
      names.set(name, [name]);
      continue;
    }
    if (variable.kind === "columns") {
      const own = variable.columns.map((values, index): [string, Variable] => [
        JSON.stringify([name, index]),
        { kind: "numeric", values },
      ]);
      for (const [label, column] of own) coded.set(label, column);
      names.set(
        name,
        own.map(([label]) => label),
      );
      continue;
    }
    const last = variable.levels.length - 1;
    const own = variable.levels.slice(0, last).map((_, level) => {
      const label = JSON.stringify([name, level]);
      const values = variable.codes.map((code) => (code === level ? 1 : code === last ? -1 : 0));
      coded.set(label, { kind: "numeric", values });
      return label;
    });
    names.set(name, own);
  }
  return { variables: coded, names };
}

/** A term's products of columns. */
function expand(
  term: readonly string[],
  names: ReadonlyMap<string, readonly string[]>,
): readonly (readonly string[])[] {
  return term.reduce<readonly (readonly string[])[]>(
    (products, name) => products.flatMap((product) => (names.get(name) ?? []).map((label) => [...product, label])),
    [[]],
  );
}
