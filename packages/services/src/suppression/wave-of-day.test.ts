import { expect, it } from "vitest";
import { type PlannedDays, waveOfDay } from "./wave-of-day";

const wave = (id: string, targetDay: number, daysBefore: number, daysAfter: number): PlannedDays => {
  return { id, targetDay, daysBefore, daysAfter };
};
const WAVES = [wave("baseline", 0, 14, 30), wave("end", 90, 45, 45), wave("half-year", 180, 60, 30)];

it.each([
  [-1, null],
  [0, "baseline"],
  [30, "baseline"],
  [31, null],
  [44, null],
  [45, "end"],
  // Both windows are open: 134 is 44 days from one and 46 from the other.
  [134, "end"],
  // As near to both: the one planned first.
  [135, "end"],
  [136, "half-year"],
  [210, "half-year"],
  [211, null],
])("day %i counts for %s", (day, expected) => {
  expect(waveOfDay(day, WAVES)).toBe(expected);
});
