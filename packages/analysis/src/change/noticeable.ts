import type { Estimate } from "@alongside/statistics/estimate";
import { type ImportantDifferenceVerdict, importantDifferenceVerdict } from "../change-detail/important-difference";
import type { FollowUpChange } from "./cohort-change";
import type { MeasureDescription } from "./measure-description";

/** Where a change stands against the smallest change people notice. */
export interface Noticeable {
  readonly verdict: ImportantDifferenceVerdict;
  /** The smallest change people notice in standard deviations of these people's baseline, corrected as g_pre is. */
  readonly standardised: number | null;
}

/**
 * Puts the important difference onto the scale of the standardised change: g_pre is J(n-1) D / s_pre, so the difference m
 * stands at J(n-1) m / s_pre, which is m times g_pre / D.
 * @returns null as `standardised` where the difference, the change or its standardised form is not known
 */
export function noticeable(
  { improvement, importantDifference }: MeasureDescription,
  { change, standardised }: { readonly change: Estimate; readonly standardised: FollowUpChange["standardised"] },
): Noticeable {
  const difference = importantDifference?.value ?? null;
  const verdict = importantDifferenceVerdict(change, difference, improvement);
  if (difference === null || change.kind !== "estimate" || standardised.kind !== "estimate" || change.value === 0) {
    return { verdict, standardised: null };
  }
  return { verdict, standardised: difference * (standardised.value / change.value) };
}
