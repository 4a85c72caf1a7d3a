import type { MixedDesign } from "@alongside/statistics/mixed/mixed-design";
import { modelMatrix } from "@alongside/statistics/model-matrix/model-matrix";
import type { Variable } from "@alongside/statistics/model-matrix/variable";

/** The predictors, an intercept, and a random intercept per site. R: y ~ predictors + (1 | site). */
export function siteDesign(
  siteIds: readonly string[],
  outcome: readonly number[],
  predictors: ReadonlyMap<string, Variable>,
): MixedDesign {
  const { matrix } = modelMatrix(
    predictors,
    [...predictors.keys()].map((name) => [name]),
  );
  const levels = [...new Set(siteIds)];
  const codes = new Map(levels.map((siteId, code) => [siteId, code]));
  const columns = [{ name: "(Intercept)", values: new Float64Array(outcome.length).fill(1) }];
  return {
    y: Float64Array.from(outcome),
    x: matrix,
    terms: [
      {
        group: "site",
        codes: Int32Array.from(siteIds, (siteId) => codes.get(siteId) ?? 0),
        levels: levels.length,
        columns,
      },
    ],
  };
}
