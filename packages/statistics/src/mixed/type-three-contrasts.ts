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
 * With a number, an interaction leaves the other factor's effect at zero of that number. As SAS type III, and
 * lmerTest::anova(model, type = "III"), in models in which every cell has data.
 * @param terms as given to modelMatrix, with an intercept
 * @returns null where some cell is empty, so that the two codings span different models
 */
export function typeThreeContrasts(
  variables: ReadonlyMap<string, Variable>,
  terms: readonly (readonly string[])[],
): readonly TermContrasts[] | null {
  const treatment = modelMatrix(variables, terms);
  const coded = deviationVariables(variables);
  const own = treatment.terms.map((term) => expand(term, coded.names));
  const deviation = modelMatrix(coded.variables, own.flat());
  const p = treatment.names.length;
  if (deviation.names.length !== p) return null;
  const qr = qrDecompose(deviation.matrix);
  if (qr.rank < p) return null;
  const transform = createMatrix(p, p);
  for (let j = 0; j < p; j += 1) {
    const column = Float64Array.from(
      { length: treatment.matrix.rows },
      (_, i) => treatment.matrix.values[i * p + j] ?? 0,
    );
    qr.solve(column).forEach((value, i) => {
      transform.values[i * p + j] = value;
    });
  }
  // Terms of the deviation coding are sorted by degree, as those of the treatment coding are, but one by one.
  return treatment.terms.map((term, index) => {
    const products = new Set((own[index] ?? []).map((members) => [...members].sort().join()));
    const rows = deviation.assign.flatMap((at, row) => {
      const members = at === 0 ? undefined : deviation.terms[at - 1];
      return members !== undefined && products.has([...members].sort().join()) ? [row] : [];
    });
    const contrasts = createMatrix(rows.length, p);
    rows.forEach((row, i) => {
      contrasts.values.set(transform.values.subarray(row * p, (row + 1) * p), i * p);
    });
    const columns = treatment.assign.flatMap((at, column) => (at === index + 1 ? [column] : []));
    return { term, contrasts: reduceTo(columns, contrasts) };
  });
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
