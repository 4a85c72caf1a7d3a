import { describe, expect, it } from "vitest";
import { agreement, sideOf } from "./agreement";
import type { Estimate } from "./outcome-view";

function estimate(low: number, high: number): Extract<Estimate, { kind: "estimate" }> {
  const provenance = { statistic: "x", version: 1 };
  const interval = { low, high, level: 0.95 };
  return { kind: "estimate", value: (low + high) / 2, interval, n: 9, method: "m", standardError: 1, provenance };
}

const NONE = { kind: "insufficient-data", reason: "not-identifiable", needed: 9, had: 9 } as const;

describe("agreement", () => {
  const rows = (...found: readonly Estimate[]) => found.map((one) => ({ estimate: one }));
  it.each([
    ["agree", rows(estimate(-3, -1), estimate(-4, -0.1))],
    ["unsettled", rows(estimate(-3, 1), estimate(-4, 2))],
    ["differ", rows(estimate(-3, 1), estimate(-4, 2), estimate(1, 2))],
    ["differ", rows(estimate(-3, -1), estimate(-4, 0.1))],
    ["differ", rows(estimate(1, 2), estimate(-4, -1))],
    ["differ", rows(estimate(-1, 0), estimate(-4, -1))],
    ["single", rows(estimate(-3, -1), NONE)],
    ["single", []],
  ] as const)("is %s", (expected, given) => {
    expect(agreement(given)).toBe(expected);
  });
});

describe("which way an estimate goes", () => {
  const tested = (low: number, high: number, pValue: number, tests = 0): Estimate => ({
    ...estimate(low, high),
    ...{ test: { distribution: "exact", statistic: 1, pValue, null: tests } },
  });
  it.each([
    [1, estimate(1, 2)],
    [-1, estimate(-2, -1)],
    [0, estimate(-2, 1)],
    [0, NONE],
    [1, tested(1, 2, 0.05)],
    // Kept 2, lost 3, gained 10, never 5: Newcombe's interval leaves out zero, McNemar's mid-p value does not reach .05.
    [0, tested(0.01, 0.602, 0.057)],
    [1, tested(1, 2, 0.3, 1)],
  ] as const)("is %s", (side, given) => {
    expect(sideOf(given)).toBe(side);
  });
});
