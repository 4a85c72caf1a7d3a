import { describe, expect, it } from "vitest";
import { sampleMoments } from "./sample-moments";

describe("sampleMoments", () => {
  it("gives the textbook figures: 2 4 4 4 5 5 7 9", () => {
    const { n, mean, sd } = sampleMoments([2, 4, 4, 4, 5, 5, 7, 9]);
    expect([n, mean]).toEqual([8, 5]);
    expect(sd).toBeCloseTo(Math.sqrt(32 / 7), 15);
  });

  it("knows nobody and one person", () => {
    expect(sampleMoments([])).toEqual({ n: 0, mean: 0, sd: 0 });
    expect(sampleMoments([3])).toEqual({ n: 1, mean: 3, sd: 0 });
  });

  it("takes rounding error for none, and a real spread for one", () => {
    expect(sampleMoments([0.1 + 0.2, 0.3, 0.3]).sd).toBe(0);
    expect(sampleMoments([-0.1 - 0.2, -0.3, -0.3]).sd).toBe(0);
    expect(sampleMoments([1, 1 + 2 ** -40]).sd).toBeCloseTo(2 ** -40 * Math.SQRT1_2, 18);
  });

  it("keeps the digits of a small spread around a large mean", () => {
    expect(sampleMoments([1e9 + 1, 1e9 + 2, 1e9 + 3])).toEqual({ n: 3, mean: 1e9 + 2, sd: 1 });
  });

  it("refuses what is not finite", () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) expect(() => sampleMoments([1, bad])).toThrow(RangeError);
  });
});
