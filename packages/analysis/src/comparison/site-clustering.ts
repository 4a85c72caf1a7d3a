import type { Estimate } from "@alongside/statistics/estimate";
import { designEffect } from "@alongside/statistics/mixed/design-effect";
import { intraclassCorrelation } from "@alongside/statistics/mixed/intraclass-correlation";
import type { Variable } from "@alongside/statistics/model-matrix/variable";
import { roundedDifferences } from "@alongside/statistics/paired/rounded-differences";
import type { ComparedRows } from "./compared-people";
import { baselineVariables, numeric, SUPPORTED } from "./predictors";
import { siteDesign } from "./site-design";
import { type SiteAllowance, siteDifference } from "./site-difference";

/** How a comparison allows for people of one site being alike, by the number of sites. House rules. */
export type SiteRule =
  /** Ten or more: sites are a sample of sites. */
  | "random-intercept"
  /** Four to nine, or ten where sites do not differ: robust errors, with the degrees of freedom few sites leave. */
  | "cr2"
  /** Two or three: compared within sites, and nothing said about others. */
  | "fixed-effects"
  /** One: nothing to allow for, and nothing said about others. */
  | "one-site"
  /** No site has both cohorts and one cohort comes from a single site: a difference of sites is one of cohorts. */
  | "one-site-per-cohort";

/** Sites from which sites are a sample, and from which their spread says anything. */
const [SAMPLE_FROM, SPREAD_FROM] = [10, 4];

/** The comparison again, with people of one site allowed to be alike. */
export interface SiteClustering {
  readonly sites: number;
  /** Sites with people of both cohorts. */
  readonly shared: number;
  readonly rule: SiteRule;
  /** The two adjusted differences; null where the rule makes none. */
  readonly ancova: SiteAllowance | null;
  readonly differenceInDifferences: SiteAllowance | null;
  /** Share of the variance of the scores after, given those before, that lies between sites; null with one site. */
  readonly intraclassCorrelation: Estimate | null;
  /** How many times as many people are needed because of it, of the people there are; null where it is not known. */
  readonly designEffect: number | null;
}

/** Chooses the rule by the number of sites and applies it. */
export function siteClustering(rows: ComparedRows): SiteClustering {
  const siteIds = [...new Set(rows.siteIds)].toSorted();
  const sitesOf = (cohort: boolean) => new Set(rows.siteIds.filter((_, row) => rows.supported[row] === cohort));
  const [own, other] = [sitesOf(true), sitesOf(false)];
  const shared = siteIds.filter((siteId) => own.has(siteId) && other.has(siteId)).length;
  const rule = ruleOf(siteIds.length, shared, Math.min(own.size, other.size));
  const correlation = siteIds.length < 2 ? null : siteCorrelation(rows);
  const sizes = siteIds.map((siteId) => rows.siteIds.filter((one) => one === siteId).length);
  const allowance = (outcome: readonly number[], adjust: ReadonlyMap<string, Variable>) =>
    rule === "one-site" || rule === "one-site-per-cohort" ? null : siteDifference(rows, outcome, adjust, rule);
  return {
    sites: siteIds.length,
    shared,
    rule,
    ancova: allowance(rows.post, baselineVariables(rows)),
    differenceInDifferences: allowance(roundedDifferences(rows.pre, rows.post), new Map()),
    intraclassCorrelation: correlation,
    designEffect: correlation?.kind === "estimate" ? designEffect(correlation.value, sizes) : null,
  };
}

function ruleOf(sites: number, shared: number, fewest: number): SiteRule {
  if (sites < 2) return "one-site";
  if (shared === 0 && fewest < 2) return "one-site-per-cohort";
  if (sites < SPREAD_FROM) return "fixed-effects";
  return sites < SAMPLE_FROM ? "cr2" : "random-intercept";
}

function siteCorrelation(rows: ComparedRows): Estimate {
  const variables = new Map<string, Variable>([
    [SUPPORTED, numeric(rows.supported.map(Number))],
    ...baselineVariables(rows),
  ]);
  return intraclassCorrelation(siteDesign(rows.siteIds, rows.post, variables));
}
