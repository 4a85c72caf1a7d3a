import type { StudyDesign } from "@alongside/domain/analysis-plan/plan-choices";
import type { RuleReference, ThresholdRule } from "@alongside/domain/viral-load/categorise";
import type { Estimate } from "@alongside/statistics/estimate";
import { claimLevel } from "../claim/claim-level";
import { boundsOf, type ShownCount, SUPPRESSED } from "../disclosure-control/shown-count";
import {
  asFarAsTold,
  type SiteRobustRatio,
  siteRobustRatio,
  type YesOrNoPair,
} from "../share-change/site-robust-ratio";
import { type Reach, type UsableShift, usableAs } from "../share-change/usable-shift";
import type { AnalysisFrame, ViralLoadAssumption } from "../viral-load-rows/analysis-frame";
import { viralLoadEstimand } from "../viral-load-rows/analysis-frame";
import { peopleAtWaves } from "../viral-load-rows/at-waves";
import { ruleReference } from "../viral-load-rows/category-rule";
import type { ViralLoadData } from "../viral-load-rows/viral-load-data";
import { type CohortSuppression, cohortSuppression } from "./cohort-suppression";
import { netDifference } from "./net-difference";
import { reachBeside } from "./reach-beside";
import { DENOMINATORS, type Denominator, isTold, type StatusPairs, statusPairs } from "./status-table";
import type { UsableTable } from "./usable-table";
import { waveGate } from "./wave-gate";

/** Everything that decides what is shown of suppression before and after. */
export interface SuppressionRequest {
  readonly data: ViralLoadData;
  readonly cohortId: string;
  readonly comparedWith: string | null;
  /** Position of the follow-up in `data.waves`; at least 1. */
  readonly wave: number;
  /**
   * The programme's own rule first: it is shown whatever the others are. Which one is first must not be for the reader to
   * choose, or two readings could be subtracted.
   */
  readonly rules: readonly ThresholdRule[];
  readonly design: StudyDesign;
  /** Counts of people from 1 to one less than this are hidden; 1 hides nothing. */
  readonly threshold: number;
  /** How everybody enrolled is shown where that was decided for several pages at once, by cohort id. */
  readonly enrolled?: ReadonlyMap<string, ShownCount> | undefined;
}

/** Two cohorts under one rule; every difference is own less other. */
export interface CohortsCompared {
  readonly cohortId: string;
  readonly comparedWith: string;
  /** Change of one cohort less change of the other, by denominator. */
  readonly netDifference: readonly { readonly denominator: Denominator; readonly estimate: Estimate }[];
  readonly ratio: SiteRobustRatio;
  readonly frame: AnalysisFrame;
}

/** One rule. */
export interface RuledSuppression {
  readonly rule: RuleReference;
  readonly own: CohortSuppression;
  readonly other: CohortSuppression | null;
  readonly compared: CohortsCompared | null;
  /** Of the change in the own cohort. */
  readonly frame: AnalysisFrame;
}

/** Suppression before and after, under every rule asked for, in their order. */
export interface Suppression {
  readonly kind: "suppression";
  readonly rules: readonly RuledSuppression[];
}

const PROVENANCE = { analysis: "suppression/suppression", version: 1 } as const;
/** Shares without a category from which the check warns and fails. House rules. */
const MISSING = { warn: 0.1, fail: 0.4 } as const;
const ENOUGH_SITES = 10;

/** A cohort under one rule, with what may be used of it. */
interface Prepared {
  readonly found: StatusPairs;
  readonly usable: UsableTable;
  readonly shown: CohortSuppression;
}

/**
 * Suppressed before and after: who gained, kept, lost and never had it, over every denominator, and how far another cohort's
 * change differs. With nobody in the cohort every figure is insufficient data.
 */
