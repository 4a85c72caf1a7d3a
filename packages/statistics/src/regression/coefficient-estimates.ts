import { normalCritical, normalUpper } from "../distribution/normal";
import { tCritical, tTwoSidedP } from "../distribution/student-t";
import { type Estimate, finiteEstimate, insufficient, type Provenance } from "../estimate";
import type { Matrix } from "../linear-algebra/matrix";
import { entry } from "../linear-algebra/vector";

export interface CoefficientEstimate {
  readonly name: string;
  readonly estimate: Estimate;
}

export interface Coefficients {
  readonly names: readonly string[];
  readonly coefficients: ArrayLike<number>;
  readonly covariance: Matrix;
  readonly n: number;
}

/**
 * Every coefficient with its standard error, interval and Wald test against zero. R: summary(model)$coefficients and
 * confint.default(model), or confint(model) for lm; lmtest::coeftest() with another covariance.
 * @param degreesOfFreedom of Student's t: one for all, one for each, or "normal"; null where the data leave none
 * @param level of the intervals, 0 to 1
 */
export function coefficientEstimates(
  model: Coefficients,
  degreesOfFreedom: number | readonly (number | null)[] | "normal",
  method: string,
  provenance: Provenance,
  level = 0.95,
): readonly CoefficientEstimate[] {
  if (!(level > 0 && level < 1)) throw new RangeError(`A level of ${level} is not between 0 and 1`);
  return model.names.map((name, index) => {
    const df = typeof degreesOfFreedom === "object" ? (degreesOfFreedom[index] ?? null) : degreesOfFreedom;
    const variance = entry(model.covariance.values, index * model.covariance.columns + index);
    const value = entry(model.coefficients, index);
    const estimate = waldEstimate({ value, variance, df, n: model.n, method, provenance, level });
    return { name, estimate };
  });
}

interface Wald {
  readonly value: number;
  readonly variance: number;
  readonly df: number | "normal" | null;
  readonly n: number;
  readonly method: string;
  readonly provenance: Provenance;
  readonly level: number;
}

/** A value with its variance, tested against zero by Student's t or the normal distribution. */
export function waldEstimate({ value, variance, df, n, method, provenance, level }: Wald): Estimate {
  if (df === null) return insufficient("not-identifiable", n);
  if (!(variance > 0)) return insufficient("no-spread", n);
  const standardError = Math.sqrt(variance);
  const statistic = value / standardError;
  const half = standardError * (df === "normal" ? normalCritical(level) : tCritical(level, df));
  const pValue = df === "normal" ? 2 * normalUpper(Math.abs(statistic)) : tTwoSidedP(statistic, df);
  return finiteEstimate({
    value,
    interval: { low: value - half, high: value + half, level },
    n,
    method,
    standardError,
    ...(df === "normal" ? {} : { degreesOfFreedom: df }),
    test: { distribution: df === "normal" ? "normal" : "student-t", statistic, pValue, null: 0 },
    provenance,
  });
}
