import { describe, expect, it } from "vitest";
import { agreement } from "./agreement";
import type { Estimate } from "./outcome-view";

function estimate(low: number, high: number): Estimate {
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
