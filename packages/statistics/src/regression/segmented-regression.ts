import { areFinite, type Estimate, type InsufficientData, insufficient, tooFew } from "../estimate";
import { modelMatrix } from "../model-matrix/model-matrix";
import type { Variable } from "../model-matrix/variable";
import { coefficientEstimates } from "./coefficient-estimates";
import { linearModel } from "./linear-model";
import { neweyWestCovariance } from "./newey-west";

const PROVENANCE = { statistic: "regression/segmented-regression", version: 1 } as const;
/** Points needed on each side of the interruption. */
const EACH_SIDE = 8;

export interface SegmentedRegression {
  readonly kind: "segmented-regression";
  /** Trend per unit of time before the interruption. */
  readonly slopeBefore: Estimate;
  /** Jump at the first point after the interruption, against the continued trend. */
  readonly levelChange: Estimate;
  /** How much steeper the trend is afterwards. */
  readonly slopeChange: Estimate;
}

/**
 * Interrupted time series: a straight line before an interruption, and another after it, with Newey-West errors.
 * Source: Wagner, Soumerai, Zhang and Ross-Degnan (2002), J Clin Pharm Ther 27, 299-309.
 * R: lm(y ~ time + after + since) with sandwich::NeweyWest(lag, prewhite = FALSE, adjust = TRUE), since = time from the
 * first point afterwards.
 * @param y one value per time, in order
 * @param firstAfter position in y, from 0, of the first value after the interruption
 * @param lag of the Newey-West errors
 * @returns insufficient data with fewer than 8 values on either side
 */
export function segmentedRegression(
  y: readonly number[],
  firstAfter: number,
  lag?: number,
  level = 0.95,
): SegmentedRegression | InsufficientData {
  const n = y.length;
  if (!areFinite(y)) return insufficient("not-finite", n);
  const fewer = Math.min(firstAfter, n - firstAfter);
  if (fewer < EACH_SIDE) return tooFew(EACH_SIDE, Math.max(0, fewer));
  const numeric = (value: (time: number) => number): Variable => ({
    kind: "numeric",
    values: y.map((_, t) => value(t)),
  });
  const variables = new Map([
    ["time", numeric((time) => time)],
    ["after", numeric((time) => (time >= firstAfter ? 1 : 0))],
    ["since", numeric((time) => Math.max(0, time - firstAfter))],
  ]);
  const model = linearModel(modelMatrix(variables, [["time"], ["after"], ["since"]]), y);
  if (model.kind === "insufficient-data") return model;
  const covariance = neweyWestCovariance(model, lag);
  const { names, coefficients, degreesOfFreedom } = model;
  const figures = { names, coefficients, covariance, n };
  const found = coefficientEstimates(figures, degreesOfFreedom, "newey-west", PROVENANCE, level);
  const estimate = (name: string) =>
    found.find((one) => one.name === name)?.estimate ?? insufficient("not-identifiable", n);
  return {
    kind: "segmented-regression",
    slopeBefore: estimate("time"),
    levelChange: estimate("after"),
    slopeChange: estimate("since"),
  };
}
