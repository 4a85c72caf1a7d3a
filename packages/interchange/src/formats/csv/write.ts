import { neutraliseFormula } from "@alongside/domain/display/spreadsheet-formula";
import type { CsvDelimiter } from "./delimiter";

export interface CsvWriteOptions {
  readonly delimiter?: CsvDelimiter;
  /** A byte order mark makes spreadsheet programs read the file as UTF-8. Default true: most exports are opened there. */
  readonly byteOrderMark?: boolean;
}

const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Rows as one delimited text (RFC 4180: CRLF, quotes doubled). Text that a spreadsheet program would run as a formula
 * gets a leading apostrophe; signed numbers stay as they are. The first row is the header. Deterministic.
 */
export function writeCsv(rows: readonly (readonly string[])[], options: CsvWriteOptions = {}): string {
  const delimiter = options.delimiter ?? ",";
  const mark = options.byteOrderMark === false ? "" : BYTE_ORDER_MARK;
  return `${mark}${rows.map((row) => writeCsvRow(row, delimiter)).join("")}`;
}

/** One row with its line ending, for exports that are written row by row. */
export function writeCsvRow(cells: readonly string[], delimiter: CsvDelimiter = ","): string {
  const only = cells.length === 1;
  return `${cells.map((cell) => quote(neutraliseFormula(cell), delimiter, only)).join(delimiter)}\r\n`;
}

/** One cell among others as `writeCsvRow` writes it, for whoever writes the same words many times. */
export function writeCsvCell(cell: string): string {
  return quote(neutraliseFormula(cell), ",", false);
}

function quote(text: string, delimiter: CsvDelimiter, only: boolean): string {
  const plain = !(only && text === "") && !text.includes(delimiter) && !/["\r\n]|^\s|\s$|^\uFEFF/.test(text);
  return plain ? text : `"${text.replaceAll('"', '""')}"`;
}
