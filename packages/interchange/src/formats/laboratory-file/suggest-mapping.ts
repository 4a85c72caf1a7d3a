import {
  LABORATORY_DATE_FORMATS,
  LABORATORY_FIELDS,
  type LaboratoryDateFormat,
  type LaboratoryField,
  type LaboratoryMapping,
  laboratoryMappingSchema,
} from "./mapping";
import { parseDay } from "./parse-day";
import { COMMON_COLUMNS } from "./words.data";

/** What the head of a file suggests. */
export interface SuggestedMapping {
  /** Null while a needed column was not found. */
  readonly mapping: LaboratoryMapping | null;
  readonly columnsFound: Readonly<Partial<Record<LaboratoryField, string>>>;
}

const DAYS = ["collectedOn", "receivedOn", "testedOn", "returnedOn"] as const;

/**
 * Proposes a mapping from the names of the columns and the first rows. A notation of days is proposed only where all days
 * shown allow no other; decimal mark, unit and assay are for a person to say.
 */
export function suggestMapping(header: readonly string[], rows: readonly (readonly string[])[]): SuggestedMapping {
  const keys = header.map(plain);
  const columnsFound: Partial<Record<LaboratoryField, string>> = {};
  for (const field of LABORATORY_FIELDS) {
    const known: readonly string[] = COMMON_COLUMNS[field];
    // The names are in the order of their likelihood.
    const name = known.find((one) => keys.includes(one));
    const column = name === undefined ? undefined : header[keys.indexOf(name)];
    if (column !== undefined && !Object.values(columnsFound).includes(column)) columnsFound[field] = column;
  }
  const days = DAYS.flatMap((field) => {
    const at = header.indexOf(columnsFound[field] ?? "");
    return at < 0 ? [] : rows.map((row) => (row[at] ?? "").trim()).filter((cell) => cell !== "");
  });
  const dateFormat = onlyFormat(days);
  const parsed = laboratoryMappingSchema.safeParse({
    columns: columnsFound,
    ...(dateFormat === undefined ? {} : { dateFormat }),
  });
  return { mapping: parsed.success ? parsed.data : null, columnsFound };
}

function onlyFormat(days: readonly string[]): LaboratoryDateFormat | undefined {
  if (days.length === 0) return undefined;
  const fitting = LABORATORY_DATE_FORMATS.filter((format) => days.every((day) => parseDay(day, format) !== undefined));
  const [format, ...others] = fitting;
  // Days of ISO 8601 are understood under every notation.
  return fitting.length === LABORATORY_DATE_FORMATS.length || others.length === 0 ? format : undefined;
}

function plain(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_./()#:-]/g, "");
}
