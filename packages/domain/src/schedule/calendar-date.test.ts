import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, daysBetween, isCalendarDate, todayIn } from "./calendar-date";

describe("isCalendarDate", () => {
  it.each(["2024-02-29", "2000-02-29", "2025-12-31", "0001-01-01"])("accepts %s", (text) => {
    expect(isCalendarDate(text)).toBe(true);
  });
  it.each(["2023-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "2025-1-1", "01-02-2025", ""])(
    "refuses %j",
    (text) => {
      expect(isCalendarDate(text)).toBe(false);
    },
  );
});

describe("addDays", () => {
  it.each([
    ["2025-01-31", 1, "2025-02-01"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2023-02-28", 1, "2023-03-01"],
    ["2024-12-31", 1, "2025-01-01"],
    ["2024-03-01", -1, "2024-02-29"],
    ["2024-01-01", 366, "2025-01-01"],
    // Clocks change in most of Europe on this day; a date does not care.
    ["2025-03-30", 1, "2025-03-31"],
  ])("%s and %i days is %s", (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });

  it("refuses what is not a date or not a whole number of days", () => {
    expect(() => addDays("2023-02-29", 1)).toThrow(RangeError);
    expect(() => addDays("2023-02-28", 0.5)).toThrow(RangeError);
  });

  it("is undone by daysBetween, and later dates sort later as text", () => {
    const start = fc.integer({ min: -200_000, max: 200_000 }).map((days) => addDays("1970-01-01", days));
    fc.assert(
      fc.property(start, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        const other = addDays(date, days);
        expect(daysBetween(date, other)).toBe(days);
        expect(other > date).toBe(days > 0);
      }),
    );
  });
});

describe("addMonths", () => {
  it.each([
    ["2025-01-15", 3, "2025-04-15"],
    ["2025-01-31", 1, "2025-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2025-11-30", 3, "2026-02-28"],
    ["2025-12-31", 2, "2026-02-28"],
    ["2025-03-31", -1, "2025-02-28"],
    ["2025-01-15", -1, "2024-12-15"],
    ["2025-05-31", 0, "2025-05-31"],
    ["2025-01-01", 120, "2035-01-01"],
  ])("%s and %i months is %s", (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it("refuses what is not a date or not a whole number of months", () => {
    expect(() => addMonths("2023-02-29", 1)).toThrow(RangeError);
    expect(() => addMonths("2023-02-28", 0.5)).toThrow(RangeError);
  });
});

describe("todayIn", () => {
  it.each([
    ["UTC", "2025-06-30T23:59:59Z", "2025-06-30"],
    ["Asia/Jakarta", "2025-06-30T17:00:00Z", "2025-07-01"],
    ["Asia/Jakarta", "2025-06-30T16:59:59Z", "2025-06-30"],
    ["America/New_York", "2025-03-09T04:59:59Z", "2025-03-08"],
    ["America/New_York", "2025-03-10T03:59:59Z", "2025-03-09"],
    ["America/New_York", "2025-03-10T04:00:00Z", "2025-03-10"],
    ["Pacific/Kiritimati", "2024-12-31T10:00:00Z", "2025-01-01"],
    ["Pacific/Niue", "2025-01-01T10:59:59Z", "2024-12-31"],
    ["Asia/Kathmandu", "2024-02-28T18:15:00Z", "2024-02-29"],
    // Samoa skipped 30 December 2011 altogether.
    ["Pacific/Apia", "2011-12-30T09:59:59Z", "2011-12-29"],
    ["Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31"],
  ])("in %s at %s it is %s", (zone, instant, expected) => {
    expect(todayIn(zone, new Date(instant))).toBe(expected);
  });

  it("refuses an unknown zone", () => {
    expect(() => todayIn("Mars/Olympus", new Date(0))).toThrow(RangeError);
  });
});
