import { describe, expect, it } from "vitest";
import { meanFromSums } from "./mean-from-sums";

describe("meanFromSums", () => {
  it("gives the textbook figures: 2 4 4 4 5 5 7 9", () => {
    const result = meanFromSums({ n: 8, sum: "40", sumSquares: 232 });
    expect(result).toMatchObject({ kind: "estimate", value: 5, n: 8, degreesOfFreedom: 7, method: "mean-t" });
    if (result.kind !== "estimate") return;
    // Sum of squared deviations 32, so se = sqrt(32 / 7 / 8); t quantile from a printed table: 2.364624.
    expect(result.standardError).toBeCloseTo(Math.sqrt(32 / 56), 14);
    expect(result.interval.high - 5).toBeCloseTo(2.364624 * Math.sqrt(32 / 56), 6);
    expect(5 - result.interval.low).toBeCloseTo(result.interval.high - 5, 12);
  });

  it("says why there is no estimate", () => {
    const insufficient = { kind: "insufficient-data" };
    expect(meanFromSums({ n: 0, sum: 0, sumSquares: 0 })).toEqual({
      ...insufficient,
      reason: "too-few",
      needed: 2,
      had: 0,
    });
    expect(meanFromSums({ n: 1, sum: 3, sumSquares: 9 })).toEqual({
      ...insufficient,
      reason: "too-few",
      needed: 2,
      had: 1,
    });
    expect(meanFromSums({ n: 3, sum: "0.3", sumSquares: "0.03" })).toMatchObject({ reason: "no-spread" });
  });

  it("refuses sums that no values have", () => {
    expect(() => meanFromSums({ n: 2, sum: 4, sumSquares: 7 })).toThrow(RangeError);
    expect(() => meanFromSums({ n: 2.5, sum: 4, sumSquares: 9 })).toThrow(RangeError);
  });
});
