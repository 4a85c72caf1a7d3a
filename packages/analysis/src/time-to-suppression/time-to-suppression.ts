import type { RuleReference, ThresholdRule } from "@alongside/domain/viral-load/categorise";
import { quantile } from "@alongside/statistics/descriptive/quantile";
import type { InsufficientData, Suppressed } from "@alongside/statistics/estimate";
import { type LogRankTest, logRank } from "@alongside/statistics/survival/log-rank";
import { claimLevel } from "../claim/claim-level";
import { hideInLine } from "../disclosure-control/hide-in-line";
import { effectiveThreshold, type ShownCount, SUPPRESSED, suppressCount } from "../disclosure-control/shown-count";
import { awaitingCount } from "../suppression/awaiting-figures";
import { enrolledCount } from "../suppression/enrolled-count";
import { type AnalysisFrame, viralLoadEstimand } from "../viral-load-rows/analysis-frame";
import { peopleAtWaves } from "../viral-load-rows/at-waves";
import { ruleReference } from "../viral-load-rows/category-rule";
import type { ViralLoadData } from "../viral-load-rows/viral-load-data";
import { type OpenTimes, openTimes } from "./open-times";
import { followUpOf, type ShownCurve, shownCurve } from "./shown-curve";
import type { TimedEvent } from "./suppression-times";

export interface TimeToSuppressionRequest {
  readonly data: ViralLoadData;
  readonly cohortId: string;
  readonly comparedWith: string | null;
  readonly rule: ThresholdRule;
  readonly event: TimedEvent;
  /** Rebound only: two unsuppressed results in a row. */
  readonly confirmed: boolean;
  readonly threshold: number;
  /** How everybody enrolled is shown where that was decided for several pages at once, by cohort id. */
  readonly enrolled?: ReadonlyMap<string, ShownCount> | undefined;
}

/** The curve of one cohort. */
export interface CohortTimes {
  readonly cohortId: string;
  readonly people: {
    /** Tested at least twice, the first time so that the event could happen. */
    readonly atRisk: ShownCount;
    /** Of those at risk: with a result in their time that waits for a second person or was queried. */
    readonly awaiting: ShownCount;
    /** Everybody else; null where the number of everybody is not to be added up. */
    readonly others: {
      readonly onceOnly: ShownCount;
      readonly notAtRisk: ShownCount;
      readonly untested: ShownCount;
    } | null;
  } | null;
  /** Position of the wave after which nothing is shown, because the table of a later one is hidden; null for none. */
  readonly until: number | null;
  readonly curve: ShownCurve | InsufficientData | Suppressed;
  /**
   * Median days between the last result without the event and the one that shows it: by so much the event may be earlier
   * than the curve has it. Null without events or where hidden.
   */
  readonly medianGap: number | null;
}

/** Time to suppression or to rebound, of one cohort or beside another. */
export interface TimeToSuppression {
  readonly kind: "time-to-suppression";
  readonly rule: RuleReference;
  readonly event: TimedEvent;
  readonly confirmed: boolean;
  readonly own: CohortTimes;
  readonly other: CohortTimes | null;
  /** Log-rank test between the cohorts. R: survdiff(Surv(days, event) ~ cohort). */
  readonly logRank: LogRankTest | InsufficientData | Suppressed | null;
  readonly frame: AnalysisFrame;
}

const PROVENANCE = { analysis: "time-to-suppression/time-to-suppression", version: 3 } as const;
/** Days between visits from which a curve by visits is a rough one. House rule: the interval of routine tests. */
const WIDE_GAP = 182;

