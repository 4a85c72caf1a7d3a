import type { Interval } from "../estimate";
import type { SurvivalCurve } from "./kaplan-meier";

/** The curve read off at one time. */
export interface SurvivalAt {
  readonly kind: "survival";
  readonly time: number;
  /** People under observation just before this time. */
  readonly atRisk: number;
  readonly survival: number;
  readonly standardError: number | null;
  readonly interval: Interval | null;
}

/**
 * The share without the event at a time, with the number at risk then, as a table under a curve shows them.
 * R: summary(survfit(...), times = time), which for curves with late entry counts the same way at event times only.
 * @returns "after-follow-up" when the last person was seen before that time, since nothing is known of later
 */
export function survivalAt(curve: SurvivalCurve, time: number): SurvivalAt | { readonly kind: "after-follow-up" } {
  const next = curve.steps.find((step) => step.time >= time);
  if (next === undefined) return { kind: "after-follow-up" };
  const last = curve.steps.findLast((step) => step.time <= time);
  const { survival, standardError, interval } = last ?? {
    survival: 1,
    standardError: 0,
    interval: { low: 1, high: 1, level: curve.level },
  };
  return { kind: "survival", time, atRisk: next.atRisk, survival, standardError, interval };
}
