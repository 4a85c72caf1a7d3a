import { describe, expect, it } from "vitest";
import { hedgesCorrection } from "./hedges-correction";

describe("hedgesCorrection", () => {
  it("equals the closed forms at 2 and 3 degrees of freedom", () => {
    expect(hedgesCorrection(2)).toBeCloseTo(1 / Math.sqrt(Math.PI), 15);
    expect(hedgesCorrection(3)).toBeCloseTo(Math.sqrt(Math.PI / 6), 15);
  });

  it("passes from recurrence to series without a step", () => {
    // J(m + 2) / J(m) follows from the recurrence of gamma; the series has to obey it across the border and beyond.
    for (const m of [197, 198, 199, 200, 201, 500, 10_001]) {
      const expected = (m / (m - 1)) * Math.sqrt(m / (m + 2));
      expect(hedgesCorrection(m + 2) / hedgesCorrection(m)).toBeCloseTo(expected, 14);
    }
  });

  it.each([1, 0, -3, 2.5, Number.NaN])("refuses %s degrees of freedom", (m) => {
    expect(() => hedgesCorrection(m)).toThrow(RangeError);
  });
});
