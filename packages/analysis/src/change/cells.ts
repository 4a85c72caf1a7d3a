/** Measure under which the number of people enrolled is kept, so that one read brings everything a dashboard needs. */
export const ENROLLED_MEASURE = "@enrolled";
/** Timepoint of cells that belong to none: a valid, impossible id, because the column is part of a primary key. */
export const NO_TIMEPOINT = "00000000-0000-0000-0000-000000000000";

/** Numbers of people in a cell. */
export const CELL_COUNTS = ["n", "unscored", "pairs"] as const;
/** Sums in a cell: exact decimal text, in the units of the measure or their squares. */
export const CELL_SUMS = ["sum", "sumSquares", "sumX", "sumY", "sumXX", "sumYY", "sumXY"] as const;

export interface CellKey {
  readonly siteId: string;
  readonly cohortId: string;
  /** `${instrument}/${scale}`, `measure/${code}` or "@enrolled". */
  readonly measure: string;
  readonly timepointId: string;
}

/**
 * Everything the change statistics need to know about one site x cohort x measure x timepoint. Cells add up: over
 * sites, over people, over saves. `n`, `sum`, `sumSquares` are over people scored at the timepoint; `unscored` counts
 * people who answered but whose score could not be computed; `pairs` and the x and y sums are over people scored both
 * at the baseline (x) and at this timepoint (y). At the baseline itself x = y.
 */
export type ChangeCell = CellKey &
  Readonly<Record<(typeof CELL_COUNTS)[number], number>> &
  Readonly<Record<(typeof CELL_SUMS)[number], string>>;
