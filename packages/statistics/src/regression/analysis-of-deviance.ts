import { createMatrix } from "../linear-algebra/matrix";
import type { ModelMatrix } from "../model-matrix/model-matrix";
import {
  type GeneralisedLinearModel,
  type GeneralisedLinearModelOptions,
  generalisedLinearModel,
} from "./generalised-linear-model";
import { keepColumns } from "./linear-model";

/** What the deviance loses through one term. */
export interface DevianceRow {
  /** R's name, e.g. "group" or "group:age". */
  readonly term: string;
  readonly degreesOfFreedom: number;
  readonly deviance: number;
  /** Of the smaller of the two models compared, where the order is "dropped"; else of the larger. */
  readonly residualDegreesOfFreedom: number;
  readonly residualDeviance: number;
}

/**
 * "sequential": each term after those before it. "type-two": each after all others that do not contain it. "dropped":
 * each that no other contains, after all others.
 */
export type DevianceOrder = "sequential" | "type-two" | "dropped";

/**
 * The deviance of a generalised linear model by terms; each part is a likelihood ratio chi-squared statistic where the
 * family knows its spread. Source: McCullagh and Nelder (1989), section 2.3. R: anova(glm) for "sequential",
 * car::Anova(glm) for "type-two", drop1(glm) for "dropped".
 * @param y the outcome the model was fitted to
 * @param options the weights and the offset it was fitted with
 * @returns null when one of the smaller models cannot be fitted
 */
export function analysisOfDeviance(
  model: GeneralisedLinearModel,
  y: readonly number[],
  order: DevianceOrder,
  options: GeneralisedLinearModelOptions = {},
): readonly DevianceRow[] | null {
  const { design, family } = model;
  const fit = (keep: (term: number) => boolean): { readonly deviance: number; readonly df: number } | null => {
    const smaller = someColumns(design, keep);
    if (smaller.names.length === design.names.length) return { deviance: model.deviance, df: model.degreesOfFreedom };
    if (smaller.names.length === 0) return { deviance: model.nullDeviance, df: model.n };
    const found = generalisedLinearModel(smaller, y, family, options);
    if (found.kind === "generalised-linear-model") return { deviance: found.deviance, df: found.degreesOfFreedom };
    return null;
  };
  const rows: DevianceRow[] = [];
  for (const [index, term] of design.terms.entries()) {
    const own = index + 1;
    const contains = (other: number) =>
      other !== own && other > 0 && term.every((name) => design.terms[other - 1]?.includes(name) ?? false);
    if (order === "dropped" && design.terms.some((_, other) => contains(other + 1))) continue;
    const beside = (other: number) => (order === "sequential" ? other <= own : !contains(other));
    const larger = fit(beside);
    const smaller = fit((other) => other !== own && beside(other));
    if (larger === null || smaller === null) return null;
    const shown = order === "dropped" ? smaller : larger;
    rows.push({
      term: term.join(":"),
      degreesOfFreedom: smaller.df - larger.df,
      deviance: smaller.deviance - larger.deviance,
      residualDegreesOfFreedom: shown.df,
      residualDeviance: shown.deviance,
    });
  }
  return rows;
}

/** The columns of some terms; 0 stands for the intercept. */
function someColumns(design: ModelMatrix, keep: (term: number) => boolean): ModelMatrix {
  const columns = design.assign.flatMap((term, column) => (keep(term) ? [column] : []));
  return {
    names: columns.map((column) => design.names[column] ?? ""),
    assign: columns.map((column) => design.assign[column] ?? 0),
    terms: design.terms,
    matrix: columns.length === 0 ? createMatrix(design.matrix.rows, 0) : keepColumns(design.matrix, columns),
  };
}
