import type { AnalysisPlan } from "./analysis-plan";
import { comparesCohorts } from "./plan-choices";

/** A cohort as plans know it: by name, and by what its people get. */
export interface PlanCohort {
  readonly name: string;
  /** "peer-support", "comparison" or "other". */
  readonly kind: string;
}

/**
 * Whether a plan's primary question sets one cohort against another: its model does so by itself, or it is the likelihood
 * over all waves and the plan has several groups and names the one to compare with.
 */
export function planCompares({ design, model, comparisonCohort }: AnalysisPlan): boolean {
  if (comparesCohorts(model)) return true;
  return model === "repeated-measures" && design !== "single-group" && comparisonCohort !== null;
}

/** Whether a plan is about a cohort: one that it names, or any of kind peer support where it names none. */
export function isSupported(
  { comparisonCohort, supportedCohorts = [] }: Pick<AnalysisPlan, "comparisonCohort" | "supportedCohorts">,
  { name, kind }: PlanCohort,
): boolean {
  if (name === comparisonCohort) return false;
  return supportedCohorts.length === 0 ? kind === "peer-support" : supportedCohorts.includes(name);
}

/** Whether a comparison is the plan's. Where the plan compares nobody, who stands beside makes no difference. */
export function isPlannedComparator(plan: AnalysisPlan, comparator: string | null): boolean {
  return !planCompares(plan) || comparator === plan.comparisonCohort;
}
