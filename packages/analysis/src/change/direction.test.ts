import type { Estimate } from "@alongside/statistics/estimate";
import { describe, expect, it } from "vitest";
import { directionOf } from "./direction";

const change = (low: number, high: number): Estimate => ({
  kind: "estimate",
  value: (low + high) / 2,
  interval: { low, high, level: 0.95 },
  n: 20,
  method: "paired-t",
  standardError: 1,
  provenance: { statistic: "test", version: 1 },
});

describe("directionOf", () => {
  it.each([
    [1, 3, "increase", "better"],
    [1, 3, "decrease", "worse"],
    [-3, -1, "increase", "worse"],
    [-3, -1, "decrease", "better"],
    [-1, 3, "increase", "unclear"],
    [-3, 1, "decrease", "unclear"],
    [0, 3, "increase", "unclear"],
    [-3, 0, "decrease", "unclear"],
    [1, 3, "none", "no-direction"],
  ] as const)("an interval from %i to %i on a measure that should %s is %s", (low, high, improvement, expected) => {
    expect(directionOf(change(low, high), improvement)).toBe(expected);
  });

  it("says nothing without an estimate", () => {
    expect(directionOf({ kind: "suppressed", rule: "small-count" }, "increase")).toBe("not-available");
    expect(directionOf({ kind: "insufficient-data", reason: "too-few", needed: 2, had: 0 }, "none")).toBe(
      "not-available",
    );
  });
});
