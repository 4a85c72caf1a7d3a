import { normalCritical, normalUpper } from "../distribution/normal";
import { type Estimate, finiteEstimate, insufficient } from "../estimate";
import type { MediatedPath, MediationModel } from "./mediation-model";

const PROVENANCE = { statistic: "mediation/indirect-effect-errors", version: 1 } as const;

/**
 * An indirect effect with a standard error by the delta method and a normal interval. Only for comparison with programs
 * that report it: products of coefficients are skewed, and the bootstrap is the method to report. "first-order" is
 * Sobel's, a^2 Var(b) + b^2 Var(a); "second-order" is Aroian's, with Var(a) Var(b) added.
 * Source: Sobel, Sociological Methodology 13 (1982) 290-312; Aroian, Annals of Mathematical Statistics 18 (1947) 265-271.
 */
export function indirectEffectByDelta(
  model: MediationModel,
  path: MediatedPath,
  order: "first-order" | "second-order",
  level = 0.95,
): Estimate {
  const [varianceA, varianceB] = [path.a.standardError ** 2, path.b.standardError ** 2];
  const product = order === "second-order" ? varianceA * varianceB : 0;
  const variance = path.a.value ** 2 * varianceB + path.b.value ** 2 * varianceA + product;
  return waldEstimate(path.indirect, Math.sqrt(variance), model.n, `indirect-delta-${order}`, level);
}

/**
 * The indirect effects together and the total effect with the standard errors of maximum likelihood, in which residual
 * variances are divided by n. R: lavaan::sem() with ind := a * b and total := c + a * b, standard information.
 */
export function maximumLikelihoodEffects(
  model: MediationModel,
  level = 0.95,
): { readonly indirect: Estimate; readonly total: Estimate } {
  const { n, paths, direct, degreesOfFreedom } = model;
  const [shrinkA, shrinkB] = [degreesOfFreedom.mediator / n, degreesOfFreedom.outcome / n];
  const [path] = paths;
  if (path === undefined || paths.length > 1) {
    const none = insufficient("not-identifiable", n);
    return { indirect: none, total: none };
  }
  const { a, b } = path;
  const indirect = (a.value * b.standardError) ** 2 * shrinkB + (b.value * a.standardError) ** 2 * shrinkA;
  const total = indirect + (direct.standardError ** 2 + 2 * a.value * path.covarianceWithDirect) * shrinkB;
  const method = "maximum-likelihood-delta";
  return {
    indirect: waldEstimate(path.indirect, Math.sqrt(indirect), n, method, level),
    total: waldEstimate(direct.value + path.indirect, Math.sqrt(total), n, method, level),
  };
}

function waldEstimate(value: number, standardError: number, n: number, method: string, level: number): Estimate {
  if (!(standardError > 0)) return insufficient("no-spread", n);
  const reach = normalCritical(level) * standardError;
  const statistic = value / standardError;
  return finiteEstimate({
    value,
    interval: { low: value - reach, high: value + reach, level },
    n,
    method,
    standardError,
    test: { distribution: "normal", statistic, pValue: 2 * normalUpper(Math.abs(statistic)), null: 0 },
    provenance: PROVENANCE,
  });
}
