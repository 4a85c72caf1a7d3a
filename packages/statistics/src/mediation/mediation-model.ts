import { areFinite, type InsufficientData, insufficient, tooFew } from "../estimate";
import { type QrDecomposition, qrDecompose } from "../linear-algebra/qr";
import { entry } from "../linear-algebra/vector";
import { withIntercept } from "../linear-algebra/with-intercept";

/** One number per person in every list. */
export interface MediationData {
  readonly exposure: readonly number[];
  /** One list per mediator; the mediators stand beside each other, none causes another. */
  readonly mediators: readonly (readonly number[])[];
  readonly outcome: readonly number[];
  /** In both equations: baseline values of mediator and outcome, and whatever both have in common as causes. */
  readonly covariates: readonly (readonly number[])[];
}

/** A coefficient with its least-squares standard error. */
export interface PathCoefficient {
  readonly value: number;
  readonly standardError: number;
}

/** From the exposure to the outcome by way of one mediator. */
export interface MediatedPath {
  /** Exposure to mediator. */
  readonly a: PathCoefficient;
  /** Mediator to outcome, with the exposure and the other mediators held. */
  readonly b: PathCoefficient;
  /** The product of both. */
  readonly indirect: number;
  /** Covariance of b and the direct effect. */
  readonly covarianceWithDirect: number;
}

export interface MediationModel {
  readonly kind: "mediation";
  readonly n: number;
  readonly paths: readonly MediatedPath[];
  /** Exposure to outcome with the mediators held. */
  readonly direct: PathCoefficient;
  /** Exposure to outcome without the mediators: direct and all indirect effects together. */
  readonly total: PathCoefficient;
  readonly indirect: number;
  /** Residuals of each mediator on the exposure and covariates, and of the outcome without and with the mediators. */
  readonly residuals: {
    readonly mediators: readonly Float64Array[];
    readonly total: Float64Array;
    readonly outcome: Float64Array;
  };
  /** n less the coefficients of the mediators' equations, and of the outcome's. */
  readonly degreesOfFreedom: { readonly mediator: number; readonly outcome: number };
}

/**
 * The linear mediation model M_k = i_k + a_k X + C, Y = i + c' X + sum of b_k M_k + C, each equation by least squares.
 * The indirect effects are products of coefficients, a_k b_k, and add up with c' to the total effect.
 * Source: MacKinnon, Introduction to Statistical Mediation Analysis (2008), chapters 3 and 5.
 * R: coef(summary(lm(m ~ x + C))), coef(summary(lm(y ~ x + m + C))), coef(summary(lm(y ~ x + C))).
 *
 * Insufficient data: "too-few" for the coefficients of the outcome's equation, "not-identifiable" when columns repeat
 * each other or a mediator is determined by the rest, "out-of-range" when a figure is not one that doubles hold.
 * @throws RangeError for lists of unequal length or no mediator
 */
export function mediationModel(data: MediationData): MediationModel | InsufficientData {
  const { exposure, mediators, outcome, covariates } = data;
  const n = exposure.length;
  const lists = [exposure, outcome, ...mediators, ...covariates];
  if (mediators.length === 0) throw new RangeError("No mediator");
  if (lists.some((list) => list.length !== n)) throw new RangeError("Lists of unequal length");
  if (!areFinite(...lists)) return insufficient("not-finite", n);
  const needed = lists.length + 1;
  if (n < needed) return tooFew(needed, n);

  const withoutMediators = qrDecompose(withIntercept([exposure, ...covariates], n));
  const withMediators = qrDecompose(withIntercept([exposure, ...mediators, ...covariates], n));
  if (withMediators.rank < lists.length) return insufficient("not-identifiable", n);
  const toMediators = mediators.map((mediator) => leastSquares(withoutMediators, mediator));
  const toOutcome = leastSquares(withMediators, outcome);
  const total = leastSquares(withoutMediators, outcome);
  const direct = toOutcome.coefficient(1);
  const paths = toMediators.map((fit, index): MediatedPath => {
    const [a, b] = [fit.coefficient(1), toOutcome.coefficient(2 + index)];
    return { a, b, indirect: a.value * b.value, covarianceWithDirect: toOutcome.covariance(1, 2 + index) };
  });
  const totalEffect = total.coefficient(1);
  const coefficients = [direct, totalEffect, ...paths.flatMap((path) => [path.a, path.b])];
  const figures = [
    ...coefficients.flatMap(({ value, standardError }) => [value, standardError]),
    ...paths.flatMap((path) => [path.indirect, path.covarianceWithDirect]),
  ];
  if (!figures.every(Number.isFinite)) return insufficient("out-of-range", n);
  return {
    kind: "mediation",
    n,
    paths,
    direct,
    total: totalEffect,
    indirect: paths.reduce((sum, path) => sum + path.indirect, 0),
    residuals: {
      mediators: toMediators.map((fit) => fit.residuals),
      total: total.residuals,
      outcome: toOutcome.residuals,
    },
    degreesOfFreedom: { mediator: n - withoutMediators.rank, outcome: n - withMediators.rank },
  };
}

function leastSquares(qr: QrDecomposition, y: readonly number[]) {
  const residuals = qr.residuals(y);
  const variance = residuals.reduce((sum, value) => sum + value ** 2, 0) / (y.length - qr.rank);
  const coefficients = qr.solve(y);
  const unscaled = qr.unscaledCovariance();
  const covariance = (i: number, j: number) => variance * entry(unscaled.values, i * qr.rank + j);
  const coefficient = (index: number): PathCoefficient => ({
    value: entry(coefficients, index),
    standardError: Math.sqrt(covariance(index, index)),
  });
  return { residuals, coefficient, covariance };
}
