import { expect, it } from "vitest";
import { backupStanding } from "./standing";

const NOW = new Date("2026-11-23T12:00:00Z");
const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

it.each([
  ["never", null, null],
  ["never", null, ago(1)],
  ["good", ago(1), null],
  ["good", ago(48), ago(49)],
  ["failing", ago(48), ago(1)],
  ["old", ago(48.001), null],
  ["old", ago(72), ago(1)],
] as const)("%s: last good one %s, last failure %s", (expected, goodAt, failedAt) => {
  expect(backupStanding({ goodAt, failedAt }, NOW)).toBe(expected);
});
