import type { CohortChange, FollowUpChange } from "@alongside/analysis/change/cohort-change";
import type { AppRouter } from "@alongside/api/router";
import type { inferRouterOutputs } from "@trpc/server";
import type { PlannedComparisons, Standings } from "@/features/analysis-plan/standings";

/** The Change page as the procedure answers it; disclosure control has happened. */
export type ChangeView = inferRouterOutputs<AppRouter>["change"]["read"];
export type Table = ChangeView["table"];
export type MeasureChange = Table["domains"][number]["measures"][number];
export type Timepoint = Table["timepoints"][number];

/** What every part of the page needs to know about where it stands. */
export interface ChangePlace {
  readonly programmeId: string;
  /** `/p/<slug>` */
  readonly base: string;
  /** Rights of the person; controls are shown by them, and every call is decided again. */
  readonly verbs: readonly string[];
  /** Framework elements by code: their names and where they are described. */
  readonly elements: Readonly<Record<string, FrameworkLink>>;
  /** Outcomes that were planned before they were seen; null for whoever may not read the plan. */
  readonly standings: Standings | null;
  /** Whom the plan compares in the outcomes it names; none for whoever may not read it. */
  readonly comparisons: PlannedComparisons;
}

export interface FrameworkLink {
  readonly label: { readonly en: string; readonly zh: string };
  readonly href: string;
}

/** One cohort at the chosen follow-up. */
export interface ShownCohort {
  readonly name: string;
  /** Place in the programme's order; decides colour, dash and marker. */
  readonly position: number;
  readonly cohort: CohortChange;
  readonly followUp: FollowUpChange;
}

/** The cohorts of a measure at one follow-up, in the programme's order. */
export function shownCohorts(table: Table, measure: MeasureChange, timepointId: string): readonly ShownCohort[] {
  return table.cohorts.flatMap(({ id, name }, position) => {
    const cohort = measure.cohorts.find((one) => one.cohortId === id);
    const followUp = cohort?.followUps.find((one) => one.timepointId === timepointId);
    return cohort && followUp ? [{ name, position, cohort, followUp }] : [];
  });
}
