import { type Estimate, type InsufficientData, insufficient } from "../estimate";
import { createMatrix } from "../linear-algebra/matrix";
import { areFiniteVariables, modelMatrix } from "../model-matrix/model-matrix";
import type { Variable } from "../model-matrix/variable";
import { coefficientEstimates } from "./coefficient-estimates";
import { linearModel } from "./linear-model";
import { type MarginalMeans, marginalMeans } from "./marginal-means";
import { robustCovariance } from "./robust-covariance";
import { type WaldTest, waldTest } from "./wald-test";

const PROVENANCE = { statistic: "regression/ancova", version: 1 } as const;

export interface Ancova {
  readonly kind: "ancova";
  /** Each other group less the first, at equal baseline, with HC3 errors. */
  readonly differences: readonly { readonly group: string; readonly estimate: Estimate }[];
  /** That all groups are alike, with HC3 errors; null when they cannot be told apart. */
  readonly test: WaldTest | null;
  /** Mean of each group at the mean baseline, with the errors of equal spread. */
  readonly adjusted: MarginalMeans;
  /** Outcome per unit of baseline. */
  readonly slope: Estimate;
  readonly n: number;
}

/**
 * Groups compared after, at equal values before: post = b0 + b1 pre + group + covariates, by least squares.
 * Answers another question than `differenceInDifferences` when groups differ at baseline.
 * R: lm(post ~ pre + ... + group) with sandwich::vcovHC(type = "HC3") and t of the residual degrees of freedom.
 * @param group a factor; its first level is the one the others are compared with
 * @param covariates further predictors, by names other than "pre" and "group"
 */
export function ancova(
  pre: readonly number[],
  post: readonly number[],
  group: Extract<Variable, { kind: "factor" }>,
  covariates: ReadonlyMap<string, Variable> = new Map(),
  level = 0.95,
): Ancova | InsufficientData {
  const variables = new Map<string, Variable>([
    ["pre", { kind: "numeric", values: pre }],
    ...covariates,
    ["group", group],
  ]);
  if (!areFiniteVariables(variables.values())) return insufficient("not-finite", post.length);
  const design = modelMatrix(variables, [["pre"], ...[...covariates.keys()].map((name) => [name]), ["group"]]);
  const model = linearModel(design, post);
  if (model.kind === "insufficient-data") return model;
  const covariance = robustCovariance(model, "HC3");
  const { names, coefficients, n, degreesOfFreedom } = model;
  const found = coefficientEstimates(
    { names, coefficients, covariance, n },
    degreesOfFreedom,
    "ancova",
    PROVENANCE,
    level,
  );
  const estimate = (name: string) =>
    found.find((one) => one.name === name)?.estimate ?? insufficient("not-identifiable", n);
  const others = group.levels.slice(1);
  const positions = others.map((name) => names.indexOf(`group${name}`));
  const contrasts = createMatrix(others.length, names.length);
  positions.forEach((column, row) => {
    if (column >= 0) contrasts.values[row * names.length + column] = 1;
  });
  return {
    kind: "ancova",
    differences: others.map((name) => ({ group: name, estimate: estimate(`group${name}`) })),
    test: waldTest(coefficients, covariance, contrasts, degreesOfFreedom),
    adjusted: marginalMeans(model, variables, "group", level),
    slope: estimate("pre"),
    n,
  };
}
