import { type AnalysisPlan, isSameOutcome, type PlannedOutcome } from "./analysis-plan";
import { isPlannedComparator, isSupported, type PlanCohort } from "./planned-contrast";

/** A plan as it was saved. */
export interface SavedPlan {
  readonly version: number;
  readonly savedAt: Date;
  /** SHA-256 of the canonical text of the plan. */
  readonly hash: string;
  readonly plan: AnalysisPlan;
  /** Codes of its times whose window is no longer the planned one, from `changedWindows`; absent: none is known to be. */
  readonly changedWindows?: readonly string[];
}

/** How a plan made in advance names an outcome, whoever it is looked at in, or why it is exploratory. */
export type OutcomeRole =
  | { readonly kind: "primary" | "secondary"; readonly plan: SavedPlan }
  | { readonly kind: "exploratory"; readonly why: "no-plan" | "not-in-plan" | "seen-before-plan" }
  | {
      readonly kind: "exploratory";
      /** Which days belong to the time was changed after the plan was saved. */
      readonly why: "window-changed";
      readonly plan: SavedPlan;
      readonly role: "primary" | "secondary";
    };

/** One analysis of an outcome: in whom, against whom, and where. */
export interface OutcomeContrast extends PlannedOutcome {
  readonly cohort: PlanCohort;
  /** Name of the cohort it is compared with; null for none. */
  readonly comparator: string | null;
  /** The site, or whatever names a part of the sites; null for the whole programme. */
  readonly site: string | null;
}

/** In what an analysis of a planned outcome departs from the plan. */
export const DEPARTURES = [
  /** It is about the cohort the others are compared with. */
  "comparison-cohort",
  /** It is about a cohort the plan does not name as supported. */
  "other-cohort",
  /** The plan compares with another cohort, and this with none or someone else. */
  "other-comparison",
  /** It leaves out sites of the programme. */
  "one-site",
] as const;
export type Departure = (typeof DEPARTURES)[number];

/** Where an analysis stands: planned as it is, or exploratory, and why. */
export type OutcomeStanding =
  | OutcomeRole
  | {
      readonly kind: "exploratory";
      readonly why: Departure;
      /** The plan it departs from, and what the outcome is in it. */
      readonly plan: SavedPlan;
      readonly role: "primary" | "secondary";
    };

/**
 * How an outcome is named by the plan that counts for it. Only the newest plan saved before the outcome was first seen
 * counts: a plan written after that, or changed after it, cannot make the outcome planned.
 * @param openedAt when the change of this outcome was first shown to anybody; null when it never was
 */
export function outcomeRole(outcome: PlannedOutcome, plans: readonly SavedPlan[], openedAt: Date | null): OutcomeRole {
  if (plans.length === 0) return { kind: "exploratory", why: "no-plan" };
  const inTime = plans
    .filter((plan) => openedAt === null || plan.savedAt < openedAt)
    .toSorted((a, b) => b.version - a.version)
    .at(0);
  if (inTime === undefined) return { kind: "exploratory", why: "seen-before-plan" };
  const { primary, secondary } = inTime.plan;
  const isPrimary = isSameOutcome(primary, outcome);
  if (!isPrimary && !secondary.some((one) => isSameOutcome(one, outcome))) {
    return { kind: "exploratory", why: "not-in-plan" };
  }
  const role = isPrimary ? "primary" : "secondary";
  const isChanged = inTime.changedWindows?.includes(outcome.timepointCode) ?? false;
  return isChanged ? { kind: "exploratory", why: "window-changed", plan: inTime, role } : { kind: role, plan: inTime };
}

/**
 * Where one analysis stands. Only the planned contrast is planned: a supported cohort, over the whole programme, against
 * the plan's comparison cohort where its model compares. Everything else is exploratory, of planned outcomes too.
 * @param openedAt when the change of this outcome was first shown to anybody; null when it never was
 */
export function outcomeStanding(
  contrast: OutcomeContrast,
  plans: readonly SavedPlan[],
  openedAt: Date | null,
): OutcomeStanding {
  const role = outcomeRole(contrast, plans, openedAt);
  if (role.kind === "exploratory") return role;
  const why = departureOf(contrast, role.plan.plan);
  return why === null ? role : { kind: "exploratory", why, plan: role.plan, role: role.kind };
}

function departureOf({ cohort, comparator, site }: OutcomeContrast, plan: AnalysisPlan): Departure | null {
  if (!isSupported(plan, cohort)) {
    return cohort.kind === "comparison" || cohort.name === plan.comparisonCohort ? "comparison-cohort" : "other-cohort";
  }
  if (!isPlannedComparator(plan, comparator)) return "other-comparison";
  return site === null ? null : "one-site";
}
