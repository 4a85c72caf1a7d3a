import { areFinite, type Estimate, type InsufficientData, insufficient } from "../estimate";
import { type InterceptDesign, type InterceptModel, interceptContrast, interceptModel } from "./intercept-model";
import { COUNT } from "./outcome-density";

/** Coefficients are log rate ratios for one group, which but for the intercept are those of the averages as well. */
export interface PoissonMixedModel extends InterceptModel {
  readonly kind: "poisson-mixed-model";
}

const PROVENANCE = { statistic: "mixed/poisson-mixed-model", version: 1 } as const;
/** Log rates, per standard deviation of a predictor, that only groups without any events lead to. */
const UNBOUNDED = 30;

/**
 * Poisson regression of repeated counts with a normal random intercept, by maximum likelihood with adaptive
 * Gauss-Hermite quadrature; one point is Laplace's approximation. Standard errors from the observed information on all
 * parameters. R: lme4::glmer(y ~ x + offset(log(time)) + (1 | g), family = poisson, nAGQ = points); with more than one
 * point R's log likelihood is relative to that of means equal to the counts, ours never is.
 * @param design outcomes are counts, the offset the log of the time observed
 * @param points of the quadrature, 1 to 100
 * @returns "too-few" with fewer than two groups or no more rows than coefficients, "no-events" when all counts are
 * zero, "not-identifiable" when X repeats itself or a rate falls to zero, "no-convergence"
 * @throws RangeError when lengths differ, an outcome is no count or a code has no group
 */
export function poissonMixedModel(design: InterceptDesign, points = 20): PoissonMixedModel | InsufficientData {
  const { y, offset } = design;
  if (!areFinite(y)) return insufficient("not-finite", y.length);
  if (!y.every((value) => Number.isInteger(value) && value >= 0)) throw new RangeError("An outcome is no count");
  const start = y.map((value, row) => Math.log(value + 0.5) - (offset?.[row] ?? 0));
  const eventless = y.every((value) => value === 0);
  const model = interceptModel(design, { density: COUNT, eventless, start, unbounded: UNBOUNDED }, points);
  return "kind" in model ? model : { kind: "poisson-mixed-model", ...model };
}

/**
 * A contrast of log rate ratios with its normal interval.
 * @throws RangeError when there are not as many weights as coefficients
 */
export function poissonMixedContrast(model: PoissonMixedModel, weights: readonly number[], level = 0.95): Estimate {
  return interceptContrast(model, weights, level, { method: "poisson-mixed-wald", provenance: PROVENANCE });
}
