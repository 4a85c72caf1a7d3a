import type { Estimate } from "@alongside/statistics/estimate";
import { riskDifference } from "@alongside/statistics/proportions/risk-difference";
import type { Assumption } from "../assumption/assumption";
import { type Claim, claimLevel } from "../claim/claim-level";
import { BALANCE_LIMIT } from "../comparison/balance-rows";
import { SUPPRESSED } from "../disclosure-control/shown-count";
import { comparisonEstimand, type Estimand } from "../estimand/estimand";
import type { OutcomeRequest } from "../outcome/outcome-request";
import {
  asFarAsTold,
  type RatioPeople,
  type SiteRobustRatio,
  siteRobustRatio,
  type YesOrNoPair,
} from "../share-change/site-robust-ratio";
import type { UsableShift } from "../share-change/usable-shift";
import { answerState, DENOMINATORS, type Denominator } from "./answer-table";
import { type DenominatorFigures, figuresOf, usableOfCohort } from "./cohort-figures";
import { netDifference } from "./net-difference";

/** Two cohorts beside each other; every difference is own less other. */
export interface BinaryComparison {
  readonly comparedWith: string;
  readonly estimand: Estimand;
  readonly claim: Claim;
  /** Of the other cohort, in the order of the denominators. */
  readonly other: readonly DenominatorFigures[];
  /** Change of one cohort less change of the other, by denominator. */
  readonly netDifference: readonly { readonly denominator: Denominator; readonly estimate: Estimate }[];
  /** Shares after, unadjusted, among people with both answers. */
  readonly after: Estimate;
  readonly ratio: SiteRobustRatio;
  readonly assumptions: readonly Assumption[];
}

/** Standardised difference of the shares before over which no adjustment can be trusted. */
const WORST_BALANCE = 0.5;

/** The answer before is all that is known of people: it keeps nobody out of either cohort, and nothing else can be checked. */
const OVERLAP: Assumption = { id: "overlap", status: "cannot-check", scoreAlone: true };
/** What would have happened without support is nowhere in the data; it is said rather than left out. */
const PARALLEL_CHANGE: Assumption = { id: "parallel-change", status: "cannot-check" };

/** How far the change of one cohort differs from that of another, over every denominator, and the ratio of the shares after. */
export function binaryComparison(request: OutcomeRequest, comparedWith: string): BinaryComparison {
  const { cohortId, data, description, wave, design } = request;
  const [ownUsable, otherUsable] = [usableOfCohort(request, cohortId), usableOfCohort(request, comparedWith)];
  const [own, other] = [figuresOf(ownUsable), figuresOf(otherUsable)];
  const shifts = [ownUsable.shifts["both-known"], otherUsable.shifts["both-known"]] as const;
  const pairs = { own: pairsOf(request, cohortId), other: pairsOf(request, comparedWith) };
  const ratio = asFarAsTold(
    siteRobustRatio(pairs),
    shifts.map(({ kind }) => kind),
  );
  // Two sites that differ are no comparison of two cohorts, however people came into them.
  const compared = areSitesApart(pairs) ? "nothing" : design === "randomised" ? "randomised-groups" : "cohorts";
  return {
    comparedWith,
    estimand: {
      ...comparisonEstimand(
        description.measure,
        data.waves[wave]?.timepointId ?? "",
        { cohortId, comparedWith },
        "complete-cases",
      ),
      summary: "share-difference",
    },
    // The difference of the changes is adjusted for nothing; only the ratio beside it is.
    claim: claimLevel({ waves: data.waves.length, compared, adjusted: false, defended: false }),
    other,
    netDifference: DENOMINATORS.map((denominator) => ({
      denominator,
      // The worst for the difference is the worst of one cohort with the best of the other.
      estimate: netDifference(ownUsable.shifts[denominator], otherUsable.shifts[opposite(denominator)]),
    })),
    after: afterApart(...shifts),
    ratio,
    assumptions: [balance(own, other), OVERLAP, PARALLEL_CHANGE, sitesIgnored(ratio.sites)],
  };
}

function opposite(denominator: Denominator): Denominator {
  if (denominator === "worst") return "best";
  return denominator === "best" ? "worst" : denominator;
}

/** People with both answers. */
export function pairsOf({ data, wave }: OutcomeRequest, cohortId: string): readonly YesOrNoPair[] {
  return data.people.flatMap((person) => {
    const [before, after] = [answerState(person, 0), answerState(person, wave)];
    const known = [before, after].every((state) => state === "yes" || state === "no");
    if (person.cohortId !== cohortId || !known) return [];
    return [{ siteId: person.siteId, before: before === "yes", after: after === "yes" }];
  });
}

function afterApart(own: UsableShift, other: UsableShift): Estimate {
  const [first, second] = [ofAfter(own), ofAfter(other)];
  if (first === null || second === null) return SUPPRESSED;
  return riskDifference({ successes1: first.after, n1: first.n, successes2: second.after, n2: second.n });
}

function ofAfter(usable: UsableShift): { readonly after: number; readonly n: number } | null {
  switch (usable.kind) {
    case "nothing":
      return null;
    case "margins":
      return usable;
    case "cells": {
      const { both, preOnly, postOnly, neither } = usable.table;
      return { after: both + postOnly, n: both + preOnly + postOnly + neither };
    }
  }
}

/** Standardised difference of the shares before. Alike in that alone is not alike. */
function balance([own]: readonly DenominatorFigures[], [other]: readonly DenominatorFigures[]): Assumption {
  const [first, second] = [own?.before, other?.before];
  if (first?.kind !== "estimate" || second?.kind !== "estimate") return { id: "balance", status: "cannot-check" };
  const apart = Math.abs(first.value - second.value);
  const spread = Math.sqrt((first.value * (1 - first.value) + second.value * (1 - second.value)) / 2);
  // Where all of each cohort answered alike, the difference is held against the spread of both together.
  const figure = apart / (spread === 0 ? 0.5 : spread);
  return {
    ...{ id: "balance", figure, limit: BALANCE_LIMIT, n: first.n + second.n, scoreAlone: true },
    status: figure > WORST_BALANCE ? "fail" : "warn",
  };
}

/** The interval of the difference takes people for unrelated, wherever they come from. */
function sitesIgnored(figure: number): Assumption {
  return { id: "independence", status: figure > 1 ? "warn" : "cannot-check", figure };
}

/** No site has people of both cohorts, and one cohort comes from a single one: a difference of sites is one of cohorts. */
function areSitesApart({ own, other }: RatioPeople): boolean {
  const [first, second] = [new Set(own.map(({ siteId }) => siteId)), new Set(other.map(({ siteId }) => siteId))];
  return Math.min(first.size, second.size) === 1 && ![...first].some((siteId) => second.has(siteId));
}
