import type { Estimate, InsufficientData, Suppressed } from "@alongside/statistics/estimate";
import type { PairedTTest, Quantity } from "@alongside/statistics/paired/change-from-moments";
import { pairedChangeFromSums } from "@alongside/statistics/paired/paired-change-from-sums";
import type { Assumption } from "../assumption/assumption";
import { binaryFollowUp, type MidPTest } from "../binary-change/follow-up";
import { waveShares } from "../binary-change/wave-shares";
import { mayTellMoments } from "../disclosure-control/extremes";
import { type ShownCount, SUPPRESSED, shownDifference } from "../disclosure-control/shown-count";
import type { ChangeCell } from "./cells";
import { type ChangeState, stateOfCohort } from "./change-state";
import { checksFromSums } from "./checks-from-sums";
import type { CohortCounts } from "./cohort-counts";
import { type Direction, directionOf } from "./direction";
import type { MeasureDescription, TimepointDescription } from "./measure-description";
import { type Noticeable, noticeable } from "./noticeable";
import { type WaveMean, waveMeans } from "./wave-means";

/** Means and spread before and after, over the people who have both. */
export interface PairedSummary {
  readonly kind: "summary";
  readonly meanBefore: Quantity;
  readonly sdBefore: Quantity;
  readonly meanAfter: Quantity;
  readonly sdAfter: Quantity;
  readonly correlation: Quantity;
}

/** One cohort, one measure, one follow-up against the baseline. */
export interface FollowUpChange {
  readonly timepointId: string;
  /** People scored at this timepoint. */
  readonly measured: ShownCount;
  /** People scored at the baseline and here: everything below rests on them. */
  readonly paired: ShownCount;
  /** People scored at the baseline but not here. */
  readonly lost: ShownCount;
  /** People who answered here but left too much out for a score. */
  readonly unscored: ShownCount;
  readonly summary: PairedSummary | InsufficientData | Suppressed;
  /**
   * Mean of after - before with its 95 % t interval, in points of the measure; of a yes-or-no measure the difference of the
   * shares, from -1 to 1, with Newcombe's.
   */
  readonly change: Estimate;
  /** g_pre: the change in standard deviations at baseline. */
  readonly standardised: Estimate;
  /** Of a yes-or-no measure McNemar's, by its mid-p value. */
  readonly test: PairedTTest | MidPTest | InsufficientData | Suppressed;
  readonly direction: Direction;
  readonly noticeable: Noticeable;
  /** What the change takes for granted, as far as sums can tell. */
  readonly checks: readonly Assumption[];
}

export interface CohortChange {
  readonly cohortId: string;
  readonly state: ChangeState;
  readonly enrolled: ShownCount;
  readonly baseline: ShownCount;
  /** Enrolled but not scored at the baseline. */
  readonly withoutBaseline: ShownCount;
  /** Answered at the baseline but left too much out for a score. */
  readonly unscoredAtBaseline: ShownCount;
  readonly waves: readonly WaveMean[];
  readonly followUps: readonly FollowUpChange[];
}

export interface CohortChangeInput {
  readonly cohortId: string;
  readonly description: MeasureDescription;
  readonly cells: ReadonlyMap<string, ChangeCell>;
  readonly counts: CohortCounts;
  readonly baseline: TimepointDescription | null;
  /** In order, without the baseline. */
  readonly followUps: readonly TimepointDescription[];
  readonly threshold: number;
  /** Measures by whose score at the baseline it was decided who belongs to the cohort; null where nobody says. */
  readonly chosenBy: readonly string[] | null;
}

const NO_PAIRS = { n: 0, sumX: 0, sumY: 0, sumXX: 0, sumYY: 0, sumXY: 0 } as const;

/** Everything shown about one measure in one cohort. */
export function cohortChange(input: CohortChangeInput): CohortChange {
  const { cohortId, description, counts, baseline, threshold } = input;
  const { measure } = description;
  const nobody: ShownCount = { kind: "exact", n: 0 };
  const atBaseline = baseline ? counts.scored(measure, baseline.id) : nobody;
  const followUps = input.followUps.map((timepoint) => followUpChange(input, timepoint, atBaseline));
  const result = {
    cohortId,
    enrolled: counts.enrolled,
    baseline: atBaseline,
    withoutBaseline: shownDifference(counts.enrolled, atBaseline, threshold),
    unscoredAtBaseline: baseline ? counts.unscored(measure, baseline.id) : nobody,
    waves: description.yesOrNo
      ? waveShares({ ...input, measure }, threshold)
      : waveMeans({ ...input, measure }, threshold),
    followUps,
  };
  return { ...result, state: stateOfCohort(result) };
}

function followUpChange(
  input: CohortChangeInput,
  timepoint: TimepointDescription,
  atBaseline: ShownCount,
): FollowUpChange {
  const { description, chosenBy } = input;
  const found = figuresAt(input, timepoint, atBaseline);
  const chosenByScore = chosenBy?.includes(description.measure) ?? null;
  return {
    ...found,
    direction: directionOf(found.change, description.improvement),
    noticeable: noticeable(description, found),
    checks: checksFromSums({ description, baseline: atBaseline, followUp: found, chosenByScore }),
  };
}

function figuresAt(
  { description, cells, counts, threshold }: CohortChangeInput,
  timepoint: TimepointDescription,
  atBaseline: ShownCount,
): Omit<FollowUpChange, "direction" | "noticeable" | "checks"> {
  const { measure } = description;
  const paired = counts.paired(measure, timepoint.id);
  const base = {
    timepointId: timepoint.id,
    measured: counts.scored(measure, timepoint.id),
    paired,
    lost: shownDifference(atBaseline, paired, threshold),
    unscored: counts.unscored(measure, timepoint.id),
  };
  const shares = description.yesOrNo === true;
  if (shares ? paired.kind !== "exact" : !mayTellMoments(paired, threshold)) {
    const hidden = { summary: SUPPRESSED, change: SUPPRESSED, standardised: SUPPRESSED, test: SUPPRESSED };
    return { ...base, ...hidden };
  }
  const cell = cells.get(timepoint.id);
  if (description.yesOrNo) return { ...base, ...binaryFollowUp(cell, threshold) };
  const result = pairedChangeFromSums(cell ? { ...cell, n: cell.pairs } : NO_PAIRS);
  const { change, standardised, test } = result;
  const summary: PairedSummary | InsufficientData =
    result.n === 0 && change.kind === "insufficient-data"
      ? change
      : {
          kind: "summary",
          meanBefore: result.meanPre,
          sdBefore: result.sdPre,
          meanAfter: result.meanPost,
          sdAfter: result.sdPost,
          correlation: result.correlation,
        };
  return { ...base, summary, change, standardised, test };
}
