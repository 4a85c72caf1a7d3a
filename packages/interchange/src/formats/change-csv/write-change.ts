import { formatRounded, type RoundingPolicy } from "@alongside/domain/display/rounding";
import { writeCsv } from "../csv/write";

/** The columns of the Change table in their order, and how the numbers in them are rounded. */
export const CHANGE_COLUMNS = {
  domain: "text",
  measure: "text",
  instrument: "text",
  cohort: "text",
  timepoint: "text",
  nEnrolled: "count",
  nBaseline: "count",
  nPaired: "count",
  /** What means, shares and changes are in. */
  unit: "text",
  meanBefore: "mean",
  meanAfter: "mean",
  meanChange: "mean",
  intervalLow: "mean",
  intervalHigh: "mean",
  standardised: "effect",
  standardisedLow: "effect",
  standardisedHigh: "effect",
  direction: "text",
  withoutBaseline: "count",
  lost: "count",
  unscored: "count",
  method: "text",
  threshold: "text",
  claim: "text",
  standing: "text",
  pValue: "p",
  adjusted: "p",
  family: "text",
  familyTests: "count",
  computedAt: "text",
  /** First digits of the hash of the data set that was frozen; empty for the records as they were. */
  snapshot: "text",
  site: "text",
  dataLabel: "text",
} as const satisfies Record<string, RoundingPolicy | "text">;
export type ChangeColumn = keyof typeof CHANGE_COLUMNS;

/** What a cell of the table shows: a number, or words instead of one (suppressed, too few people, no value). */
export type ChangeCell =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "words"; readonly text: string };
type TextColumn = { [K in ChangeColumn]: (typeof CHANGE_COLUMNS)[K] extends "text" ? K : never }[ChangeColumn];

/** One line of the table as shown: names and words in the reader's language, numbers unrounded. */
export type ChangeRow = { readonly [K in ChangeColumn]: K extends TextColumn ? string : ChangeCell };

export interface ChangeCsv {
  /** Headings in the reader's language. */
  readonly headings: Readonly<Record<ChangeColumn, string>>;
  readonly rows: readonly ChangeRow[];
}

const COLUMNS = Object.keys(CHANGE_COLUMNS) as ChangeColumn[];

/**
 * The Change table as CSV, rounded as on the page, with a decimal point and no thousands separators so that statistics
 * programs read it. The caller hands over what the page shows: suppression has happened before.
 */
export function writeChangeCsv({ headings, rows }: ChangeCsv): string {
  return writeCsv([
    COLUMNS.map((column) => headings[column]),
    ...rows.map((row) => COLUMNS.map((column) => writeCell(row[column], CHANGE_COLUMNS[column]))),
  ]);
}

function writeCell(cell: string | ChangeCell, policy: RoundingPolicy | "text"): string {
  if (typeof cell === "string") return cell;
  if (cell.kind === "words") return cell.text;
  return policy === "text" ? String(cell.value) : formatRounded(cell.value, policy, "en", { useGrouping: false });
}
