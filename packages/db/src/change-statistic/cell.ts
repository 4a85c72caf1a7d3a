/**
 * Sums over the people of one site x cohort x measure x timepoint. `n`, `sum` and `sumSquares` are over people scored at
 * the timepoint; `unscored` counts people who answered without a computable score; `pairs` and the x and y sums are over
 * people scored both at baseline (x) and at this timepoint (y). Sums are exact decimal text without trailing zeros.
 */
export interface StoredCell {
  readonly siteId: string;
  readonly cohortId: string;
  /** A score measure, or "@enrolled" for the number of people enrolled. */
  readonly measure: string;
  readonly timepointId: string;
  readonly n: number;
  readonly unscored: number;
  readonly pairs: number;
  readonly sum: string;
  readonly sumSquares: string;
  readonly sumX: string;
  readonly sumY: string;
  readonly sumXX: string;
  readonly sumYY: string;
  readonly sumXY: string;
}

/** Measure under which the number of people enrolled is kept. */
export const ENROLLED_MEASURE = "@enrolled";

/** Timepoint of cells that belong to none. */
export const NO_TIMEPOINT_ID = "00000000-0000-0000-0000-000000000000";
