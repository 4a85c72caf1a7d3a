import { z } from "zod";

/** A day without a time, "YYYY-MM-DD", that exists in the calendar. */
export const calendarDate = z.iso.date();

/** The database's day (midnight UTC) for a calendar date. */
export function toDay(date: string): Date {
  return new Date(`${date}T00:00:00.000Z`);
}

/** The calendar date of a day read from the database. */
export function fromDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}
