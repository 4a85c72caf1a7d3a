import { normalCritical, normalUpper } from "../distribution/normal";
import { type EstimateValue, finiteEstimate, type InsufficientData } from "../estimate";
import { at } from "../linear-algebra/matrix";
import { entry } from "../linear-algebra/vector";
import type { CoxFit } from "./cox-regression";

const PROVENANCE = { statistic: "survival/hazard-ratio", version: 1 } as const;

/**
 * Hazard ratio of one predictor of a Cox model, with its Wald interval and test, by the robust covariance where there is one.
 * R: summary(coxph(...))$conf.int.
 * @param index of the predictor, from 0
 * @param level of the interval, 0 to 1
 * @returns the ratio; its standard error is that of the logarithm
 * @throws RangeError for a predictor that the model does not have
 */
export function hazardRatio(fit: CoxFit, index: number, level = 0.95): EstimateValue | InsufficientData {
  const coefficient = entry(fit.coefficients, index);
  const standardError = Math.sqrt(at(fit.robust ?? fit.covariance, index, index));
  const half = normalCritical(level) * standardError;
  const statistic = coefficient / standardError;
  return finiteEstimate({
    value: Math.exp(coefficient),
    interval: { low: Math.exp(coefficient - half), high: Math.exp(coefficient + half), level },
    n: fit.n,
    method: fit.robust === undefined ? "cox" : "cox-robust",
    standardError,
    test: { distribution: "normal", statistic, pValue: 2 * normalUpper(Math.abs(statistic)), null: 1 },
    provenance: PROVENANCE,
  });
}
