import type { Estimate, InsufficientData } from "@alongside/statistics/estimate";
import { finiteEstimate, insufficient } from "@alongside/statistics/estimate";
import { sampleMoments } from "@alongside/statistics/groups/sample-moments";
import { modelMatrix } from "@alongside/statistics/model-matrix/model-matrix";
import type { Variable } from "@alongside/statistics/model-matrix/variable";
import { coefficientEstimates } from "@alongside/statistics/regression/coefficient-estimates";
import { binomial } from "@alongside/statistics/regression/families";
import { generalisedLinearModel } from "@alongside/statistics/regression/generalised-linear-model";
import type { PersonSeries } from "../rows/person-series";

/** What goes with a missing score: odds ratios of having none at the wave. */
export interface MissingnessModel {
  readonly kind: "missingness-model";
  readonly n: number;
  readonly missing: number;
  /** Per standard deviation of the baseline score. */
  readonly baseline: Estimate;
  /** By site, against the first; empty with one site, and where people missing by site are hidden. */
  readonly sites: readonly { readonly siteId: string; readonly oddsRatio: Estimate }[];
}

const PROVENANCE = { statistic: "regression/generalised-linear-model", version: 2 } as const;
/** Fewer missing, or present, people for each coefficient than this, and the model says nothing. */
const EVENTS_PER_COEFFICIENT = 5;

/**
 * Logistic regression of a missing score on the baseline score and the site, over people with a baseline. Sites are left
 * out where there are too few people for them. R: glm(missing ~ scale(baseline) + site, binomial).
 * @param mayNameSites false where a number of people missing at a site is hidden: odds of sites, with their sizes and the
 * number missing everywhere, would give it away
 */
export function missingnessModel(
  people: readonly PersonSeries[],
  wave: number,
  mayNameSites: boolean,
): MissingnessModel | InsufficientData {
  const measured = people.filter(({ values }) => (values[0] ?? null) !== null);
  const n = measured.length;
  const missing = measured.map(({ values }) => Number((values[wave] ?? null) === null));
  const events = missing.reduce((sum, one) => sum + one, 0);
  const rarer = Math.min(events, n - events);
  if (rarer === 0) return insufficient("no-events", n);
  if (rarer < 2 * EVENTS_PER_COEFFICIENT) {
    return { kind: "insufficient-data", reason: "too-few", needed: 2 * EVENTS_PER_COEFFICIENT, had: rarer };
  }
  const scores = measured.map(({ values }) => values[0] ?? 0);
  const { mean, sd } = sampleMoments(scores);
  if (sd === 0) return insufficient("no-spread", n);
  const siteIds = [...new Set(measured.map(({ siteId }) => siteId))].toSorted();
  const withSites = mayNameSites && siteIds.length > 1 && rarer >= EVENTS_PER_COEFFICIENT * (siteIds.length + 1);
  const variables = new Map<string, Variable>([
    ["baseline", { kind: "numeric", values: scores.map((value) => (value - mean) / sd) }],
    ["site", { kind: "factor", levels: siteIds, codes: measured.map(({ siteId }) => siteIds.indexOf(siteId)) }],
  ]);
  const design = modelMatrix(variables, withSites ? [["baseline"], ["site"]] : [["baseline"]]);
  const model = generalisedLinearModel(design, missing, binomial());
  if (model.kind !== "generalised-linear-model") return model;
  const estimates = coefficientEstimates({ ...model, n }, "normal", "logistic", PROVENANCE);
  const oddsRatioOf = (name: string): Estimate =>
    exponentiate(estimates.find((one) => one.name === name)?.estimate ?? insufficient("not-identifiable", n));
  return {
    kind: "missingness-model",
    n,
    missing: events,
    baseline: oddsRatioOf("baseline"),
    sites: withSites ? siteIds.slice(1).map((siteId) => ({ siteId, oddsRatio: oddsRatioOf(`site${siteId}`) })) : [],
  };
}

/** A log odds ratio as an odds ratio; the standard error stays on the scale of the logarithm. */
function exponentiate(estimate: Estimate): Estimate {
  if (estimate.kind !== "estimate") return estimate;
  const { value, interval, n, method, standardError, test, provenance } = estimate;
  return finiteEstimate({
    value: Math.exp(value),
    interval: { low: Math.exp(interval.low), high: Math.exp(interval.high), level: interval.level },
    n,
    method,
    standardError,
    ...(test === undefined ? {} : { test: { ...test, null: 1 } }),
    provenance,
  });
}