/** How long until suppression, or until it was lost again. */
export function timeToSuppression(request: TimeToSuppressionRequest): TimeToSuppression {
  const { data, cohortId, comparedWith, rule, event, confirmed, threshold } = request;
  const timesOf = (cohort: string) => openTimes({ data, cohortId: cohort, rule, event, confirmed, threshold });
  const shownOf = (cohort: string, found: OpenTimes | null) => {
    const enrolled =
      request.enrolled?.get(cohort) ?? enrolledCount(peopleAtWaves(data, cohort), rule, effectiveThreshold(threshold));
    return cohortTimes(cohort, found, enrolled.kind === "exact", threshold);
  };
  const own = timesOf(cohortId);
  const other = comparedWith === null ? null : timesOf(comparedWith);
  const shown = shownOf(cohortId, own);
  const shownOther = comparedWith === null ? null : shownOf(comparedWith, other);
  const compared = claimLevel({
    waves: 2,
    compared: comparedWith === null ? "nothing" : "cohorts",
    adjusted: false,
    defended: false,
  });
  return {
    kind: "time-to-suppression",
    rule: ruleReference(rule),
    event,
    confirmed,
    own: shown,
    other: shownOther,
    logRank: shownOther === null ? null : compare(own, other, [shown, shownOther]),
    frame: {
      estimand: viralLoadEstimand({
        population: "analysed",
        timepointId: data.waves.at(-1)?.timepointId ?? "",
        comparison: comparedWith === null ? { kind: "none" } : { kind: "cohorts", cohortId, comparedWith },
        summary: "time-to-event",
        rule: ruleReference(rule),
      }),
      claim: compared,
      sets: shown.people === null ? [] : [{ set: "analysed", count: shown.people.atRisk }],
      assumptions: [
        {
          id: "seen-at-visits",
          status: shown.medianGap === null ? "cannot-check" : shown.medianGap > WIDE_GAP ? "fail" : "warn",
          ...(shown.medianGap === null ? {} : { figure: shown.medianGap, limit: WIDE_GAP }),
        },
        { id: "non-informative-end", status: "cannot-check" },
      ],
      provenance: PROVENANCE,
    },
  };
}

function cohortTimes(cohortId: string, open: OpenTimes | null, wholeKnown: boolean, threshold: number): CohortTimes {
  const k = effectiveThreshold(threshold);
  if (open === null) return { cohortId, people: null, until: 0, curve: SUPPRESSED, medianGap: null };
  const { times, onceOnly, notAtRisk, untested } = open.times;
  const curve = shownCurve(times, threshold);
  const gaps = times.flatMap(({ gap }) => (gap === null ? [] : [gap]));
  const small = k > 1 && gaps.length < Math.max(k, 10);
  const atRisk = suppressCount(times.length, k);
  const others = onceOnly + notAtRisk + untested;
  // Everybody less those at risk would be the few.
  const few = k > 1 && ((others > 0 && others < k) || atRisk.kind === "hidden");
  const range: ShownCount = { kind: "range", low: 0, high: atRisk.kind === "hidden" ? others + k : k - 1 };
  const line = few ? [range, range, range] : hideInLine([onceOnly, notAtRisk, untested], k);
  const [once = range, not = range, none = range] = line;
  const waiting = times.filter(({ awaiting }) => awaiting).length;
  const hidden = atRisk.kind === "exact" ? null : atRisk;
  return {
    cohortId,
    people: {
      atRisk,
      others: wholeKnown ? { onceOnly: once, notAtRisk: not, untested: none } : null,
      awaiting: awaitingCount(waiting, times.length - waiting, hidden, threshold),
    },
    until: open.until,
    curve,
    medianGap: gaps.length === 0 || small || curve.kind !== "curve" ? null : quantile(gaps, 0.5),
  };
}

function compare(
  own: OpenTimes | null,
  other: OpenTimes | null,
  shown: readonly CohortTimes[],
): LogRankTest | InsufficientData | Suppressed {
  if (own === null || other === null || shown.some(({ curve }) => curve.kind === "suppressed")) return SUPPRESSED;
  const [mine, theirs] = [own.times.times, other.times.times];
  const [first, second] = [followUpOf(mine), followUpOf(theirs)];
  return logRank(
    { exit: [...first.exit, ...second.exit], event: [...first.event, ...second.event] },
    [...mine.map(() => 0), ...theirs.map(() => 1)],
    2,
  );
}
