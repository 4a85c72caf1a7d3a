import type { Estimate } from "../estimate";
import { waldEstimate } from "../regression/coefficient-estimates";
import { quadraticForm } from "./quadratic-form";
import { type FittedCoefficients, satterthwaiteContrast } from "./satterthwaite";

/** A fitted model that also says how its coefficients depend on the covariance parameters. */
export interface ObservedCoefficients extends FittedCoefficients {
  /** Derivative of the coefficients by each covariance parameter, in the order of the uncertainty's slopes. */
  readonly coefficientSlopes: readonly Float64Array[];
}

const PROVENANCE = { statistic: "mixed/observed-information", version: 1 } as const;

/**
 * A contrast of coefficients with its variance from the observed information on coefficients and covariance parameters
 * together: v + g' W g, where v is the variance at a known covariance, g the contrast's derivative by the covariance
 * parameters and W their covariance. Where people drop out because of earlier scores, the expected information takes g for
 * zero and its intervals are too narrow; where nobody misses a visit and every column is free at every visit g is zero. Degrees of freedom are Satterthwaite's of v.
 * Source: Kenward and Molenberghs (1998), Statistical Science 13, 236-247. R: reference/real-data.R, from nlme::gls and
 * numerical derivatives.
 * @throws RangeError when there are not as many weights as coefficients
 */
export function observedInformationContrast(
  model: ObservedCoefficients,
  weights: readonly number[],
  level = 0.95,
): Estimate {
  const known = satterthwaiteContrast(model, weights, level);
  if (known.kind !== "estimate" || known.degreesOfFreedom === undefined) return known;
  const gradient = model.coefficientSlopes.map((slope) =>
    slope.reduce((total, entry, index) => total + entry * (weights[index] ?? 0), 0),
  );
  const added = Math.max(0, quadraticForm(model.uncertainty.parameterCovariance, gradient));
  return waldEstimate({
    value: known.value,
    variance: known.standardError ** 2 + added,
    df: known.degreesOfFreedom,
    n: known.n,
    method: "observed-information",
    provenance: PROVENANCE,
    level,
  });
}
