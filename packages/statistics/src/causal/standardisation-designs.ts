import { createMatrix, type Matrix, multiplyVector } from "../linear-algebra/matrix";
import { modelMatrix } from "../model-matrix/model-matrix";
import type { Variable } from "../model-matrix/variable";
import { binomial } from "../regression/families";
import { reweightedLeastSquares } from "../regression/reweighted-least-squares";
import type { RowStatistic } from "../resampling/resample-range";

/** Name of the exposure among the variables of the model. */
const EXPOSURE = "exposure";

export interface StandardisationData {
  /** 1 for yes, 0 for no. */
  readonly outcome: readonly number[];
  /** 1 for exposed, 0 for not. */
  readonly exposure: readonly number[];
  readonly covariates: ReadonlyMap<string, Variable>;
  /** Names of covariates whose effect may differ between exposed and unexposed. */
  readonly interactions?: readonly string[];
}

/** Columns of the outcome's regression as people were, with everybody exposed, and with nobody. */
export interface StandardisationDesigns {
  readonly observed: Matrix;
  readonly exposed: Matrix;
  readonly unexposed: Matrix;
}

/**
 * The columns of the model in the three states of the exposure.
 * @throws RangeError for unequal lengths, an outcome or exposure other than 0 and 1, an unknown interaction, and a covariate
 *   called "exposure"
 */
export function standardisationDesigns(data: StandardisationData): StandardisationDesigns {
  const { outcome, exposure, covariates, interactions = [] } = data;
  for (const [name, values] of Object.entries({ outcome, exposure })) {
    if (!values.every((value) => value === 0 || value === 1)) throw new RangeError(`The ${name} is not 0 or 1`);
  }
  if (outcome.length !== exposure.length) throw new RangeError("Lists of unequal length");
  if (covariates.has(EXPOSURE)) throw new RangeError(`A covariate called ${EXPOSURE}`);
  const names = [...covariates.keys()];
  const terms = [[EXPOSURE], ...names.map((name) => [name]), ...interactions.map((name) => [EXPOSURE, name])];
  const design = (values: readonly number[]) =>
    modelMatrix(new Map<string, Variable>([[EXPOSURE, { kind: "numeric", values }], ...covariates]), terms).matrix;
  return {
    observed: design(exposure),
    exposed: design(exposure.map(() => 1)),
    unexposed: design(exposure.map(() => 0)),
  };
}

/**
 * Risk as exposed, risk as unexposed, their difference and the logarithm of their ratio, in this order: `standardisedRisks`
 * as a statistic of rows, for the bootstrap of people or of clusters, with the regression fitted anew each time.
 * @throws RangeError as `standardisationDesigns`
 */
export function standardisedRisksStatistic(data: StandardisationData): RowStatistic {
  const designs = standardisationDesigns(data);
  return {
    figures: 4,
    compute: (rows) => {
      const y = Array.from(rows, (row) => data.outcome[row] ?? 0);
      const weights = new Float64Array(rows.length).fill(1);
      const task = { y, family: binomial(), weights, offset: new Float64Array(rows.length) };
      const fit = reweightedLeastSquares(drawRows(designs.observed, rows), task);
      if (typeof fit === "string") return null;
      const riskIn = (design: Matrix) => {
        const predictors = multiplyVector(drawRows(design, rows), fit.coefficients);
        return predictors.reduce((sum, predictor) => sum + 1 / (1 + Math.exp(-predictor)), 0) / rows.length;
      };
      const [exposed, unexposed] = [riskIn(designs.exposed), riskIn(designs.unexposed)];
      return [exposed, unexposed, exposed - unexposed, Math.log(exposed / unexposed)];
    },
  };
}

function drawRows(a: Matrix, rows: Int32Array): Matrix {
  const result = createMatrix(rows.length, a.columns);
  rows.forEach((row, target) => {
    result.values.set(a.values.subarray(row * a.columns, (row + 1) * a.columns), target * a.columns);
  });
  return result;
}
