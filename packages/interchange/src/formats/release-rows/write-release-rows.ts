import { writeCsv } from "../csv/write";

/** Columns in their order. Names are English in every language, because programs read them. */
export const RELEASE_COLUMNS = [
  "person",
  "cohort",
  "site",
  "standing",
  "timepoint",
  "day",
  "date",
  "measure",
  "version",
  "score",
  "missing",
] as const;
export type ReleaseColumn = (typeof RELEASE_COLUMNS)[number];

/** Why there is no score: the form was due and is not there, or cannot be scored; "missing" where the reasons are not to be told apart. */
export type MissingCode = "not-measured" | "incomplete" | "not-applicable" | "missing";

/** One line. A day is the number of days after the person's own baseline; a date is "YYYY-MM-DD". */
export interface ReleaseLine {
  readonly person: number;
  readonly cohort: string;
  readonly site: string;
  readonly standing: string;
  readonly timepoint: string;
  readonly day: number | null;
  readonly date: string | null;
  readonly measure: string;
  readonly version: string;
  /** Null exactly where `missing` says why. */
  readonly score: number | null;
  readonly missing: MissingCode | "";
}

/**
 * Scores as CSV. A score that does not exist is an empty cell with its reason beside it, never zero.
 * @param columns those that this file has; others are not in it at all
 */
export function writeReleaseRows(columns: ReadonlySet<ReleaseColumn>, lines: readonly ReleaseLine[]): string {
  const own = RELEASE_COLUMNS.filter((column) => columns.has(column));
  return writeCsv([own, ...lines.map((line) => own.map((column) => String(line[column] ?? "")))]);
}
