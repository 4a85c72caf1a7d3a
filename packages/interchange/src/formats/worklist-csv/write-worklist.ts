import type { ResultState } from "@alongside/domain/viral-load/measurement";
import { writeCsv } from "../csv/write";

/** What a line says, in the order of the columns. */
export const WORKLIST_COLUMNS = [
  "code",
  "site",
  "on",
  "days",
  "kind",
  "collectedOn",
  "state",
  "comparator",
  "value",
  "unit",
  "specimen",
  "treatmentStartedOn",
  "counsellingSince",
  "sessions",
  "repeatedOn",
  "ground",
  "pendingSince",
] as const;
export type WorklistColumn = (typeof WORKLIST_COLUMNS)[number];
export type WorklistState = ResultState;

/** One line: days as "YYYY-MM-DD", the number as it was reported, words in the reader's language; nothing where nothing is. */
export type WorklistLine = Readonly<Partial<Record<WorklistColumn, string | number | null>>>;

export interface WorklistCsv {
  /** Headings in the reader's language. */
  readonly headings: Readonly<Record<WorklistColumn, string>>;
  readonly columns: readonly WorklistColumn[];
  readonly lines: readonly WorklistLine[];
}

/** A worklist as CSV. A cell without anything is empty, never zero. */
export function writeWorklistCsv({ headings, columns, lines }: WorklistCsv): string {
  return writeCsv([
    columns.map((column) => headings[column]),
    ...lines.map((line) => columns.map((column) => cellText(line[column]))),
  ]);
}

function cellText(cell: string | number | null | undefined): string {
  return String(cell ?? "");
}
