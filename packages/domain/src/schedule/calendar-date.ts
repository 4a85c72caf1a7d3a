/**
 * A day of the proleptic Gregorian calendar as "YYYY-MM-DD", without time or zone. The written form sorts by time, so
 * dates are compared as text.
 */
export type CalendarDate = string;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLISECONDS_PER_DAY = 86_400_000;

/** Days since 1970-01-01, or null where the text is not a real day: wrong form, month 13, 30 February. */
function dayNumber(text: string): number | null {
  const match = PATTERN.exec(text);
  if (!match) return null;
  // UTC has no clock changes, so every day is 86,400 seconds. setUTCFullYear because Date.UTC reads years 0-99 as 19xx.
  const date = new Date(0);
  date.setUTCFullYear(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return write(date) === text ? date.getTime() / MILLISECONDS_PER_DAY : null;
}

function write(date: Date): CalendarDate {
  const year = String(date.getUTCFullYear()).padStart(4, "0");
  const month = String(date.getUTCMonth() + 1).padStart(2, "0");
  return `${year}-${month}-${String(date.getUTCDate()).padStart(2, "0")}`;
}

function requireDayNumber(text: string): number {
  const day = dayNumber(text);
  if (day === null) throw new RangeError(`Not a calendar date: ${text}`);
  return day;
}

/** True for a day that exists, written "YYYY-MM-DD". */
export function isCalendarDate(text: string): boolean {
  return dayNumber(text) !== null;
}

/**
 * The date a whole number of days later (or earlier, when negative).
 * @throws RangeError when `date` is not a calendar date or `days` is not an integer.
 */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  if (!Number.isInteger(days)) throw new RangeError(`Not a whole number of days: ${days}`);
  return write(new Date((requireDayNumber(date) + days) * MILLISECONDS_PER_DAY));
}

/**
 * Whole days from `from` to `to`; negative when `to` comes first.
 * @throws RangeError when either is not a calendar date.
 */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return requireDayNumber(to) - requireDayNumber(from);
}

/** Making a formatter costs a hundred times what using it does, and a programme has one time zone. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  formatters.set(timeZone, made);
  return made;
}

/**
 * The calendar date that clocks in an IANA time zone ("Asia/Jakarta") show at an instant.
 * @throws RangeError when the zone is unknown to the runtime.
 */
export function todayIn(timeZone: string, instant: Date): CalendarDate {
  const parts = formatterFor(timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((entry) => entry.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}

/**
 * The same day a number of months later (or earlier, when negative); the last day of the month where it has no such
 * day: 31 January and one month is 28 or 29 February.
 * @throws RangeError when `date` is not a calendar date or `months` is not an integer.
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  if (!Number.isInteger(months)) throw new RangeError(`Not a whole number of months: ${months}`);
  const start = new Date(requireDayNumber(date) * MILLISECONDS_PER_DAY);
  const day = start.getUTCDate();
  start.setUTCDate(1);
  start.setUTCMonth(start.getUTCMonth() + months);
  const monthEnd = new Date(start);
  monthEnd.setUTCMonth(monthEnd.getUTCMonth() + 1, 0);
  start.setUTCDate(Math.min(day, monthEnd.getUTCDate()));
  return write(start);
}
