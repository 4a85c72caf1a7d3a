import { normalCritical, normalUpper } from "../distribution/normal";
import { type EstimateValue, finiteEstimate, type InsufficientData, insufficient } from "../estimate";
import type { SurvivalCurve } from "./kaplan-meier";
import { restrictedMean } from "./restricted-mean";

const PROVENANCE = { statistic: "survival/rmst-difference", version: 1 } as const;

/**
 * Difference between two groups in mean time without the event up to the same horizon, second minus first, with a normal
 * interval and test. Needs no proportional hazards, so it stands where the hazards cross. Royston & Parmar (2013), BMC Med
 * Res Methodol 13, 152. R: difference of summary(survfit(...), rmean = horizon)$table.
 * @param horizon in the unit of the times, see `commonHorizon`
 * @returns in the unit of the times; insufficient data when a group had no event by the horizon
 * @throws RangeError for a horizon that is not above 0 or levels that differ
 */
export function rmstDifference(
  first: SurvivalCurve,
  second: SurvivalCurve,
  horizon: number,
): EstimateValue | InsufficientData {
  if (first.level !== second.level) throw new RangeError(`Levels ${first.level} and ${second.level} differ`);
  const [before, after] = [restrictedMean(first, horizon), restrictedMean(second, horizon)];
  if (before.kind !== "estimate") return before;
  if (after.kind !== "estimate") return after;
  const value = after.value - before.value;
  const standardError = Math.hypot(after.standardError, before.standardError);
  const n = first.n + second.n;
  if (standardError === 0) return insufficient("no-spread", n);
  const half = normalCritical(first.level) * standardError;
  const interval = { low: value - half, high: value + half, level: first.level };
  const statistic = value / standardError;
  const test = { distribution: "normal", statistic, pValue: 2 * normalUpper(Math.abs(statistic)), null: 0 } as const;
  const provenance = PROVENANCE;
  return finiteEstimate({ value, interval, n, method: "rmst-difference", standardError, test, provenance });
}
