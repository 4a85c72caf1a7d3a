import { writeCsv, writeCsvCell } from "../csv/write";

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
export function writeReleaseRows(columns: ReadonlySet<ReleaseColumn>, lines: Iterable<ReleaseLine>): string {
  return [...writeReleasePieces(columns, lines)].join("");
}

/** Characters after which a piece is handed on. */
const PIECE = 65_536;

/** The same piece by piece, so that a million lines are never in memory at once. */
export function* writeReleasePieces(
  columns: ReadonlySet<ReleaseColumn>,
  lines: Iterable<ReleaseLine>,
): Generator<string> {
  const own = RELEASE_COLUMNS.filter((column) => columns.has(column));
  // Words come again and again, and each is made safe once.
  const cells = new Map<string, string>();
  const cell = (value: string | number | null) => {
    if (value === null) return "";
    if (typeof value === "number") return String(value);
    const known = cells.get(value) ?? writeCsvCell(value);
    if (cells.size < MOST_WORDS) cells.set(value, known);
    return known;
  };
  let piece = writeCsv([own]);
  for (const line of lines) {
    for (let at = 0; at < own.length; at += 1) {
      const column = own[at];
      piece += at === 0 ? "" : ",";
      if (column !== undefined) piece += cell(line[column]);
    }
    piece += "\r\n";
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}

/** As many different words are remembered; a file has a few hundred. */
const MOST_WORDS = 10_000;
