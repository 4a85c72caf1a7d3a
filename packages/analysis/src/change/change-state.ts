import type { Estimate } from "@alongside/statistics/estimate";
import { boundsOf, type ShownCount } from "../disclosure-control/shown-count";

/** How far a cohort, a measure or a whole table has come, furthest first. Each has its own screen. */
export const CHANGE_STATES = [
  /** At least one change is estimated. */
  "ready",
  /** People have both scores and nobody is hidden, but the change cannot be estimated: one person, or no spread. */
  "not-estimable",
  /** There may be something, but about too few people to show. */
  "too-few",
  /** Scores before and after, but not of the same people. */
  "no-pairs",
  /** Scores at the baseline and none after it yet. */
  "baseline-only",
  /** Scores after the baseline and none at it. */
  "no-baseline",
  /** Answers, but none complete enough for a score. */
  "all-missing",
  /** Nothing collected. */
  "not-measured",
] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

/** The part of a cohort's results that its state is read from. */
export interface ShownProgress {
  readonly baseline: ShownCount;
  readonly unscoredAtBaseline: ShownCount;
  readonly followUps: readonly {
    readonly measured: ShownCount;
    readonly unscored: ShownCount;
    readonly paired: ShownCount;
    readonly change: Estimate;
  }[];
}

function isZero(count: ShownCount): boolean {
  return boundsOf(count).high === 0;
}

function maybeNobody(count: ShownCount): boolean {
  return boundsOf(count).low === 0;
}

/** State of one cohort on one measure, read only from what is shown: it must not tell more than the counts do. */
export function stateOfCohort({ baseline, followUps, unscoredAtBaseline }: ShownProgress): ChangeState {
  if (followUps.some(({ change }) => change.kind === "estimate")) return "ready";
  if (followUps.some(({ paired, change }) => paired.kind === "exact" && paired.n > 0 && change.kind !== "suppressed")) {
    return "not-estimable";
  }
  const measured = [baseline, ...followUps.map((followUp) => followUp.measured)];
  const unscored = [unscoredAtBaseline, ...followUps.map((followUp) => followUp.unscored)];
  if (followUps.some(({ paired }) => !isZero(paired))) return "too-few";
  if ([...measured, ...unscored].some((count) => maybeNobody(count) && !isZero(count))) return "too-few";
  const before = !isZero(baseline);
  const after = followUps.some((followUp) => !isZero(followUp.measured));
  if (before && after) return "no-pairs";
  if (before) return "baseline-only";
  if (after) return "no-baseline";
  return unscored.every(isZero) ? "not-measured" : "all-missing";
}

/** The furthest of several states; nothing at all is "not-measured". */
export function furthestState(states: readonly ChangeState[]): ChangeState {
  return CHANGE_STATES.find((state) => states.includes(state)) ?? "not-measured";
}
