import { addDays, isCalendarDate } from "@alongside/domain/schedule/calendar-date";

/** What a typed date says. Anything that could be two days is not understood. */
export type TypedDate =
  | { readonly kind: "none" }
  | { readonly kind: "day"; readonly day: string }
  | { readonly kind: "unclear" };

const WITH_YEAR = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u;
const EIGHT_DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
const DAYS_AGO = /^[-−](\d{1,3})$/u;

/**
 * A date as somebody types it quickly: year-month-day with any separator or none, "t" for today, "y" for yesterday, "-3"
 * for three days ago. A day without its year, or with the year last, could be two days and is not taken.
 *
 * @param today the date in the programme's time zone
 */
export function readTypedDate(text: string, today: string): TypedDate {
  const written = text.normalize("NFKC").trim().toLowerCase();
  if (written === "") return { kind: "none" };
  if (written === "t" || written === "今天" || written === "今") return { kind: "day", day: today };
  if (written === "y" || written === "昨天" || written === "昨") return { kind: "day", day: addDays(today, -1) };
  const ago = DAYS_AGO.exec(written);
  if (ago) return { kind: "day", day: addDays(today, -Number(ago[1])) };
  const parts = WITH_YEAR.exec(written) ?? EIGHT_DIGITS.exec(written);
  if (parts === null) return { kind: "unclear" };
  const [, year = "", month = "", date = ""] = parts;
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return isCalendarDate(day) ? { kind: "day", day } : { kind: "unclear" };
}
