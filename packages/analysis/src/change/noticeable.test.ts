import { hedgesCorrection } from "@alongside/statistics/paired/hedges-correction";
import { pairedChange } from "@alongside/statistics/paired/paired-change";
import { expect, it } from "vitest";
import { noticeable } from "./noticeable";

const BEFORE = [12, 15, 9, 20, 14, 11, 17, 8, 13, 16];
const AFTER = [8, 12, 9, 15, 10, 9, 11, 6, 12, 10];
const basis = { en: "Convention", zh: "惯例" };
const of = (value: number | null) => ({
  ...({
    measure: "phq9/total",
    label: { en: "Depression", zh: "抑郁" },
    improvement: "decrease",
    range: null,
  } as const),
  ...({ domain: null, outcomes: [], askedOf: "everyone" } as const),
  importantDifference: value === null ? null : { value, basis },
});
const sd = Math.sqrt(
  BEFORE.reduce((sum, one) => sum + (one - BEFORE.reduce((all, each) => all + each, 0) / BEFORE.length) ** 2, 0) / 9,
);

it("stands on the scale of the standardised change: J(n - 1) times the difference over the spread before", () => {
  const change = pairedChange(BEFORE, AFTER);
  expect(noticeable(of(5), change).standardised).toBeCloseTo((hedgesCorrection(9) * 5) / sd, 10);
  expect(noticeable(of(5), change).verdict).toBe("smaller-than-important");
  expect(noticeable(of(4), change).verdict).toBe("undecided");
  expect(noticeable(of(1), change).verdict).toBe("important-better");
});

it("is unknown where nobody knows it, and has no place where nobody changed", () => {
  expect(noticeable(of(null), pairedChange(BEFORE, AFTER))).toEqual({ verdict: "unknown", standardised: null });
  expect(noticeable(of(5), pairedChange(BEFORE, BEFORE)).standardised).toBeNull();
});
