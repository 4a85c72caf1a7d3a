import { normalCritical } from "../distribution/normal";
import { type Estimate, finiteEstimate, type InsufficientData, insufficient } from "../estimate";
import { createMatrix } from "../linear-algebra/matrix";
import { correlationMatrix } from "./item-analysis";
import { minimumResidualLoadings } from "./minimum-residual-loadings";
import { oneFactorLikelihood } from "./one-factor-likelihood";
import { type OneFactorModel, oneFactorModel } from "./one-factor-model";
import { principalLoadings } from "./one-factor-start";

const PROVENANCE = { statistic: "reliability/omega", version: 1 } as const;
/** Least residual variance of a standardised item in exploratory programs. */
const EXPLORATORY_BOUND = 0.005;

/** Omega under the definitions of several programs. Reports use `total` and no other. */
export interface OmegaVariants {
  readonly kind: "omega-variants";
  /** (sum loadings)^2 / variance of the sum, with denominator n - 1 and n (semTools) of the variance. */
  readonly overObservedVariance: number;
  readonly overObservedVarianceByN: number;
  /** For standardised items, null where the search fails: exploratory maximum likelihood over the model's variance. */
  readonly standardisedLikelihood: number | null;
  /** Least residuals over the observed sum of correlations (psych). */
  readonly standardisedMinimumResidual: number | null;
}

/**
 * Omega total of one factor, (sum loadings)^2 / ((sum loadings)^2 + sum residual variances), by maximum likelihood on the
 * raw covariances. The standard error is by the delta method, the interval normal and cut off at 0 and 1. Items whose
 * loadings cancel each other give values near 0. Insufficient data as for `oneFactorModel`, and when the estimates are
 * not determined or the variance of the sum is not positive in the model.
 * McDonald (1999), Test Theory. R: lavaan::cfa with omega := (sum of loadings)^2 / (...).
 * @throws RangeError as `oneFactorModel`, and for a level outside 0 to 1
 */
export function omegaTotal(items: readonly (readonly number[])[], level = 0.95): Estimate {
  if (!(level > 0 && level < 1)) throw new RangeError(`${level} is not a confidence level`);
  const model = oneFactorModel(items);
  return model.kind === "insufficient-data" ? model : omegaOfModel(model, level);
}

/** Omega total of a fitted model; as `omegaTotal`. */
export function omegaOfModel(model: OneFactorModel, level = 0.95): Estimate {
  const { n, loadings, residualVariances, sds } = model;
  const covariance = model.solution.covarianceTimesN;
  const sum = total(loadings);
  const residual = total(residualVariances);
  const whole = sum ** 2 + residual;
  if (covariance === null || !(whole > 0)) return insufficient("not-identifiable", n);
  const value = sum ** 2 / whole;
  const slopes = [
    ...sds.map((sd) => (sd * 2 * sum * residual) / whole ** 2),
    ...sds.map((sd) => (-(sd ** 2) * sum ** 2) / whole ** 2),
  ];
  let variance = 0;
  slopes.forEach((a, i) => {
    slopes.forEach((b, j) => {
      variance += a * b * (covariance.values[i * slopes.length + j] ?? 0);
    });
  });
  const standardError = Math.sqrt(Math.max(0, variance) / n);
  const half = normalCritical(level) * standardError;
  return finiteEstimate({
    value,
    interval: {
      low: Math.min(value, Math.max(0, value - half)),
      high: Math.max(value, Math.min(1, value + half)),
      level,
    },
    n,
    method: "omega-total-one-factor",
    standardError,
    provenance: PROVENANCE,
  });
}

/** The other definitions, to recognise a figure from elsewhere. Insufficient data when the sum does not vary. */
export function omegaVariants(model: OneFactorModel): OmegaVariants | InsufficientData {
  const { n, covariance } = model;
  const variance = total(Array.from(covariance.values));
  const correlations = correlationMatrix(createMatrix(covariance.rows, covariance.rows, covariance.values));
  if (!(variance > 0) || correlations === null) return insufficient("no-spread", n);
  const common = total(model.loadings) ** 2;
  const start = principalLoadings(correlations);
  const exploratory = start === null ? null : oneFactorLikelihood(correlations, start, EXPLORATORY_BOUND);
  const residual = minimumResidualLoadings(correlations);
  const sumOfCorrelations = total(Array.from(correlations.values));
  return {
    kind: "omega-variants",
    overObservedVariance: (common / variance) * ((n - 1) / n),
    overObservedVarianceByN: common / variance,
    standardisedLikelihood:
      exploratory === null
        ? null
        : total(exploratory.loadings) ** 2 / (total(exploratory.loadings) ** 2 + total(exploratory.residuals)),
    standardisedMinimumResidual: residual === null ? null : total(residual) ** 2 / sumOfCorrelations,
  };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