export function suppression(request: SuppressionRequest): Suppression {
  const { data, cohortId, comparedWith, rules, threshold } = request;
  const prepare = (cohort: string) => {
    const people = peopleAtWaves(data, cohort);
    const gated = rules.map((rule) => ({
      rule,
      found: statusPairs(people, request.wave, rule),
      usable: waveGate(people, request.wave, rule, threshold).usable,
    }));
    const [first] = gated;
    const firstShown =
      first &&
      cohortSuppression(cohort, first.rule, first.found, first.usable, {
        threshold,
        first: true,
        enrolled: request.enrolled?.get(cohort),
      });
    return gated.map(({ rule, found, usable }, at): Prepared => {
      if (at === 0 && firstShown !== undefined) return { found, usable, shown: firstShown };
      const firstReach = first?.usable.shifts["tested-only"].kind ?? "cells";
      const reach = first ? reachBeside(first.found.pairs, found.pairs, threshold, firstReach) : "cells";
      const left = atMost(usable, reach);
      const shown = cohortSuppression(cohort, rule, found, left, {
        ...{ threshold, first: false, enrolled: request.enrolled?.get(cohort) },
      });
      if (reach === "cells" || firstShown === undefined) return { found, usable: left, shown };
      const beside = { people: peopleBeside(firstShown.people, reach), cautions: [] };
      return { found, usable: left, shown: { ...shown, ...beside } };
    });
  };
  const [own, other] = [prepare(cohortId), comparedWith === null ? [] : prepare(comparedWith)];
  return {
    kind: "suppression",
    rules: rules.flatMap((rule, index): RuledSuppression[] => {
      const [mine, theirs] = [own[index], other[index]];
      if (mine === undefined) return [];
      return [
        {
          rule: ruleReference(rule),
          own: mine.shown,
          other: theirs?.shown ?? null,
          compared: theirs === undefined || comparedWith === null ? null : compare(request, rule, mine, theirs),
          frame: frameOf(request, rule, mine),
        },
      ];
    }),
  };
}

/** What is left of a table beside another rule. */
function atMost(usable: UsableTable, reach: Reach): UsableTable {
  if (reach === "cells") return usable;
  const nothing = { kind: "nothing" } as const;
  const tested = reach === "nothing" ? nothing : lessened(usable.shifts["tested-only"]);
  return {
    shifts: { "tested-only": tested, "missing-unsuppressed": nothing, worst: nothing, best: nothing },
    sharpBounds: false,
  };
}

/** Numbers of people under another rule, where those between the two rules could be counted by them. */
function peopleBeside(first: CohortSuppression["people"], reach: Reach): CohortSuppression["people"] {
  const some: ShownCount = { kind: "range", low: 0, high: boundsOf(first.expected).high };
  const tested = reach === "margins" ? first.tested : some;
  return { ...first, tested, missing: some, undetermined: some };
}

function lessened(shift: UsableShift): UsableShift {
  return shift.kind === "cells" ? usableAs("margins", shift.table) : shift;
}

function compare(request: SuppressionRequest, rule: ThresholdRule, own: Prepared, other: Prepared): CohortsCompared {
  const kinds = [own.usable.shifts["tested-only"].kind, other.usable.shifts["tested-only"].kind];
  const ratio = asFarAsTold(siteRobustRatio({ own: testedOnly(own.found), other: testedOnly(other.found) }), kinds);
  const adjusted = ratio.adjusted.kind === "estimate" || !kinds.includes("nothing");
  const frame = frameOf(request, rule, own);
  const compared = request.design === "randomised" ? "randomised-groups" : "cohorts";
  const change = (shown: CohortSuppression, denominator: Denominator): Estimate =>
    shown.figures.find((one) => one.denominator === denominator)?.difference ?? SUPPRESSED;
  const comparedWith = other.shown.cohortId;
  return {
    cohortId: own.shown.cohortId,
    comparedWith,
    netDifference: DENOMINATORS.map((denominator) => ({
      denominator,
      // The worst for the difference is the worst of one cohort with the best of the other.
      estimate: netDifference(change(own.shown, denominator), change(other.shown, opposite(denominator))),
    })),
    ratio,
    frame: {
      ...frame,
      estimand: { ...frame.estimand, comparison: { kind: "cohorts", cohortId: own.shown.cohortId, comparedWith } },
      claim: claimLevel({ waves: request.data.waves.length, compared, adjusted, defended: false }),
      assumptions: [...frame.assumptions, balance(own, other), enoughSites(ratio.sites)],
    },
  };
}

