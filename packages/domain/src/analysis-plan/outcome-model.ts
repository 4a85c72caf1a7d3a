import { isYesOrNoMeasure } from "../instruments/yes-or-no-measure";
import type { AnalysisPlan } from "./analysis-plan";
import { modelsFor, type PrimaryModel } from "./plan-choices";
import { planCompares } from "./planned-contrast";

/** Whether the model of a plan fits what its primary measure can say. */
export function modelFits({ model, primary }: Pick<AnalysisPlan, "model" | "primary">): boolean {
  return modelsFor(isYesOrNoMeasure(primary.measure)).includes(model);
}

/**
 * The model by which a plan has an outcome analysed. It is the plan's own, except for measures that are yes or no under a model
 * of scores: theirs is the difference between cohorts in the change of the share where the plan compares, else the change of
 * the share in the same people.
 */
export function outcomeModel(plan: AnalysisPlan, measure: string): PrimaryModel {
  if (!isYesOrNoMeasure(measure)) return plan.model;
  return planCompares(plan) ? "difference-in-differences" : "paired-change";
}
