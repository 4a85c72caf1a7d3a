import { chiSquaredQuantile } from "../distribution/chi-squared";
import { normalCritical } from "../distribution/normal";
import { type Estimate, finiteEstimate, insufficient } from "../estimate";
import { findRoot } from "../optimisation/find-root";
import { linearMixedModel } from "./linear-mixed-model";
import { mixedCriterion } from "./mixed-criterion";
import type { MixedDesign } from "./mixed-design";
import { orthonormalColumns } from "./orthonormal-columns";
import { randomStructure } from "./random-structure";

const PROVENANCE = { statistic: "mixed/intraclass-correlation", version: 1 } as const;
/** Theta beyond which the correlation is 1 to seven digits. */
const LARGEST_THETA = 1e4;

/**
 * Share of the variance that lies between groups, tau^2 / (tau^2 + sigma^2), from a linear mixed model with one random
 * intercept by REML. The interval holds the values the profiled restricted likelihood does not reject; it starts at 0
 * where no difference between groups is compatible with the data. The standard error is half the interval's width over
 * the normal critical value. R: VarCorr(lmer(y ~ x + (1 | g))), confint(method = "profile") on theta.
 * @param level of the interval
 * @returns "not-identifiable" for another design than one intercept varying by one factor; else as linearMixedModel
 * @throws RangeError as linearMixedModel
 */
export function intraclassCorrelation(design: MixedDesign, level = 0.95): Estimate {
  if (!(level > 0 && level < 1)) throw new RangeError(`Not a level: ${level}`);
  const [term, ...others] = design.terms;
  const [column, ...further] = term?.columns ?? [];
  const plain = column?.values.every((value) => value === 1) ?? false;
  if (others.length > 0 || further.length > 0 || !plain) return insufficient("not-identifiable", design.y.length);
  const model = linearMixedModel(design);
  if (model.kind !== "linear-mixed-model") return model;
  const basis = orthonormalColumns(design.x, design.y);
  if (basis === null) return insufficient("not-identifiable", model.n);
  const best = model.components[0]?.theta[0] ?? 0;
  const { reducer } = randomStructure(design.terms, basis.columns);
  const criterion = mixedCriterion(reducer, "REML", model.rows - design.x.columns);
  const valueAt = (theta: number) => criterion(Float64Array.of(theta))?.value ?? Number.POSITIVE_INFINITY;
  const bound = valueAt(best) + chiSquaredQuantile(level, 1);
  const excess = (theta: number) => valueAt(theta) - bound;
  const low = excess(0) <= 0 ? 0 : findRoot(excess, 0, best);
  let beyond = Math.max(1, 2 * best);
  while (excess(beyond) <= 0 && beyond < LARGEST_THETA) beyond *= 2;
  const high = excess(beyond) <= 0 ? beyond : findRoot(excess, best, beyond);
  if (low === null || high === null) return insufficient("no-convergence", model.n);
  const share = (theta: number) => theta ** 2 / (1 + theta ** 2);
  return finiteEstimate({
    value: share(best),
    interval: { low: share(low), high: share(high), level },
    n: model.n,
    method: "intraclass-correlation-reml",
    standardError: (share(high) - share(low)) / 2 / normalCritical(level),
    provenance: PROVENANCE,
  });
}
