import { expect, it, test } from "vitest";
import { isBackupDue, lastPlanned } from "./schedule";

/** In the zone of the machine, as the schedule is. */
const at = (text: string) => new Date(`2026-11-${text}`);
const HALF_PAST_TWO = 150;
const due = (now: string, good: string | null, tried: string | null = good) =>
  isBackupDue(at(now), HALF_PAST_TWO, {
    goodAt: good === null ? null : at(good),
    triedAt: tried === null ? null : at(tried),
  });

test("the last planned moment is today's once it has come, and yesterday's before", () => {
  expect(lastPlanned(at("23T02:30:00"), HALF_PAST_TWO)).toEqual(at("23T02:30:00"));
  expect(lastPlanned(at("23T02:29:59"), HALF_PAST_TWO)).toEqual(at("22T02:30:00"));
  expect(lastPlanned(at("01T00:00:00"), HALF_PAST_TWO)).toEqual(new Date("2026-10-31T02:30:00"));
});

it.each([
  ["there has never been one", "23T12:00:00", null, null, true],
  ["today's is made", "23T12:00:00", "23T02:30:10", "23T02:30:10", false],
  ["today's time has not come", "23T02:00:00", "22T02:30:10", "22T02:30:10", false],
  ["today's time has come", "23T02:30:00", "22T02:30:10", "22T02:30:10", true],
  ["the machine was off at the time", "23T09:00:00", "21T02:30:10", "21T02:30:10", true],
  ["it failed half an hour ago", "23T03:00:10", "22T02:30:10", "23T02:30:10", false],
  ["it failed an hour ago", "23T03:30:10", "22T02:30:10", "23T02:30:10", true],
  ["the very first failed an hour ago", "23T03:30:10", null, "23T02:30:10", true],
] as const)("%s", (_, now, good, tried, expected) => {
  expect(due(now, good, tried)).toBe(expected);
});
