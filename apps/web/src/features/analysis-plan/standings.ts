import type { AnalysisPlan, PlannedOutcome } from "@alongside/domain/analysis-plan/analysis-plan";
import { type OutcomeRole, outcomeRole } from "@alongside/domain/analysis-plan/outcome-standing";
import { planCompares } from "@alongside/domain/analysis-plan/planned-contrast";
import type { Plans } from "./plan-views";
import { standingKey } from "./standing-key";

/** How planned outcomes stand, by `standingKey`. Every other outcome is exploratory. */
export type Standings = Readonly<Record<string, "primary" | "secondary">>;

/** Whom the plan compares, by `standingKey` of the planned outcomes it compares cohorts in. */
export type PlannedComparisons = Readonly<Record<string, Pick<AnalysisPlan, "comparisonCohort" | "supportedCohorts">>>;

/** When an outcome was first shown to anybody; null when it never was. */
export function firstSeen({ openings }: Pick<Plans, "openings">, outcome: PlannedOutcome): Date | null {
  return openings.find((one) => standingKey(one) === standingKey(outcome))?.openedAt ?? null;
}

/** How one outcome stands. */
export function standingOf(list: Plans, outcome: PlannedOutcome): OutcomeRole {
  return outcomeRole(outcome, list.plans, firstSeen(list, outcome));
}

/** The standings of everything any version names. */
export function standingsOf(list: Plans): Standings {
  const named = list.plans.flatMap(({ plan }) => [plan.primary, ...plan.secondary]);
  return Object.fromEntries(
    named.flatMap((outcome) => {
      const { kind } = standingOf(list, outcome);
      return kind === "exploratory" ? [] : [[standingKey(outcome), kind]];
    }),
  );
}

/** Whom the plan that counts for an outcome compares, for everything any version names. */
export function comparisonsOf(list: Plans): PlannedComparisons {
  const named = list.plans.flatMap(({ plan }) => [plan.primary, ...plan.secondary]);
  return Object.fromEntries(
    named.flatMap((outcome) => {
      const standing = standingOf(list, outcome);
      if (standing.kind === "exploratory" || !planCompares(standing.plan.plan)) return [];
      const { comparisonCohort, supportedCohorts = [] } = standing.plan.plan;
      return [[standingKey(outcome), { comparisonCohort, supportedCohorts }]];
    }),
  );
}
