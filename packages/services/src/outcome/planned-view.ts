import type { OutcomeStanding } from "@alongside/domain/analysis-plan/outcome-standing";
import { isSupported, type PlanCohort, planCompares } from "@alongside/domain/analysis-plan/planned-contrast";
import type { OutcomeInput } from "./outcome-input";

/** Where the planned analysis of an outcome is, at the same time over the whole programme. */
export interface PlannedView {
  readonly cohortId: string;
  /** Null where the plan compares nobody. */
  readonly comparedWith: string | null;
}

/**
 * The planned analysis beside an analysis that departs from it: of the same cohort where the plan is about it, else of the
 * first it is about.
 * @param cohorts those with a line of this outcome, in order
 * @returns null where the analysis is the planned one or has none, and where nobody who looks at these sites reaches it
 */
export function plannedView(
  standing: OutcomeStanding,
  { cohortId, siteId }: Pick<OutcomeInput, "cohortId" | "siteId">,
  cohorts: readonly (PlanCohort & { readonly id: string })[],
): PlannedView | null {
  if (standing.kind !== "exploratory" || !("plan" in standing)) return null;
  if (standing.why === "window-changed") return null;
  if (standing.why === "one-site" && siteId === undefined) return null;
  const { plan } = standing.plan;
  const supported = cohorts.filter((cohort) => isSupported(plan, cohort));
  const own = supported.find(({ id }) => id === cohortId) ?? supported[0];
  const other = cohorts.find(({ name }) => name === plan.comparisonCohort);
  if (own === undefined || (planCompares(plan) && other === undefined)) return null;
  return { cohortId: own.id, comparedWith: planCompares(plan) ? (other?.id ?? null) : null };
}
