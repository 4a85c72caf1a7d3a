/** Every rule that a row of a study file can break, beyond those of delimited text itself. */
export const STUDY_RULES = [
  /** The mapping names a column that the file does not have. column. */
  "column-not-found",
  /** The cell that names the participant is empty. */
  "participant-missing",
  /** The cohort cell is empty. */
  "cohort-missing",
  /** The timepoint cell is empty. */
  "timepoint-missing",
  /** The measure cell is empty. */
  "measure-missing",
  "unknown-cohort",
  "unknown-timepoint",
  "unknown-measure",
  /** Not a number in the chosen notation. params: decimalMark. */
  "number",
  /** params: minimum, maximum (numbers, or "none"). */
  "out-of-range",
  /** Not a day of the calendar in the chosen notation. params: format. */
  "date",
  /** Before 1900: a year typed wrong. params: earliest. */
  "date-too-early",
  /** params: today. */
  "date-in-future",
  /** Measured before the participant's baseline. params: firstRow (of the baseline). */
  "before-baseline",
  /** Same participant, timepoint and measure again. params: firstRow. */
  "duplicate",
  /** A second baseline, with another date or another value. params: firstRow. */
  "two-baselines",
  /** One timepoint of one participant on two dates. params: firstRow. */
  "two-dates",
  /** params: firstRow. */
  "participant-in-two-cohorts",
  /** params: firstRow. */
  "participant-in-two-sites",
  /** No value at all was found in the file. */
  "no-values",
  /** Warning: the participant label looks like a name, a telephone number or an e-mail address. params: kind. */
  "personal-data",
] as const;
export type StudyRule = (typeof STUDY_RULES)[number];
