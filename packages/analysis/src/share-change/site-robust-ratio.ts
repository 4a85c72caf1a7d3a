import { type Estimate, type EstimateValue, insufficient, tooFew } from "@alongside/statistics/estimate";
import { entry } from "@alongside/statistics/linear-algebra/vector";
import { modelMatrix } from "@alongside/statistics/model-matrix/model-matrix";
import type { Variable } from "@alongside/statistics/model-matrix/variable";
import { type ClusterType, clusterCovariance } from "@alongside/statistics/regression/cluster-covariance";
import { waldEstimate } from "@alongside/statistics/regression/coefficient-estimates";
import { poisson } from "@alongside/statistics/regression/families";
import { generalisedLinearModel } from "@alongside/statistics/regression/generalised-linear-model";
import { SUPPRESSED } from "../disclosure-control/shown-count";
import type { Reach } from "./usable-shift";

/** One person of whom it is known before and after. */
export interface YesOrNoPair {
  readonly siteId: string;
  readonly before: boolean;
  readonly after: boolean;
}

/** How the error of a ratio allows for people of one site being alike. */
export type RatioErrors =
  /** Ten sites or more: sandwich by site. */
  | "by-site"
  /** Four to nine: the bias-reduced sandwich by site, with the degrees of freedom that so few leave. */
  | "by-few-sites"
  /** Fewer: sandwich by person. What sites have in common is not allowed for. */
  | "by-person";

/** Share of yes after in one cohort over that in the other. */
export interface SiteRobustRatio {
  readonly sites: number;
  readonly errors: RatioErrors;
  readonly unadjusted: Estimate;
  /** At equal states before. */
  readonly adjusted: Estimate;
}

/** Sites from which sandwiches by site are used, and from which the plain one is. */
const [FEW_SITES, MANY_SITES] = [4, 10];
const OWN = "own";

/** The people of both cohorts of whom it is known before and after. */
export interface RatioPeople {
  readonly own: readonly YesOrNoPair[];
  readonly other: readonly YesOrNoPair[];
}

/**
 * Risk ratio by Poisson regression of a yes-or-no outcome with robust errors. Zou (2004), Am J Epidemiol 159, 702-706; by
 * cluster Yelland, Salter & Ryan (2011), Am J Epidemiol 174, 984-992. R: glm(after ~ own + before, poisson),
 * sandwich::vcovCL(cluster = site), with fewer sites clubSandwich::vcovCR(type = "CR2").
 */
export function siteRobustRatio({ own, other }: RatioPeople): SiteRobustRatio {
  const people = [...own, ...other];
  const sites = new Set(people.map(({ siteId }) => siteId)).size;
  const errors: RatioErrors = sites >= MANY_SITES ? "by-site" : sites >= FEW_SITES ? "by-few-sites" : "by-person";
  const cohort = people.map((_, row) => (row < own.length ? 1 : 0));
  const before = people.map((pair) => (pair.before ? 1 : 0));
  const ratio = (adjust: boolean): Estimate => {
    const fewest = Math.min(own.length, other.length);
    if (fewest < 1) return tooFew(1, fewest);
    const variables = new Map<string, Variable>([
      [OWN, { kind: "numeric", values: cohort }],
      ...(adjust ? [["before", { kind: "numeric", values: before }] as const] : []),
    ]);
    return ratioOf(people, variables, errors);
  };
  return { sites, errors, unadjusted: ratio(false), adjusted: ratio(true) };
}

/** The ratio as far as the tables of both cohorts may be told: from their margins unadjusted, from their cells adjusted, too. */
export function asFarAsTold(ratio: SiteRobustRatio, reaches: readonly Reach[]): SiteRobustRatio {
  return {
    ...ratio,
    unadjusted: reaches.includes("nothing") ? SUPPRESSED : ratio.unadjusted,
    adjusted: reaches.every((reach) => reach === "cells") ? ratio.adjusted : SUPPRESSED,
  };
}

function ratioOf(
  people: readonly YesOrNoPair[],
  variables: ReadonlyMap<string, Variable>,
  errors: RatioErrors,
): Estimate {
  const n = people.length;
  const design = modelMatrix(
    variables,
    [...variables.keys()].map((name) => [name]),
  );
  const after = people.map((pair) => (pair.after ? 1 : 0));
  const model = generalisedLinearModel(design, after, poisson());
  if (model.kind === "insufficient-data") return model;
  const position = model.names.indexOf(OWN);
  if (position < 0) return insufficient("not-identifiable", n);
  const type: ClusterType = errors === "by-few-sites" ? "CR2" : errors === "by-site" ? "CR1" : "CR0";
  const clusters = people.map(({ siteId }, row) => (errors === "by-person" ? row : siteId));
  const robust = clusterCovariance(model, clusters, type);
  if (robust === null) return insufficient("not-identifiable", n);
  const contrast = model.names.map((_, index) => (index === position ? 1 : 0));
  const logRatio = waldEstimate({
    value: entry(model.coefficients, position),
    variance: entry(robust.covariance.values, position * robust.covariance.columns + position),
    df: errors === "by-few-sites" ? robust.degreesOfFreedom(contrast) : "normal",
    n,
    method: `modified-poisson-${errors}`,
    provenance: { statistic: "regression/generalised-linear-model", version: 1 },
    level: 0.95,
  });
  return logRatio.kind === "estimate" ? exponential(logRatio) : logRatio;
}

/** The ratio of a logarithm, with the test of the logarithm and its standard error. */
function exponential(estimate: EstimateValue): EstimateValue {
  const { low, high, level } = estimate.interval;
  return {
    ...estimate,
    value: Math.exp(estimate.value),
    interval: { low: Math.exp(low), high: Math.exp(high), level },
    ...(estimate.test === undefined ? {} : { test: { ...estimate.test, null: 1 } }),
  };
}
