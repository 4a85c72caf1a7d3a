import { type Estimate, insufficient } from "../estimate";
import type { Matrix } from "../linear-algebra/matrix";
import { areFiniteVariables, modelMatrix } from "../model-matrix/model-matrix";
import type { Variable } from "../model-matrix/variable";
import { clusterCovariance } from "../regression/cluster-covariance";
import { waldEstimate } from "../regression/coefficient-estimates";
import { linearModel, type Regression } from "../regression/linear-model";

const PROVENANCE = { statistic: "weighting/weighted-comparison", version: 1 } as const;
const TREATED = "(treated)";

export interface DesignCovariance {
  readonly covariance: Matrix;
  /** Clusters (or people) less the number of coefficients. */
  readonly degreesOfFreedom: number;
}

/**
 * Covariance of the coefficients of a weighted regression when the weights are sampling or balancing weights, and so say
 * nothing of the precision of a value: m/(m - 1) times the sum of the clusters' squared scores, in a sandwich.
 * Source: Binder (1983), International Statistical Review 51, 279-292. R: survey::svyglm() with svydesign(ids, weights).
 * @param cluster one per row; each row for itself when absent
 * @returns null with fewer than two clusters, or no more of them than coefficients
 */
export function designCovariance(model: Regression, cluster?: readonly (number | string)[]): DesignCovariance | null {
  const found = clusterCovariance(model, cluster ?? Array.from(model.leverages, (_, row) => row), "CR1");
  if (found === null) return null;
  const degreesOfFreedom = found.clusters - model.names.length;
  return degreesOfFreedom < 1 ? null : { covariance: found.covariance, degreesOfFreedom };
}

/**
 * Mean outcome of the treated less that of the others, both weighted, with errors that know the weights are balancing
 * weights (but not that they were estimated, which makes the interval a little too wide). With covariates in it as well,
 * it is right when either the weights or the regression are.
 * R: survey::svyglm(y ~ treated + ..., svydesign(ids = ~ 1 or cluster, weights = ~ w)).
 * @param weights one per person, not all of a group 0
 */
export function weightedComparison(
  outcome: readonly number[],
  treated: readonly boolean[],
  weights: readonly number[],
  covariates: ReadonlyMap<string, Variable> = new Map(),
  cluster?: readonly (number | string)[],
  level = 0.95,
): Estimate {
  const indicator: Variable = { kind: "numeric", values: treated.map(Number) };
  const variables = new Map<string, Variable>([[TREATED, indicator], ...covariates]);
  if (!areFiniteVariables(covariates.values())) return insufficient("not-finite", outcome.length);
  const model = linearModel(
    modelMatrix(variables, [[TREATED], ...[...covariates.keys()].map((one) => [one])]),
    outcome,
    weights,
  );
  if (model.kind === "insufficient-data") return model;
  const index = model.names.indexOf(TREATED);
  if (index < 0) return insufficient("no-events", model.n);
  const design = designCovariance(model, cluster);
  if (design === null) return insufficient("not-identifiable", model.n);
  return waldEstimate({
    value: model.coefficients[index] ?? 0,
    variance: design.covariance.values[index * model.names.length + index] ?? 0,
    df: design.degreesOfFreedom,
    n: model.n,
    method: "weighted-comparison",
    provenance: PROVENANCE,
    level,
  });
}
