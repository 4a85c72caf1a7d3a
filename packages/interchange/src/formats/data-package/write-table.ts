import { writeCsvRow } from "../csv/write";
import { missingValue } from "./data-package";
import type { Cell, Table } from "./tables-of";

/**
 * A table as CSV that programs read: UTF-8 without a byte order mark, a missing score as its code, nothing as nothing.
 * @param lowest the number below which the codes lie
 */
export function writeTable({ variables, rows }: Table, lowest: number): string {
  const head = writeCsvRow(variables.map(({ name }) => name));
  return head + rows.map((row) => writeCsvRow(row.map((cell) => cellText(cell, lowest)))).join("");
}

function cellText(cell: Cell, lowest: number): string {
  if (cell === null) return "";
  if (typeof cell === "object") return String(missingValue(cell.missing, lowest));
  return String(cell);
}
