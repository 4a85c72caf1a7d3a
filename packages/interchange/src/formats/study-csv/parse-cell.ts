import type { DateFormat } from "./mapping";

const PLAIN_NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * A cell as a number, or undefined when it is not one in the chosen notation. No thousands separators: "1,234" may be
 * either of two numbers, and the file has to say which.
 */
export function parseNumber(cell: string, decimalMark: "." | ","): number | undefined {
  if (decimalMark === "," && cell.includes(".")) return undefined;
  const plain = decimalMark === "," ? cell.replace(",", ".") : cell;
  if (!PLAIN_NUMBER.test(plain)) return undefined;
  const value = Number(plain);
  if (!Number.isFinite(value)) return undefined;
  // "-0" is zero.
  return value === 0 ? 0 : value;
}

const DATE_PATTERNS = {
  "yyyy-mm-dd": /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  "yyyy/mm/dd": /^(?<year>\d{4})\/(?<month>\d{1,2})\/(?<day>\d{1,2})$/,
  "dd/mm/yyyy": /^(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4})$/,
  "mm/dd/yyyy": /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})$/,
  "dd.mm.yyyy": /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})$/,
} as const satisfies Record<DateFormat, RegExp>;

/** A cell as an ISO day (yyyy-mm-dd), or undefined when it is no day of the calendar in the chosen notation. */
export function parseDate(cell: string, format: DateFormat): string | undefined {
  const parts = DATE_PATTERNS[format].exec(cell)?.groups;
  if (parts === undefined) return undefined;
  const iso = `${parts.year}-${parts.month?.padStart(2, "0")}-${parts.day?.padStart(2, "0")}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso) return undefined;
  return iso;
}
