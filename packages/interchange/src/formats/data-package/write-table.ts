import { writeCsvRow } from "../csv/write";
import { missingValue } from "./data-package";
import type { Cell, Table } from "./tables-of";

/** Rows are handed on in pieces of about so many characters. */
const PIECE = 65_536;

/**
 * A table as CSV that programs read, in pieces: UTF-8 without a byte order mark, a missing score as its code, nothing as nothing.
 * @param lowest the number below which the codes lie
 */
export function* writeTable({ variables, rows }: Table, lowest: number): Generator<string> {
  let piece = writeCsvRow(variables.map(({ name }) => name));
  for (const row of rows) {
    piece += writeCsvRow(row.map((cell) => cellText(cell, lowest)));
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}

function cellText(cell: Cell, lowest: number): string {
  if (cell === null) return "";
  if (typeof cell === "object") return String(missingValue(cell.missing, lowest));
  return String(cell);
}
