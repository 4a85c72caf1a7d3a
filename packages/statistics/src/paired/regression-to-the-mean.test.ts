import { describe, expect, it } from "vitest";
import { regressionToTheMean } from "./regression-to-the-mean";

const population = { mean: 6, standardDeviation: 5, correlation: 0.64 };
function expected(cutOff: number, enters: "at-least" | "at-most", of = population): number {
  const result = regressionToTheMean(of, { cutOff, enters });
  if (result.kind !== "value") throw new Error("No value");
  return result.value;
}

describe("regressionToTheMean", () => {
  it("gives the worked example: a fall of 2.46 points with entry at 10", () => {
    // R: 5 * (1 - 0.64) * dnorm(0.8) / (1 - pnorm(0.8)).
    expect(expected(10, "at-least")).toBeCloseTo(-2.46132408452836, 12);
  });

  it("turns around for entry at low values", () => {
    expect(expected(2, "at-most")).toBeCloseTo(2.46132408452836, 12);
    expect(expected(6, "at-least")).toBeCloseTo(-1.8 * Math.sqrt(2 / Math.PI), 12);
    expect(expected(6, "at-most")).toBeCloseTo(1.8 * Math.sqrt(2 / Math.PI), 12);
  });

  it("vanishes without noise, and where everyone enters", () => {
    expect(expected(10, "at-least", { ...population, correlation: 1 })).toBeCloseTo(0, 15);
    expect(expected(-100, "at-least")).toBeCloseTo(0, 12);
  });

  it("says when nobody would enter", () => {
    expect(regressionToTheMean(population, { cutOff: 1e4, enters: "at-least" })).toMatchObject({
      reason: "out-of-range",
    });
  });

  it("refuses what is no population", () => {
    const entry = { cutOff: 10, enters: "at-least" } as const;
    expect(() => regressionToTheMean({ ...population, standardDeviation: 0 }, entry)).toThrow(RangeError);
    for (const correlation of [1.01, -1.01, Number.NaN]) {
      expect(() => regressionToTheMean({ ...population, correlation }, entry)).toThrow(RangeError);
    }
  });
});
