import { expect, it } from "vitest";
import { ruleSentences } from "@/features/laboratory/rule-sentences";
import en from "@/messages/en.json";
import type { ImportRow } from "./laboratory-import-views";
import { rowReason } from "./row-reason";

/** Messages by key, with their arguments left as they stand. */
function text(key: string): string | undefined {
  const found = key.split(".").reduce<unknown>((at, part) => (at as Record<string, unknown>)?.[part], en);
  return typeof found === "string" ? found : undefined;
}
const say = Object.assign(
  (key: string, values: Readonly<Record<string, string | number>> = {}) =>
    (text(key) ?? key).replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all)),
  { has: (key: string) => text(key) !== undefined },
);
const rules = ruleSentences({ say, locale: "en", day: (day) => day, first: "laboratoryImport" });
const words = { question: "asked", conflict: "differs" };
const row = (given: Partial<ImportRow>): ImportRow => ({
  ...{ row: 2, outcome: "refused", code: null, printed: null, field: null, rule: null, values: {}, checks: [] },
  ...given,
});

it("says which cell breaks which rule", () => {
  expect(rowReason(row({ field: "collectedOn", rule: "day", values: { format: "dd/mm/yyyy" } }), rules, words)).toBe(
    "Collected on: this is no day written like dd/mm/yyyy",
  );
  expect(rowReason(row({ field: "result", rule: "unparsed", values: { reason: "range" } }), rules, words)).toBe(
    "Result: a range is not a result",
  );
  expect(rowReason(row({ rule: "code-check" }), rules, words)).toMatch(/^the code does not add up/);
});

it("names a rule without words of its own as it is", () => {
  expect(rowReason(row({ rule: "brand-new" }), rules, words)).toBe("brand-new");
});

it("says why a row is only asked about or stands against what is stored", () => {
  expect(rowReason(row({ outcome: "question" }), rules, words)).toBe("asked");
  expect(rowReason(row({ outcome: "conflict" }), rules, words)).toBe("differs");
  expect(rowReason(row({ outcome: "conflict", rule: "duplicate", values: { date: "2026-05-04" } }), rules, words)).toBe(
    "another result of 2026-05-04 is stored already",
  );
});

it("mentions what a second person will look at", () => {
  expect(rowReason(row({ outcome: "new", checks: ["jump", "above-7-log"] }), rules, words)).toBe(
    "Far from the result before. Above 7 log10.",
  );
  expect(rowReason(row({ outcome: "same" }), rules, words)).toBe("");
});
