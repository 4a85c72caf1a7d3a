import { areFinite, type Estimate, insufficient, tooFew } from "../estimate";
import { createMatrix, multiplyVector } from "../linear-algebra/matrix";
import { entry } from "../linear-algebra/vector";
import type { ModelMatrix } from "../model-matrix/model-matrix";
import { waldEstimate } from "../regression/coefficient-estimates";
import { binomial, gaussian } from "../regression/families";
import { generalisedLinearModel } from "../regression/generalised-linear-model";
import { keepColumns } from "../regression/linear-model";
import { propensityScore } from "./propensity-score";

const PROVENANCE = { statistic: "weighting/doubly-robust", version: 1 } as const;

/**
 * What the mean outcome of everyone would be with the treatment less what it would be without, by augmented inverse
 * probability weighting: right when either the model of the treatment or that of the outcome is.
 *
 * Outcomes are predicted for everyone by a regression in each group, and corrected by the weighted residuals; the standard
 * error is that of the mean of the influence function, with a normal interval.
 * Source: Lunceford and Davidian (2004), Stat Med 23, 2937-2960. R: written out with glm() in reference/weighting.R.
 * @param design of both models, from variables known before the treatment
 * @param kind "continuous", or "binary" for outcomes of 0 and 1, whose difference is one of risks
 */
export function doublyRobustDifference(
  outcome: readonly number[],
  treated: readonly boolean[],
  design: ModelMatrix,
  kind: "continuous" | "binary",
  level = 0.95,
): Estimate {
  const n = outcome.length;
  if (n < 2) return tooFew(2, n);
  if (!areFinite(outcome, design.matrix.values)) return insufficient("not-finite", n);
  const propensity = propensityScore(design, treated);
  if (propensity.kind === "insufficient-data") return propensity;
  const withTreatment = predictAll(outcome, treated, true, design, kind);
  const without = predictAll(outcome, treated, false, design, kind);
  if (!(withTreatment instanceof Float64Array)) return withTreatment;
  if (!(without instanceof Float64Array)) return without;
  const influence = Float64Array.from(outcome, (value, row) => {
    const [score, first, second] = [entry(propensity.scores, row), entry(withTreatment, row), entry(without, row)];
    const correction = treated[row] ? (value - first) / score : -(value - second) / (1 - score);
    return first - second + correction;
  });
  const mean = influence.reduce((sum, value) => sum + value, 0) / n;
  const variance = influence.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1) / n;
  if (!Number.isFinite(variance)) return insufficient("out-of-range", n);
  return waldEstimate({
    value: mean,
    variance,
    df: "normal",
    n,
    method: "doubly-robust",
    provenance: PROVENANCE,
    level,
  });
}

/** Everyone's outcome as a regression in one group predicts it. */
function predictAll(
  outcome: readonly number[],
  treated: readonly boolean[],
  group: boolean,
  design: ModelMatrix,
  kind: "continuous" | "binary",
) {
  const rows = treated.flatMap((isTreated, row) => (isTreated === group ? [row] : []));
  const width = design.matrix.columns;
  const matrix = createMatrix(rows.length, width);
  rows.forEach((row, target) => {
    matrix.values.set(design.matrix.values.subarray(row * width, (row + 1) * width), target * width);
  });
  const family = kind === "binary" ? binomial() : gaussian();
  const own = rows.map((row) => outcome[row] ?? 0);
  const model = generalisedLinearModel({ ...design, matrix }, own, family);
  if (model.kind === "insufficient-data") return model;
  const predictor = multiplyVector(keepColumns(design.matrix, model.determined), model.coefficients);
  return predictor.map((value) => family.link.inverse(value));
}
