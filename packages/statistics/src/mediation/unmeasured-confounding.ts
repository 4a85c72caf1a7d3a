import { type InsufficientData, insufficient } from "../estimate";
import type { MediationModel } from "./mediation-model";

/** How strong a cause of mediator and outcome alike would have to be that was left out. */
export interface ConfoundingSensitivity {
  readonly kind: "confounding-sensitivity";
  /** Correlation of the two error terms at which the indirect effect is zero. */
  readonly correlation: number;
  /** Its square: share of the residual variance of both that the cause would explain, as a product. */
  readonly residualShare: number;
  /** The indirect effect if the error terms were correlated by rho, which lies strictly between -1 and 1. */
  indirectAt(rho: number): number;
}

/**
 * Sensitivity of the indirect effect of a single mediator to a cause of both mediator and outcome that was not measured.
 * With r the correlation of the residuals of M on X and of Y on X, s1 and s2 their standard deviations,
 * indirect(rho) = a s1 / s2 (r - rho sqrt((1 - r^2) / (1 - rho^2))), zero at rho = r.
 * Source: Imai, Keele and Yamamoto, Statistical Science 25 (2010) 51-71, theorem 4. R: mediation::medsens.
 *
 * Insufficient data: "not-identifiable" with several mediators, "no-spread" where residuals do not vary.
 */
export function confoundingSensitivity(model: MediationModel): ConfoundingSensitivity | InsufficientData {
  const [path] = model.paths;
  const [mediator] = model.residuals.mediators;
  const { total } = model.residuals;
  if (path === undefined || mediator === undefined || model.paths.length > 1) {
    return insufficient("not-identifiable", model.n);
  }
  const product = (left: Float64Array, right: Float64Array) =>
    left.reduce((sum, value, row) => sum + value * (right[row] ?? 0), 0);
  const [spreadOutcome, spreadMediator] = [product(total, total), product(mediator, mediator)];
  if (!(spreadOutcome > 0 && spreadMediator > 0)) return insufficient("no-spread", model.n);
  const correlation = product(mediator, total) / Math.sqrt(spreadOutcome) / Math.sqrt(spreadMediator);
  const scale = path.a.value * Math.sqrt(spreadOutcome / spreadMediator);
  return {
    kind: "confounding-sensitivity",
    correlation,
    residualShare: correlation ** 2,
    indirectAt: (rho) => {
      if (!(Math.abs(rho) < 1)) throw new RangeError(`Not a correlation of error terms: ${rho}`);
      return scale * (correlation - rho * Math.sqrt((1 - correlation ** 2) / (1 - rho ** 2)));
    },
  };
}

/** An effect by way of a mediator measured without error. */
export interface CorrectedForReliability {
  readonly kind: "corrected-for-reliability";
  /** Share of the mediator's variance, beyond what the exposure and covariates explain, that is not error. */
  readonly conditionalReliability: number;
  readonly b: number;
  readonly indirect: number;
  readonly direct: number;
}

/**
 * Corrects a single-mediator model for random error in the mediator. The error hits only what the exposure and covariates
 * leave of the mediator's variance, so that b is divided by (reliability - R^2) / (1 - R^2), with R^2 that of the mediator
 * on them; without exposure and covariates this is b / reliability. The total effect does not change, so the direct effect
 * gives up what the indirect effect gains. Source: Fuller, Measurement Error Models (1987), section 1.2 and 2.2.
 *
 * Insufficient data: "not-identifiable" with several mediators, or where the reliability is not above R^2.
 * @param reliability of the mediator in these people, such as omega: above 0, at most 1
 * @throws RangeError for another reliability
 */
export function correctForReliability(
  model: MediationModel,
  mediator: readonly number[],
  reliability: number,
): CorrectedForReliability | InsufficientData {
  if (!(reliability > 0 && reliability <= 1)) throw new RangeError(`Not a reliability: ${reliability}`);
  const [path] = model.paths;
  const [residuals] = model.residuals.mediators;
  const { n } = model;
  if (path === undefined || residuals === undefined || model.paths.length > 1) {
    return insufficient("not-identifiable", n);
  }
  if (mediator.length !== n) throw new RangeError(`${mediator.length} values of the mediator, ${n} people`);
  const mean = mediator.reduce((sum, value) => sum + value / n, 0);
  const spread = mediator.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  if (!(spread > 0)) return insufficient("no-spread", n);
  const unexplained = residuals.reduce((sum, value) => sum + value ** 2, 0) / spread;
  const conditionalReliability = (reliability - (1 - unexplained)) / unexplained;
  if (!(conditionalReliability > 0)) return insufficient("not-identifiable", n);
  const b = path.b.value / conditionalReliability;
  const indirect = path.a.value * b;
  return {
    kind: "corrected-for-reliability",
    conditionalReliability,
    b,
    indirect,
    direct: model.total.value - indirect,
  };
}
