import { type Estimate, type InsufficientData, type Interval, tooFew } from "@alongside/statistics/estimate";
import { pooledEffect } from "@alongside/statistics/meta-analysis/pooled-effect";
import { pairedChange } from "@alongside/statistics/paired/paired-change";
import { completePairs, type PersonSeries } from "../rows/person-series";

/** One site, or the small ones together. */
export interface SiteChange {
  /** Null for the sites that are told together. */
  readonly siteId: string | null;
  /** How many sites it is of. */
  readonly sites: number;
  readonly n: number;
  /** Mean change with its t interval. */
  readonly change: Estimate;
  /** Share of the weight in the pooled change, from 0 to 1; null for what is not in it. */
  readonly weight: number | null;
  /** The pooled change without it; null for what is not in it. */
  readonly without: Estimate | null;
}

/** The change of one cohort, site by site and pooled. */
export interface SitePooling {
  readonly kind: "site-pooling";
  /** The largest first, then those told together. */
  readonly sites: readonly SiteChange[];
  /** Sites with too few people even together, and how many people those are. */
  readonly leftOut: { readonly sites: number; readonly people: number };
  /** Mean change over sites: random effects, REML, intervals of Hartung and Knapp. */
  readonly pooled: Estimate;
  /** Where the change of another site like these would lie; null with fewer than three. */
  readonly prediction: Interval | null;
  /** Standard deviation of the change between sites, in points. */
  readonly tau: number;
  /** Share of the variation that is between sites, in per cent. */
  readonly iSquared: number;
  readonly q: { readonly statistic: number; readonly degreesOfFreedom: number; readonly pValue: number };
  /** Hartung and Knapp's interval came out narrower than one from the normal distribution: it should not be leant on. */
  readonly isNarrow: boolean;
}

/** The pooled change, or why there is none. */
export type PooledSites = SitePooling | InsufficientData;

/** A prediction from two sites would say nothing. */
const FEWEST_FOR_PREDICTION = 3;

/**
 * Pools the mean change of the sites of one cohort as if each were a study, with the people who have both scores. A site of fewer
 * people than `fewest` is told together with the other small ones, and left out where these are still too few: a mean of fewer
 * would give away their scores. It describes how alike sites are; of why they differ it says nothing.
 *
 * Source: Viechtbauer (2010), J Statistical Software 36(3). R: metafor::rma(yi, vi, method = "REML", test = "knha"), predict(),
 * leave1out(), weights().
 * @param people of one cohort
 * @returns "too-few" with fewer than two sites that can be told
 */
export function sitePooling(people: readonly PersonSeries[], wave: number, fewest: number): PooledSites {
  const { told, leftOut } = groupsOf(people, wave, fewest);
  const drafts = told.map((group) => ({ ...group, change: pairedChange(group.pre, group.post).change }));
  const usable = drafts.flatMap(({ change }, at) => (isUsable(change) ? [{ at, change }] : []));
  if (usable.length < 2) return tooFew(2, usable.length);
  const poolOf = (used: typeof usable) =>
    pooledEffect(
      used.map(({ change }) => change.value),
      used.map(({ change }) => change.standardError ** 2),
      { method: "restricted-maximum-likelihood", hartungKnapp: true },
    );
  const pool = poolOf(usable);
  if (pool.kind !== "pooled-effect") return pool;
  const weights = usable.map(({ change }) => 1 / (change.standardError ** 2 + pool.tauSquared));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const sites = drafts.map(({ siteId, sites: count, pre, change }, at): SiteChange => {
    const place = usable.findIndex((one) => one.at === at);
    const others = poolOf(usable.filter((one) => one.at !== at));
    return {
      ...{ siteId, sites: count, n: pre.length, change },
      weight: place < 0 ? null : (weights[place] ?? 0) / total,
      without: place < 0 ? null : others.kind === "pooled-effect" ? others.estimate : others,
    };
  });
  return {
    ...{ kind: "site-pooling", sites, leftOut, pooled: pool.estimate },
    prediction: usable.length < FEWEST_FOR_PREDICTION ? null : pool.predictionInterval,
    ...{ tau: Math.sqrt(pool.tauSquared), iSquared: pool.iSquared, q: pool.q },
    isNarrow: pool.estimate.standardError < Math.sqrt(1 / total),
  };
}

type Usable = Extract<Estimate, { kind: "estimate" }>;

function isUsable(change: Estimate): change is Usable {
  return change.kind === "estimate" && change.standardError > 0;
}

interface Group {
  readonly siteId: string | null;
  readonly sites: number;
  readonly pre: readonly number[];
  readonly post: readonly number[];
}

/** Sites of enough people, the largest first, then the small ones together if these are enough. */
function groupsOf(people: readonly PersonSeries[], wave: number, fewest: number) {
  const bySite = new Map<string, PersonSeries[]>();
  for (const person of people) {
    const own = bySite.get(person.siteId);
    if (own === undefined) bySite.set(person.siteId, [person]);
    else own.push(person);
  }
  const all = [...bySite]
    .map(([siteId, own]): Group => ({ siteId, sites: 1, ...completePairs(own, wave) }))
    .filter(({ pre }) => pre.length > 0)
    .toSorted((a, b) => b.pre.length - a.pre.length || ((a.siteId ?? "") < (b.siteId ?? "") ? -1 : 1));
  const large = all.filter(({ pre }) => pre.length >= fewest);
  const small = all.filter(({ pre }) => pre.length < fewest);
  const together: Group = {
    ...{ siteId: null, sites: small.length },
    pre: small.flatMap(({ pre }) => pre),
    post: small.flatMap(({ post }) => post),
  };
  // One small site by itself would be told as what it is.
  const isTold = small.length > 1 && together.pre.length >= fewest;
  return {
    told: isTold ? [...large, together] : large,
    leftOut: isTold ? { sites: 0, people: 0 } : { sites: small.length, people: together.pre.length },
  };
}
