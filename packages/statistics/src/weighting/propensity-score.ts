import type { InsufficientData } from "../estimate";
import type { ModelMatrix } from "../model-matrix/model-matrix";
import { binomial } from "../regression/families";
import { type GeneralisedLinearModel, generalisedLinearModel } from "../regression/generalised-linear-model";

export interface PropensityScore {
  readonly kind: "propensity-score";
  /** Probability of each person to be in the treated group, given what was known before; between 0 and 1. */
  readonly scores: Float64Array;
  readonly model: GeneralisedLinearModel;
  /** Shares of people whose score is below .05 or above .95, where groups hardly overlap. */
  readonly shareExtreme: number;
}

const EXTREME = 0.05;

/**
 * Propensity scores by logistic regression on variables from before the treatment.
 * Source: Rosenbaum and Rubin (1983), Biometrika 70, 41-55. R: fitted(glm(treated ~ ..., binomial)).
 * @returns insufficient data when a group is empty or the variables tell the groups apart
 */
export function propensityScore(design: ModelMatrix, treated: readonly boolean[]): PropensityScore | InsufficientData {
  const model = generalisedLinearModel(design, treated.map(Number), binomial());
  if (model.kind === "insufficient-data") return model;
  const scores = model.fitted;
  const extreme = scores.reduce((count, score) => count + (score < EXTREME || score > 1 - EXTREME ? 1 : 0), 0);
  return { kind: "propensity-score", scores, model, shareExtreme: extreme / scores.length };
}
