import { createFormatter } from "next-intl";
import { expect, it } from "vitest";
import { instantWords } from "./instant-words";

const AT = new Date("2026-06-30T20:30:00Z");
const english = createFormatter({ locale: "en", timeZone: "UTC" });

it.each([
  ["UTC", /30.*08:30 PM UTC/],
  ["Asia/Jakarta", /Jul 1, 2026.*03:30 AM GMT\+7/],
  ["America/New_York", /Jun 30, 2026.*04:30 PM (EDT|GMT-4)/],
])("tells the moment by the clocks in %s, and whose they are", (timeZone, words) => {
  expect(instantWords(english, AT, timeZone)).toMatch(words);
});

it("tells it in Chinese too", () => {
  const words = instantWords(createFormatter({ locale: "zh", timeZone: "UTC" }), AT, "Asia/Shanghai");
  expect(words).toMatch(/2026年7月1日.*GMT\+8.*04:30|2026年7月1日.*04:30.*GMT\+8/);
});
