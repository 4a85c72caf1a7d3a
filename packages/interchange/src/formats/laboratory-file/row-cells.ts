import { type RowRefusal, refusal } from "./laboratory-row";
import { LABORATORY_FIELDS, type LaboratoryField, type LaboratoryMapping } from "./mapping";
import { parseDay } from "./parse-day";

/** The cells of one row by field. */
export interface RowCells {
  /** Trimmed; empty where the mapping has no such column or the cell says nothing. */
  readonly text: (field: LaboratoryField) => string;
  /** The day of a field; null where there is none. */
  readonly day: (field: LaboratoryField) => string | null | RowRefusal;
}

const NO_COLUMNS = {
  ...{ receivedOn: undefined, testedOn: undefined, returnedOn: undefined, kind: undefined, unit: undefined },
  ...{ specimen: undefined, assay: undefined, reason: undefined, rejection: undefined, failure: undefined },
  site: undefined,
};

/** Finds the cells of every row of a file. `missing`: columns of the mapping that the file does not have. */
export function cellFinder(header: readonly string[], mapping: LaboratoryMapping) {
  const columns: Readonly<Record<LaboratoryField, string | undefined>> = { ...NO_COLUMNS, ...mapping.columns };
  const missing: string[] = [];
  const places = new Map<LaboratoryField, number>();
  const names = header.map(columnKey);
  for (const field of LABORATORY_FIELDS) {
    const name = columns[field];
    if (name === undefined) continue;
    const at = names.indexOf(columnKey(name));
    if (at < 0) missing.push(name);
    else places.set(field, at);
  }
  const nothing = new Set(mapping.missing.map(wordKey));
  const { dateFormat } = mapping;
  const cellsOf = (cells: readonly string[]): RowCells => {
    const text = (field: LaboratoryField): string => {
      const at = places.get(field);
      const cell = at === undefined ? "" : (cells[at] ?? "").trim();
      return nothing.has(wordKey(cell)) ? "" : cell;
    };
    const day = (field: LaboratoryField): string | null | RowRefusal => {
      const cell = text(field);
      if (cell === "") return null;
      return parseDay(cell, dateFormat) ?? refusal(field, "day", { format: dateFormat, text: cell.slice(0, 40) });
    };
    return { text, day };
  };
  return { missing, cellsOf };
}

/** A column's name as it is compared: capitals and spaces at the ends or between words do not matter. */
function columnKey(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, " ");
}

/** A word as it is compared. */
export function wordKey(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase().replace(/\s+/g, " ");
}
