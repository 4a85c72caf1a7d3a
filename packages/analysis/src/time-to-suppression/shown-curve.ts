import { type InsufficientData, type Interval, type Suppressed, tooFew } from "@alongside/statistics/estimate";
import { kaplanMeier } from "@alongside/statistics/survival/kaplan-meier";
import { survivalAt } from "@alongside/statistics/survival/survival-at";
import { type SurvivalQuantile, survivalQuantile } from "@alongside/statistics/survival/survival-quantile";
import { effectiveThreshold, SUPPRESSED } from "../disclosure-control/shown-count";
import type { PersonTime } from "./suppression-times";

/** The share with the event from this day on. */
export interface CurveStep {
  readonly days: number;
  /** People still without the event and still tested, just before this day. */
  readonly atRisk: number;
  readonly share: number;
  /** On the log-log scale; null where it has no limits. */
  readonly interval: Interval | null;
}

/** A Kaplan-Meier curve as far as it may be shown. */
export interface ShownCurve {
  readonly kind: "curve";
  readonly n: number;
  /** Steps with at least as many people at risk as may be shown. */
  readonly steps: readonly CurveStep[];
  /** Whether later steps exist that rest on too few people. */
  readonly endsEarly: boolean;
  /** Day by which half had the event; null where it lies beyond what is shown. */
  readonly median: SurvivalQuantile | null;
  /** Under the curve, at even distances as far as it is shown. */
  readonly risk: readonly { readonly days: number; readonly atRisk: number; readonly share: number }[];
}

/** Numbers at risk stand under the curve at so many distances. */
const DISTANCES = 4;
/** A curve is shown of so many people at least where anything is hidden. */
const FEWEST = 10;

/**
 * Share with the event by day, one less Kaplan-Meier, with log-log limits. R: survfit(Surv(days, event) ~ 1,
 * conf.type = "log-log").
 */
export function shownCurve(
  times: readonly PersonTime[],
  threshold: number,
): ShownCurve | InsufficientData | Suppressed {
  const k = effectiveThreshold(threshold);
  const n = times.length;
  if (n === 0) return tooFew(1, 0);
  if (k > 1 && n < Math.max(k, FEWEST)) return SUPPRESSED;
  const curve = kaplanMeier(followUpOf(times));
  if (curve.kind === "insufficient-data") return curve;
  const visible = curve.steps.filter(({ atRisk }) => atRisk >= k);
  const steps = visible
    .filter(({ events }) => events > 0)
    .map(
      ({ time, atRisk, survival, interval }): CurveStep => ({
        days: time,
        atRisk,
        share: 1 - survival,
        interval: interval && { low: 1 - interval.high, high: 1 - interval.low, level: interval.level },
      }),
    );
  const last = visible.at(-1)?.time ?? 0;
  const median = survivalQuantile(curve);
  const reached = median.time.kind === "time" && median.time.time <= last;
  const seen = (time: SurvivalQuantile["time"]): SurvivalQuantile["time"] =>
    time.kind === "time" && time.time > last ? { kind: "not-reached" } : time;
  return {
    kind: "curve",
    n,
    steps,
    endsEarly: visible.length < curve.steps.length,
    median: reached ? { time: median.time, low: seen(median.low), high: seen(median.high) } : null,
    risk: Array.from({ length: DISTANCES + 1 }, (_, index) => (last * index) / DISTANCES).flatMap((days) => {
      const at = survivalAt(curve, days);
      return at.kind === "survival" && at.atRisk >= k ? [{ days, atRisk: at.atRisk, share: 1 - at.survival }] : [];
    }),
  };
}

/** The times as the statistics take them. */
export function followUpOf(times: readonly PersonTime[]) {
  return { exit: times.map(({ days }) => days), event: times.map(({ event }) => event) };
}
