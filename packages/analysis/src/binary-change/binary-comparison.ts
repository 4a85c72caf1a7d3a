import type { Estimate } from "@alongside/statistics/estimate";
import { riskDifference } from "@alongside/statistics/proportions/risk-difference";
import type { Assumption } from "../assumption/assumption";
import { ASSUMPTION_LIMITS } from "../assumption/check-assumptions";
import { type Claim, claimLevel } from "../claim/claim-level";
import { SUPPRESSED } from "../disclosure-control/shown-count";
import { comparisonEstimand, type Estimand } from "../estimand/estimand";
import type { OutcomeRequest } from "../outcome/outcome-request";
import { answerState, DENOMINATORS, type Denominator } from "./answer-table";
import { type DenominatorFigures, figuresOf, usableOfCohort } from "./cohort-figures";
import { netDifference } from "./net-difference";
import { type SiteRobustRatio, siteRobustRatio, type YesOrNoPair } from "./site-robust-ratio";
import type { UsableShift } from "./usable-shift";

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

/** Standardised difference of the shares before up to which cohorts count as alike, and over which they do not. */
const BALANCE = { warn: 0.1, fail: 0.5 } as const;

/** How far the change of one cohort differs from that of another, over every denominator, and the ratio of the shares after. */
export function binaryComparison(request: OutcomeRequest, comparedWith: string): BinaryComparison {
  const { cohortId, data, description, wave, design } = request;
  const [ownUsable, otherUsable] = [usableOfCohort(request, cohortId), usableOfCohort(request, comparedWith)];
  const [own, other] = [figuresOf(ownUsable), figuresOf(otherUsable)];
  const shifts = [ownUsable.shifts["both-known"], otherUsable.shifts["both-known"]] as const;
  const found = siteRobustRatio({ own: pairsOf(request, cohortId), other: pairsOf(request, comparedWith) });
  const ratio: SiteRobustRatio = {
    ...found,
    unadjusted: shifts.some(({ kind }) => kind === "nothing") ? SUPPRESSED : found.unadjusted,
    adjusted: shifts.every(({ kind }) => kind === "cells") ? found.adjusted : SUPPRESSED,
  };
  const change = (figures: readonly DenominatorFigures[], denominator: Denominator): Estimate =>
    figures.find((one) => one.denominator === denominator)?.difference ?? SUPPRESSED;
  const compared = design === "randomised" ? "randomised-groups" : "cohorts";
  return {
    comparedWith,
    estimand: {
      ...comparisonEstimand(
        description.measure,
        data.waves[wave]?.timepointId ?? "",
        { cohortId, comparedWith },
        "complete-cases",
      ),
      summary: "risk-difference",
    },
    claim: claimLevel({ waves: data.waves.length, compared, adjusted: true, defended: false }),
    other,
    netDifference: DENOMINATORS.map((denominator) => ({
      denominator,
      // The worst for the difference is the worst of one cohort with the best of the other.
      estimate: netDifference(change(own, denominator), change(other, opposite(denominator))),
    })),
    after: afterApart(...shifts),
    ratio,
    assumptions: [balance(own, other), { id: "parallel-change", status: "cannot-check" }, enoughSites(found.sites)],
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

/** Standardised difference of the shares before. */
function balance([own]: readonly DenominatorFigures[], [other]: readonly DenominatorFigures[]): Assumption {
  const [first, second] = [own?.before, other?.before];
  if (first?.kind !== "estimate" || second?.kind !== "estimate") return { id: "balance", status: "cannot-check" };
  const spread = Math.sqrt((first.value * (1 - first.value) + second.value * (1 - second.value)) / 2);
  const limit = BALANCE.warn;
  if (spread === 0) return { id: "balance", status: first.value === second.value ? "pass" : "fail" };
  const figure = Math.abs(first.value - second.value) / spread;
  return { id: "balance", status: figure > BALANCE.fail ? "fail" : figure > limit ? "warn" : "pass", figure, limit };
}

function enoughSites(figure: number): Assumption {
  const limit = ASSUMPTION_LIMITS.sites.warn;
  return { id: "enough-clusters", status: figure >= limit ? "pass" : figure >= 4 ? "warn" : "fail", figure, limit };
}
