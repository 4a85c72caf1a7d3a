import type { RuleReference, ThresholdRule } from "@alongside/domain/viral-load/categorise";
import { quantile } from "@alongside/statistics/descriptive/quantile";
import type { InsufficientData, Suppressed } from "@alongside/statistics/estimate";
import { type LogRankTest, logRank } from "@alongside/statistics/survival/log-rank";
import { claimLevel } from "../claim/claim-level";
import { hideInLine } from "../disclosure-control/hide-in-line";
import { effectiveThreshold, type ShownCount, SUPPRESSED, suppressCount } from "../disclosure-control/shown-count";
import { type AnalysisFrame, viralLoadEstimand } from "../viral-load-rows/analysis-frame";
import { ruleReference } from "../viral-load-rows/category-rule";
import type { ViralLoadData } from "../viral-load-rows/viral-load-data";
import { followUpOf, type ShownCurve, shownCurve } from "./shown-curve";
import { changedByConfirming, type PersonTimes, suppressionTimes, type TimedEvent } from "./suppression-times";

export interface TimeToSuppressionRequest {
  readonly data: ViralLoadData;
  readonly cohortId: string;
  readonly comparedWith: string | null;
  readonly rule: ThresholdRule;
  readonly event: TimedEvent;
  /** Rebound only: two unsuppressed results in a row. */
  readonly confirmed: boolean;
  readonly threshold: number;
}

/** The curve of one cohort. */
export interface CohortTimes {
  readonly cohortId: string;
  readonly people: {
    /** Tested at least twice, the first time so that the event could happen. */
    readonly atRisk: ShownCount;
    readonly onceOnly: ShownCount;
    readonly notAtRisk: ShownCount;
    readonly untested: ShownCount;
  };
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

const PROVENANCE = { analysis: "time-to-suppression/time-to-suppression", version: 2 } as const;
/** Days between visits from which a curve by visits is a rough one. House rule: the interval of routine tests. */
const WIDE_GAP = 182;

/** How long until suppression, or until it was lost again. */
export function timeToSuppression(request: TimeToSuppressionRequest): TimeToSuppression {
  const { data, cohortId, comparedWith, rule, event, confirmed, threshold } = request;
  const timesOf = (cohort: string) => suppressionTimes(data, cohort, rule, event, confirmed);
  const own = timesOf(cohortId);
  const other = comparedWith === null ? null : timesOf(comparedWith);
  const limits = (cohort: string) => ({ threshold, changed: changedOf(request, cohort) });
  const shown = cohortTimes(cohortId, own, limits(cohortId));
  const shownOther =
    other === null || comparedWith === null ? null : cohortTimes(comparedWith, other, limits(comparedWith));
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
    logRank: other === null || shownOther === null ? null : compare(own, other, [shown, shownOther]),
    frame: {
      estimand: viralLoadEstimand({
        population: "analysed",
        timepointId: data.waves.at(-1)?.timepointId ?? "",
        comparison: comparedWith === null ? { kind: "none" } : { kind: "cohorts", cohortId, comparedWith },
        summary: "time-to-event",
        rule: ruleReference(rule),
      }),
      claim: compared,
      sets: [{ set: "analysed", count: shown.people.atRisk }],
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

/** People about whom the curves with and without confirmation, which anybody can put side by side, do not say the same. */
function changedOf({ data, rule, event, confirmed }: TimeToSuppressionRequest, cohortId: string): number {
  return confirmed && event === "rebound" ? changedByConfirming(data, cohortId, rule) : 0;
}

interface Limits {
  readonly threshold: number;
  readonly changed: number;
}

function cohortTimes(cohortId: string, found: PersonTimes, { threshold, changed }: Limits): CohortTimes {
  const { times, onceOnly, notAtRisk, untested } = found;
  const k = effectiveThreshold(threshold);
  if (changed > 0 && changed < k) return betweenTheCurves(cohortId, found);
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
  return {
    cohortId,
    people: { atRisk, onceOnly: once, notAtRisk: not, untested: none },
    curve,
    medianGap: gaps.length === 0 || small || curve.kind !== "curve" ? null : quantile(gaps, 0.5),
  };
}

/** Nothing but how many people there are: everything else would tell of the few between two curves. */
function betweenTheCurves(cohortId: string, { times, onceOnly, notAtRisk, untested }: PersonTimes): CohortTimes {
  const range: ShownCount = { kind: "range", low: 0, high: times.length + onceOnly + notAtRisk + untested };
  const people = { atRisk: range, onceOnly: range, notAtRisk: range, untested: range };
  return { cohortId, people, curve: SUPPRESSED, medianGap: null };
}

function compare(
  own: PersonTimes,
  other: PersonTimes,
  shown: readonly CohortTimes[],
): LogRankTest | InsufficientData | Suppressed {
  if (shown.some(({ curve }) => curve.kind === "suppressed")) return SUPPRESSED;
  const [first, second] = [followUpOf(own.times), followUpOf(other.times)];
  return logRank(
    { exit: [...first.exit, ...second.exit], event: [...first.event, ...second.event] },
    [...own.times.map(() => 0), ...other.times.map(() => 1)],
    2,
  );
}
