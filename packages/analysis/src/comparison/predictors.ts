import type { Variable } from "@alongside/statistics/model-matrix/variable";
import type { ComparedRows } from "./compared-people";

/** Name of the score before among the predictors. */
export const BASELINE = "baseline";
/** Name of belonging to the cohort the request is about. */
export const SUPPORTED = "(supported)";

/** A column of numbers. */
export function numeric(values: readonly number[]): Variable {
  return { kind: "numeric", values };
}

/** What was known of people before: the score, and the covariates under names that cannot meet others. */
export function baselineVariables({ pre, covariates }: ComparedRows): ReadonlyMap<string, Variable> {
  return new Map<string, Variable>([[BASELINE, numeric(pre)], ...covariateVariables({ covariates })]);
}

/** The covariates alone. */
export function covariateVariables({ covariates }: Pick<ComparedRows, "covariates">): ReadonlyMap<string, Variable> {
  return new Map(covariates.map(({ name, values }) => [`covariate:${name}`, numeric(values)]));
}
