import { type RuleReference, type ThresholdRule, VIRAL_LOAD_CATEGORIES } from "@alongside/domain/viral-load/categorise";
import { claimLevel } from "../claim/claim-level";
import { showNestedCounts } from "../disclosure-control/show-nested-counts";
import { boundsOf, effectiveThreshold, type ShownCount, suppressCount } from "../disclosure-control/shown-count";
import { usablePairs } from "../suppression/cohort-suppression";
import { statusPairs, type TestedStatus } from "../suppression/status-table";
import { type AnalysisFrame, viralLoadEstimand } from "../viral-load-rows/analysis-frame";
import { type AtWave, type PersonAtWaves, peopleAtWaves } from "../viral-load-rows/at-waves";
import { categoryOf, ruleReference } from "../viral-load-rows/category-rule";
import type { ViralLoadData } from "../viral-load-rows/viral-load-data";

/** Where somebody can stand at a wave: the categories of the rules, best first, then what is no category. */
export const FLOW_STATES = [
  ...VIRAL_LOAD_CATEGORIES,
  /** A result that does not tell under the rule. */
  "undetermined",
  /** To be tested, and no result. */
  "missing",
  "died",
  /** Not asked of the cohort, or not yet due. */
  "not-expected",
] as const;
export type FlowState = (typeof FLOW_STATES)[number];

/** People in one state at one wave; states nobody ever is in are left out. */
export interface FlowNode {
  readonly wave: number;
  readonly state: FlowState;
  readonly count: ShownCount;
}

/** People who were in one state at a wave and in another, or the same, at the next. */
export interface Flow {
  /** Position of the wave it starts from. */
  readonly from: number;
  readonly before: FlowState;
  readonly after: FlowState;
  readonly count: ShownCount;
}

/** Which way every person of a cohort went over all waves. */
export interface Transitions {
  readonly kind: "transitions";
  readonly cohortId: string;
  readonly rule: RuleReference;
  readonly people: ShownCount;
  readonly nodes: readonly FlowNode[];
  /** Empty between two waves where the flows would show a small group: then only the bars of each wave can be drawn. */
  readonly flows: readonly Flow[];
  /** Positions of the waves from which the flows are hidden. */
  readonly hiddenFrom: readonly number[];
  readonly frame: AnalysisFrame;
}

export interface TransitionsRequest {
  readonly data: ViralLoadData;
  readonly cohortId: string;
  readonly rule: ThresholdRule;
  readonly threshold: number;
}

const PROVENANCE = { analysis: "transitions/transitions", version: 1 } as const;

/**
 * States of everybody at every wave and the flows between neighbouring waves. Bars and flows add up to the cohort. The bars of
 * a wave are shown as they are or not at all, and only where they give away no small group beside the table of suppression
 * before and after, which has the first word.
 */
export function transitions({ data, cohortId, rule, threshold }: TransitionsRequest): Transitions {
  const k = effectiveThreshold(threshold);
  const people = peopleAtWaves(data, cohortId);
  const states = people.map(({ waves }) => waves.map((at) => stateOf(at, rule)));
  const safe = (counts: readonly number[]) => counts.every((count) => count === 0 || count >= k);
  const countsAt = (wave: number) => FLOW_STATES.map((state) => states.filter((own) => own[wave] === state).length);
  const waves = data.waves.map((_, wave) => wave);
  const beside = k === 1 || waves.slice(1).every((wave) => mayStandBeside(people, wave, rule, threshold));
  const exact = beside && waves.every((wave) => safe(countsAt(wave)));
  const enrolled = shownEnrolled(people, waves, rule, k);
  const most = boundsOf(enrolled).high;
  const shown = (count: number): ShownCount =>
    exact ? { kind: "exact", n: count } : { kind: "range", low: 1, high: Math.max(1, most) };
  const steps = waves.slice(0, -1).map((from) => {
    const flows = FLOW_STATES.flatMap((before) =>
      FLOW_STATES.map((after) => ({
        before,
        after,
        count: states.filter((own) => own[from] === before && own[from + 1] === after).length,
      })),
    ).filter(({ count }) => count > 0);
    return { from, flows, shown: exact && safe(flows.map(({ count }) => count)) };
  });
  return {
    kind: "transitions",
    cohortId,
    rule: ruleReference(rule),
    people: enrolled,
    nodes: people.length < k ? [] : waves.flatMap((wave) => nodesAt(wave, countsAt(wave), shown)),
    flows: steps.flatMap(({ from, flows, shown: whole }) =>
      whole ? flows.map(({ before, after, count }): Flow => ({ from, before, after, count: shown(count) })) : [],
    ),
    hiddenFrom: steps.filter((step) => !step.shown).map(({ from }) => from),
    frame: {
      estimand: viralLoadEstimand({
        population: "enrolled",
        timepointId: data.waves.at(-1)?.timepointId ?? "",
        comparison: { kind: "none" },
        summary: "counts",
        rule: ruleReference(rule),
      }),
      claim: claimLevel({ waves: data.waves.length, compared: "nothing", adjusted: false, defended: false }),
      sets: [{ set: "enrolled", count: enrolled }],
      assumptions: [
        {
          id: "category-known",
          status: states.some((own) => own.includes("undetermined")) ? "warn" : "pass",
        },
      ],
      provenance: PROVENANCE,
    },
  };
}

function nodesAt(wave: number, counts: readonly number[], shown: (count: number) => ShownCount): FlowNode[] {
  return FLOW_STATES.flatMap((state, index) => {
    const count = counts[index] ?? 0;
    return count === 0 ? [] : [{ wave, state, count: shown(count) }];
  });
}

/** Everybody, as far as the number less those with two categories, who are shown elsewhere, is no small one. */
function shownEnrolled(
  people: readonly PersonAtWaves[],
  waves: readonly number[],
  rule: ThresholdRule,
  k: number,
): ShownCount {
  const tested = waves.slice(1).map((wave) => ({
    id: String(wave),
    n: statusPairs(people, wave, rule).pairs.filter(({ before, after }) => isCategory(before) && isCategory(after))
      .length,
    contains: [],
  }));
  const everybody = { id: "enrolled", n: people.length, contains: tested.map(({ id }) => id) };
  return showNestedCounts([everybody, ...tested], [], k).get(everybody.id) ?? suppressCount(people.length, k);
}

function isCategory(status: TestedStatus): boolean {
  return status === "suppressed" || status === "unsuppressed";
}

/** Bars of two waves beside the paired table say how those with one result only had fared, as the sharp bounds do. */
function mayStandBeside(
  people: readonly PersonAtWaves[],
  wave: number,
  rule: ThresholdRule,
  threshold: number,
): boolean {
  return usablePairs(statusPairs(people, wave, rule), threshold).sharpBounds;
}

function stateOf(at: AtWave, rule: ThresholdRule): FlowState {
  if (at.kind !== "result") return at.kind;
  const found = categoryOf(at.row.result, rule);
  return found.kind === "category" ? found.category : "undetermined";
}
