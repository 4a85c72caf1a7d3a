import { describe, expect, it } from "vitest";
import { formatRounded, ROUNDING } from "./rounding";

describe("rounding", () => {
  it.each([
    [12, "score", "12"],
    [12.34, "score", "12.3"],
    [-10.52, "mean", "-10.52"],
    [13.6, "mean", "13.60"],
    [0.426, "proportion", "42.6%"],
    [0.0004, "p", "< 0.001"],
    [0.001, "p", "0.001"],
    [0.0457, "p", "0.046"],
    [1817, "count", "1,817"],
    [12, "foreign", "12"],
    [12.3456, "foreign", "12.35"],
    [1234567, "foreign", "1,234,567"],
    [0.00041237, "foreign", "0.0004124"],
  ] as const)("%d as %s is %s", (value, policy, text) => {
    expect(formatRounded(value, policy, "en")).toBe(text);
  });

  it.each(Object.keys(ROUNDING) as (keyof typeof ROUNDING)[])("never shows minus zero as a %s", (policy) => {
    expect(formatRounded(policy === "foreign" ? -0 : -0.00001, policy, "en")).not.toMatch(/^-/);
  });

  it("follows the language", () => {
    expect(formatRounded(1234.5, "mean", "fr").replace(/\s/gu, " ")).toBe("1 234,50");
    expect(formatRounded(1234.5, "mean", "en", { useGrouping: false })).toBe("1234.50");
  });
});
