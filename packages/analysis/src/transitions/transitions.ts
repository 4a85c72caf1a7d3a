import { type RuleReference, type ThresholdRule, VIRAL_LOAD_CATEGORIES } from "@alongside/domain/viral-load/categorise";
import { claimLevel } from "../claim/claim-level";
import { effectiveThreshold, type ShownCount } from "../disclosure-control/shown-count";
import { awaitingCount } from "../suppression/awaiting-figures";
import { enrolledCount } from "../suppression/enrolled-count";
import { cohortGates } from "../suppression/wave-gate";
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

/** People in one state at one wave that may be shown; states nobody is in are left out. */
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
  /** Positions of the waves whose bars are hidden altogether. */
  readonly hiddenWaves: readonly number[];
  /** By shown wave: people whose result waits for a second person or was queried. */
  readonly awaiting: readonly { readonly wave: number; readonly count: ShownCount }[];
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
  /** How everybody enrolled is shown where that was decided for several pages at once, by cohort id. */
  readonly enrolled?: ReadonlyMap<string, ShownCount> | undefined;
}

const PROVENANCE = { analysis: "transitions/transitions", version: 2 } as const;

/**
 * States of everybody at every wave and the flows between neighbouring waves. The bars of a wave are shown as they are or not
 * at all, and only where the table of suppression before and after, which has the first word, is shown with its sharp bounds;
 * flows only between waves whose tables show their cells. What is shown adds up to the cohort.
 */
export function transitions({ data, cohortId, rule, threshold, ...shown }: TransitionsRequest): Transitions {
  const k = effectiveThreshold(threshold);
  const people = peopleAtWaves(data, cohortId);
  const states = people.map(({ waves }) => waves.map((at) => stateOf(at, rule)));
  const safe = (counts: readonly number[]) => counts.every((count) => count === 0 || count >= k);
  const countsAt = (wave: number) => FLOW_STATES.map((state) => states.filter((own) => own[wave] === state).length);
  const waves = data.waves.map((_, wave) => wave);
  const gates = cohortGates(people, rule, threshold);
  const gateOf = (wave: number) => gates.followUps[wave - 1];
  const tabled = (wave: number) => k === 1 || (wave === 0 ? gates.baseline : gateOf(wave)?.whole === true);
  const enrolled = shown.enrolled?.get(cohortId) ?? enrolledCount(people, rule, k);
  const many = enrolled.kind === "exact" && people.length >= k;
  const open = new Set(waves.filter((wave) => many && tabled(wave) && safe(countsAt(wave))));
  const celled = (wave: number) => wave === 0 || gateOf(wave)?.reach === "cells";
  const steps = waves.slice(0, -1).map((from) => {
    const flows = FLOW_STATES.flatMap((before) =>
      FLOW_STATES.map((after) => ({
        before,
        after,
        count: states.filter((own) => own[from] === before && own[from + 1] === after).length,
      })),
    ).filter(({ count }) => count > 0);
    const both = open.has(from) && open.has(from + 1) && celled(from) && celled(from + 1);
    return { from, flows, shown: both && safe(flows.map(({ count }) => count)) };
  });
  const nodes = [...open].flatMap((wave) => nodesAt(wave, countsAt(wave)));
  return {
    kind: "transitions",
    cohortId,
    rule: ruleReference(rule),
    people: enrolled,
    hiddenWaves: people.length === 0 ? [] : waves.filter((wave) => !open.has(wave)),
    awaiting: [...open].map((wave) => ({ wave, count: awaitingAt(people, wave, k) })),
    nodes,
    flows: steps.flatMap(({ from, flows, shown: whole }) =>
      whole ? flows.map(({ before, after, count: n }): Flow => ({ from, before, after, count: exactly(n) })) : [],
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
        { id: "category-known", status: nodes.some(({ state }) => state === "undetermined") ? "warn" : "pass" },
      ],
      provenance: PROVENANCE,
    },
  };
}

function exactly(n: number): ShownCount {
  return { kind: "exact", n };
}

function nodesAt(wave: number, counts: readonly number[]): FlowNode[] {
  return FLOW_STATES.flatMap((state, index) => {
    const count = counts[index] ?? 0;
    return count === 0 ? [] : [{ wave, state, count: exactly(count) }];
  });
}

function awaitingAt(people: readonly PersonAtWaves[], wave: number, k: number): ShownCount {
  const results = people.flatMap(({ waves }) => {
    const at = waves[wave];
    return at?.kind === "result" ? [at.row] : [];
  });
  const waiting = results.filter(({ awaiting }) => awaiting === true).length;
  return awaitingCount(waiting, results.length - waiting, null, k);
}

function stateOf(at: AtWave, rule: ThresholdRule): FlowState {
  if (at.kind !== "result") return at.kind;
  const found = categoryOf(at.row.result, rule);
  return found.kind === "category" ? found.category : "undetermined";
}
