import { isCalendarDate } from "@alongside/domain/schedule/calendar-date";
import type { LaboratoryDateFormat } from "./mapping";

const PATTERNS = {
  "yyyy-mm-dd": /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  "yyyy/mm/dd": /^(?<year>\d{4})\/(?<month>\d{1,2})\/(?<day>\d{1,2})$/,
  "dd/mm/yyyy": /^(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4})$/,
  "mm/dd/yyyy": /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})$/,
  "dd.mm.yyyy": /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})$/,
  "dd-mm-yyyy": /^(?<day>\d{1,2})-(?<month>\d{1,2})-(?<year>\d{4})$/,
  "dd-mmm-yyyy": /^(?<day>\d{1,2})[-/ ](?<month>[a-z]{3,9})[-/ ](?<year>\d{4})$/i,
} as const satisfies Record<LaboratoryDateFormat, RegExp>;

const MONTHS = [
  ...["january", "february", "march", "april", "may", "june"],
  ...["july", "august", "september", "october", "november", "december"],
];
/** The time of day behind a day is not kept. */
const TIME = /[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z| ?[AP]M)?$/i;

/**
 * A cell as a day ("YYYY-MM-DD"), or undefined when it is none in the chosen notation. The notation of ISO 8601, which
 * workbooks' own days come in, is always understood: nothing else can be meant by it.
 */
export function parseDay(cell: string, format: LaboratoryDateFormat): string | undefined {
  const text = cell.normalize("NFKC").trim().replace(TIME, "");
  const parts = (PATTERNS[format].exec(text) ?? PATTERNS["yyyy-mm-dd"].exec(text))?.groups;
  if (parts === undefined) return undefined;
  const { year = "", month = "", day = "" } = parts;
  const named = /^\d/.test(month) ? month : monthNumber(month);
  const iso = `${year}-${named.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCalendarDate(iso) ? iso : undefined;
}

function monthNumber(name: string): string {
  const lower = name.toLowerCase();
  const at = MONTHS.findIndex((month) => month === lower || (lower.length === 3 && month.startsWith(lower)));
  return lower === "sept" ? "9" : String(at + 1);
}
