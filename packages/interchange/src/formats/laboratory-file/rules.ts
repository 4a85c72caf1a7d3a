/** Every way in which a row of a laboratory's file can be refused, beyond those of the table it stands in. */
export const LABORATORY_ROW_RULES = [
  /** A cell that is needed is empty. field. */
  "missing",
  /** Not eight symbols. */
  "code-length",
  /** A character no code contains. values: position. */
  "code-symbol",
  /** The check symbols do not fit. values: position, where one character looks wrong. */
  "code-check",
  /** Not a day of the calendar in the chosen notation. values: format. */
  "day",
  /** A word the mapping gives no meaning. field; values: text. */
  "unknown-word",
  /** The result is not understood. values: reason (of `UNPARSED_REASONS`). */
  "unparsed",
  /** Not a number, or one that can be read in two ways. */
  "number",
  /** A unit that this kind of result is not reported in. values: text. */
  "other-unit",
  /** The result's cell states one unit and the column of units another: nobody can say which of them is right. */
  "two-units",
  /** A reason for rejection or failure beside a result with a number, or both at once. */
  "result-and-no-result",
  /** Somebody has said that this print is no result. */
  "left-out",
  /** The print can be read in more than one way. values: question (of `QUESTIONS`). */
  "question",
] as const;
export type LaboratoryRowRule = (typeof LABORATORY_ROW_RULES)[number];

/** Ways in which a file does not fit its laboratory's mapping as a whole. */
export const LABORATORY_FILE_RULES = [
  /** The mapping names a column that the file does not have. column. */
  "column-not-found",
  /** params: limit. */
  "too-many-rows",
] as const;
