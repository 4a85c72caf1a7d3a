import { type AnalysisPlan, isSameOutcome, type PlannedOutcome } from "./analysis-plan";

/** A plan as it was saved. */
export interface SavedPlan {
  readonly version: number;
  readonly savedAt: Date;
  /** SHA-256 of the canonical text of the plan. */
  readonly hash: string;
  readonly plan: AnalysisPlan;
}

/** What a plan made in advance says about an outcome, or why the outcome is exploratory. */
export type OutcomeStanding =
  | { readonly kind: "primary" | "secondary"; readonly plan: SavedPlan }
  | { readonly kind: "exploratory"; readonly why: "no-plan" | "not-in-plan" | "seen-before-plan" };

/**
 * Where an outcome stands. Only the newest plan saved before the outcome was first seen counts: a plan written after that,
 * or changed after it, cannot make the outcome planned.
 * @param openedAt when the change of this outcome was first shown to anybody; null when it never was
 */
export function outcomeStanding(
  outcome: PlannedOutcome,
  plans: readonly SavedPlan[],
  openedAt: Date | null,
): OutcomeStanding {
  if (plans.length === 0) return { kind: "exploratory", why: "no-plan" };
  const inTime = plans
    .filter((plan) => openedAt === null || plan.savedAt < openedAt)
    .toSorted((a, b) => b.version - a.version)
    .at(0);
  if (inTime === undefined) return { kind: "exploratory", why: "seen-before-plan" };
  if (isSameOutcome(inTime.plan.primary, outcome)) return { kind: "primary", plan: inTime };
  if (inTime.plan.secondary.some((one) => isSameOutcome(one, outcome))) return { kind: "secondary", plan: inTime };
  return { kind: "exploratory", why: "not-in-plan" };
}
