import { type Estimate, insufficient } from "@alongside/statistics/estimate";
import { linearMixedModel } from "@alongside/statistics/mixed/linear-mixed-model";
import { satterthwaiteContrast } from "@alongside/statistics/mixed/satterthwaite";
import { modelMatrix } from "@alongside/statistics/model-matrix/model-matrix";
import type { Variable } from "@alongside/statistics/model-matrix/variable";
import { clusterCovariance } from "@alongside/statistics/regression/cluster-covariance";
import { coefficientEstimates } from "@alongside/statistics/regression/coefficient-estimates";
import { type LinearModel, linearModel } from "@alongside/statistics/regression/linear-model";
import { robustCovariance } from "@alongside/statistics/regression/robust-covariance";
import type { ComparedRows } from "./compared-people";
import { numeric, SUPPORTED } from "./predictors";
import { siteDesign } from "./site-design";

/** A difference between cohorts, and what was done about sites. */
export interface SiteAllowance {
  readonly rule: "random-intercept" | "cr2" | "fixed-effects";
  readonly estimate: Estimate;
}

const SITE = "(site)";

/**
 * The difference of an outcome between cohorts at equal predictors, with people of one site alike.
 * R: lmerTest::lmer(y ~ supported + x + (1 | site)); clubSandwich::coef_test(lm(y ~ supported + x), "CR2", site);
 * lm(y ~ supported + x + site) with sandwich::vcovHC(type = "HC3").
 * @param rule as the number of sites asks for; sites that do not differ get robust errors instead of a random intercept
 */
export function siteDifference(
  rows: Pick<ComparedRows, "supported" | "siteIds">,
  outcome: readonly number[],
  adjust: ReadonlyMap<string, Variable>,
  rule: SiteAllowance["rule"],
): SiteAllowance {
  const predictors = new Map<string, Variable>([[SUPPORTED, numeric(rows.supported.map(Number))], ...adjust]);
  if (rule === "random-intercept") {
    const estimate = randomIntercept(rows.siteIds, outcome, predictors);
    if (estimate !== null) return { rule, estimate };
  }
  const fixed = rule === "fixed-effects";
  const model = fit(outcome, fixed ? new Map([...predictors, [SITE, siteFactor(rows.siteIds)]]) : predictors);
  const used = fixed ? "fixed-effects" : "cr2";
  if (model.kind === "insufficient-data") return { rule: used, estimate: model };
  return { rule: used, estimate: fixed ? withinSites(model) : robust(model, rows.siteIds) };
}

/** Null where the sites' variance is zero or cannot be estimated. */
function randomIntercept(
  siteIds: readonly string[],
  outcome: readonly number[],
  predictors: ReadonlyMap<string, Variable>,
): Estimate | null {
  const model = linearMixedModel(siteDesign(siteIds, outcome, predictors));
  if (model.kind !== "linear-mixed-model" || model.singular) return null;
  // The intercept comes first, the cohort second.
  const weights = Array.from(model.coefficients, (_, at) => Number(at === 1));
  const estimate = satterthwaiteContrast({ ...model, n: outcome.length }, weights);
  return estimate.kind === "estimate" ? { ...estimate, method: "random-intercept-by-site" } : null;
}

function fit(outcome: readonly number[], predictors: ReadonlyMap<string, Variable>) {
  const terms = [...predictors.keys()].map((name) => [name]);
  return linearModel(modelMatrix(predictors, terms), outcome);
}

function siteFactor(siteIds: readonly string[]): Variable {
  const levels = [...new Set(siteIds)].toSorted();
  return { kind: "factor", levels, codes: siteIds.map((siteId) => levels.indexOf(siteId)) };
}

function robust(model: LinearModel, siteIds: readonly string[]): Estimate {
  const found = clusterCovariance(model, siteIds, "CR2");
  if (found === null) return insufficient("not-identifiable", model.n);
  const degrees = model.names.map((_, at) =>
    found.degreesOfFreedom(model.names.map((__, other) => Number(other === at))),
  );
  return ofCohort(
    coefficientEstimates({ ...model, covariance: found.covariance }, degrees, "cr2-by-site", {
      statistic: "regression/cluster-covariance",
      version: 1,
    }),
    model.n,
  );
}

function withinSites(model: LinearModel): Estimate {
  return ofCohort(
    coefficientEstimates(
      { ...model, covariance: robustCovariance(model, "HC3") },
      model.degreesOfFreedom,
      "fixed-effects-of-sites",
      { statistic: "regression/robust-covariance", version: 1 },
    ),
    model.n,
  );
}

function ofCohort(estimates: ReturnType<typeof coefficientEstimates>, n: number): Estimate {
  return estimates.find(({ name }) => name === SUPPORTED)?.estimate ?? insufficient("not-identifiable", n);
}
