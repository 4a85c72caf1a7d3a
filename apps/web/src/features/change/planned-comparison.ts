import { isSupported } from "@alongside/domain/analysis-plan/planned-contrast";
import { standingKey } from "@/features/analysis-plan/standing-key";
import type { ChangePlace, Table, Timepoint } from "./change-view";

/** Whom the planned analysis of an outcome compares. */
export interface PlannedComparison<Cohort extends NamedCohort> {
  readonly supported: readonly Cohort[];
  readonly other: Cohort;
}

/** What tells a cohort that is shown from another. */
interface NamedCohort {
  readonly name: string;
  readonly cohort: { readonly cohortId: string };
}

/**
 * Whom the plan compares in an outcome, of the cohorts that are shown. Whether one changed and the other did not says nothing
 * about their difference, so where this is known it leads.
 * @returns null where no plan compares cohorts in it, or none of them is shown
 */
export function plannedComparison<Cohort extends NamedCohort>(
  { comparisons }: Pick<ChangePlace, "comparisons">,
  table: Pick<Table, "cohorts">,
  measure: string,
  at: Pick<Timepoint, "code">,
  cohorts: readonly Cohort[],
): PlannedComparison<Cohort> | null {
  const plan = comparisons[standingKey({ measure, timepointCode: at.code })];
  const other = cohorts.find(({ name }) => name === plan?.comparisonCohort);
  if (plan === undefined || other === undefined) return null;
  const supported = cohorts.filter(({ name, cohort }) => {
    const kind = table.cohorts.find(({ id }) => id === cohort.cohortId)?.kind ?? "other";
    return isSupported(plan, { name, kind });
  });
  return supported.length === 0 ? null : { supported, other };
}
