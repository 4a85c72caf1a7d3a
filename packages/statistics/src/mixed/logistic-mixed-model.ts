import { areFinite, type Estimate, type InsufficientData, insufficient } from "../estimate";
import { type InterceptDesign, type InterceptModel, interceptContrast, interceptModel } from "./intercept-model";
import { YES_OR_NO } from "./outcome-density";

/** Repeated yes-or-no outcomes, y being 0 or 1. */
export type LogisticMixedDesign = Omit<InterceptDesign, "offset">;

/** Coefficients are log odds ratios for one person, not averages over people. */
export interface LogisticMixedModel extends InterceptModel {
  readonly kind: "logistic-mixed-model";
}

const PROVENANCE = { statistic: "mixed/logistic-mixed-model", version: 1 } as const;
/** Log odds, per standard deviation of a predictor, that only outcomes without exceptions lead to. */
const SEPARATED = 60;

/**
 * Logistic regression with a normal random intercept, by maximum likelihood with adaptive Gauss-Hermite quadrature;
 * one point is Laplace's approximation. Standard errors from the observed information on all parameters.
 * R: lme4::glmer(y ~ x + (1 | g), family = binomial, nAGQ = points).
 * @param points of the quadrature, 1 to 100
 * @returns "too-few" with fewer than two groups or no more rows than coefficients, "no-events" when all outcomes are
 * alike, "not-identifiable" when X repeats itself or separates the outcomes, "no-convergence"
 * @throws RangeError when lengths differ, an outcome is neither 0 nor 1 or a code has no group
 */
export function logisticMixedModel(design: LogisticMixedDesign, points = 20): LogisticMixedModel | InsufficientData {
  const { y } = design;
  if (!areFinite(y)) return insufficient("not-finite", y.length);
  if (y.some((value) => value !== 0 && value !== 1)) throw new RangeError("An outcome is neither 0 nor 1");
  const eventless = y.every((value) => value === y[0]);
  const model = interceptModel(design, { density: YES_OR_NO, eventless, unbounded: SEPARATED }, points);
  return "kind" in model ? model : { kind: "logistic-mixed-model", ...model };
}

/**
 * A contrast of log odds ratios with its normal interval.
 * @throws RangeError when there are not as many weights as coefficients
 */
export function logisticMixedContrast(model: LogisticMixedModel, weights: readonly number[], level = 0.95): Estimate {
  return interceptContrast(model, weights, level, { method: "logistic-mixed-wald", provenance: PROVENANCE });
}
