import type { CalendarDate } from "../schedule/calendar-date";
import type { EntryProblem } from "./entry-problem";

/** The four dates of a result, in the order in which they happen. */
export interface ResultDates {
  readonly collectedOn: CalendarDate;
  readonly receivedOn: CalendarDate | null;
  readonly testedOn: CalendarDate | null;
  readonly returnedOn: CalendarDate | null;
}

/** Nobody was tested before there was a test: the year was typed wrongly. */
export const EARLIEST_RESULT: CalendarDate = "1985-01-01";

const ORDER = ["collectedOn", "receivedOn", "testedOn", "returnedOn"] as const;

/**
 * Dates that cannot be: after today, before there was any test, or before something that comes first. Dates left out are passed over; the same
 * day is in order.
 * @param today the date in the programme's time zone
 */
export function dateProblems(dates: ResultDates, today: CalendarDate): readonly EntryProblem[] {
  const problems: EntryProblem[] = [];
  let before: { readonly field: string; readonly date: CalendarDate } | null = null;
  for (const field of ORDER) {
    const date = dates[field];
    if (date === null) continue;
    if (date < EARLIEST_RESULT)
      problems.push({ field, rule: "date-too-early", values: { date, earliest: EARLIEST_RESULT } });
    if (date > today) problems.push({ field, rule: "date-in-future", values: { date, today } });
    if (before !== null && date < before.date) {
      problems.push({
        field,
        rule: "date-out-of-order",
        values: { date, before: before.date, beforeField: before.field },
      });
    }
    // The latest so far, so that one early date among later ones is named, and not all that follow it.
    if (before === null || date >= before.date) before = { field, date };
  }
  return problems;
}
