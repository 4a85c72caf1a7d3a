import { normalCritical } from "../distribution/normal";
import { type EstimateValue, finiteEstimate, type InsufficientData, insufficient } from "../estimate";
import type { SurvivalCurve } from "./kaplan-meier";

const PROVENANCE = { statistic: "survival/restricted-mean", version: 1 } as const;

/**
 * Mean time without the event up to a horizon: the area under the curve, with the variance of Greenwood's type
 * sum over events of (area still to come)^2 d / (n (n - d)). Royston & Parmar (2013), BMC Med Res Methodol 13, 152.
 * R: summary(survfit(...), rmean = horizon). A curve that ends before the horizon is carried on flat, as R does; choose a
 * horizon that all curves reach (`commonHorizon`).
 * @param horizon in the unit of the times, above 0
 * @returns in the unit of the times; insufficient data when nobody had the event by then
 * @throws RangeError for a horizon that is not above 0
 */
export function restrictedMean(curve: SurvivalCurve, horizon: number): EstimateValue | InsufficientData {
  if (!(horizon > 0 && horizon < Number.POSITIVE_INFINITY)) throw new RangeError(`A horizon above 0, not ${horizon}`);
  const steps = curve.steps.filter((step) => step.time <= horizon);
  if (!steps.some((step) => step.events > 0)) return insufficient("no-events", curve.n);
  let [area, variance, until] = [0, 0, horizon];
  for (const { time, atRisk, events, survival } of [...steps].reverse()) {
    area += (until - time) * survival;
    until = time;
    const left = atRisk - events;
    if (left > 0) variance += (area ** 2 * events) / (atRisk * left);
  }
  const value = area + until;
  const standardError = Math.sqrt(variance);
  const half = normalCritical(curve.level) * standardError;
  const interval = { low: value - half, high: value + half, level: curve.level };
  return finiteEstimate({
    value,
    interval,
    n: curve.n,
    method: "restricted-mean",
    standardError,
    provenance: PROVENANCE,
  });
}

/** The latest time up to which all curves are known: the earliest of their ends. */
export function commonHorizon(curves: readonly SurvivalCurve[]): number {
  return Math.min(...curves.map((curve) => curve.steps.at(-1)?.time ?? 0));
}