function opposite(denominator: Denominator): Denominator {
  if (denominator === "worst") return "best";
  return denominator === "best" ? "worst" : denominator;
}

function testedOnly({ pairs }: StatusPairs): readonly YesOrNoPair[] {
  return pairs.filter(isTold).map(({ siteId, before, after }) => ({
    siteId,
    before: before === "suppressed",
    after: after === "suppressed",
  }));
}

function frameOf({ data, wave }: SuppressionRequest, rule: ThresholdRule, { shown }: Prepared): AnalysisFrame {
  return {
    estimand: viralLoadEstimand({
      population: "complete-cases",
      timepointId: data.waves[wave]?.timepointId ?? "",
      comparison: { kind: "baseline" },
      summary: "risk-difference",
      rule: ruleReference(rule),
    }),
    claim: claimLevel({ waves: data.waves.length, compared: "nothing", adjusted: false, defended: false }),
    sets: [
      { set: "enrolled", count: shown.people.enrolled },
      { set: "analysed", count: shown.people.expected },
      { set: "complete-cases", count: shown.people.tested },
    ],
    assumptions: [withoutCategory(shown), categoriesKnown(shown)],
    provenance: PROVENANCE,
  };
}

type Verdict = ViralLoadAssumption["status"];

/** Only the verdict, and only where it follows from the counts as they are shown: else it would say how many are missing. */
function withoutCategory({ people: { expected, missing } }: CohortSuppression): ViralLoadAssumption {
  const [all, gone] = [boundsOf(expected), boundsOf(missing)];
  if (all.high === 0) return { id: "missing-at-random", status: "cannot-check" };
  const verdict = (share: number): Verdict => (share > MISSING.fail ? "fail" : share > MISSING.warn ? "warn" : "pass");
  const [least, most] = [verdict(gone.low / all.high), verdict(gone.high / Math.max(1, all.low))];
  return { id: "missing-at-random", status: least === most ? least : "cannot-check", limit: MISSING.warn };
}

/** Results that do not tell lie near the threshold, so leaving many of them out is not harmless. */
function categoriesKnown({ people: { expected, undetermined } }: CohortSuppression): ViralLoadAssumption {
  const [all, vague] = [boundsOf(expected), boundsOf(undetermined)];
  const verdict = (some: number, of: number): Verdict =>
    some > MISSING.warn * of ? "fail" : some > 0 ? "warn" : "pass";
  const [least, most] = [verdict(vague.low, all.high), verdict(vague.high, all.low)];
  return { id: "category-known", status: least === most ? least : "cannot-check", limit: MISSING.warn };
}

/** Standardised difference of the shares before; only the verdict. */
function balance(own: Prepared, other: Prepared): ViralLoadAssumption {
  const shares = [own, other].map(({ shown }) => shown.figures[0]?.before);
  const [first, second] = shares;
  if (first?.kind !== "estimate" || second?.kind !== "estimate") return { id: "balance", status: "cannot-check" };
  const spread = Math.sqrt((first.value * (1 - first.value) + second.value * (1 - second.value)) / 2);
  if (spread === 0) return { id: "balance", status: first.value === second.value ? "pass" : "fail" };
  const figure = Math.abs(first.value - second.value) / spread;
  return { id: "balance", status: figure > 0.5 ? "fail" : figure > 0.1 ? "warn" : "pass", figure, limit: 0.1 };
}

function enoughSites(figure: number): ViralLoadAssumption {
  const status = figure >= ENOUGH_SITES ? "pass" : figure >= 4 ? "warn" : "fail";
  return { id: "enough-clusters", status, figure, limit: ENOUGH_SITES };
}
