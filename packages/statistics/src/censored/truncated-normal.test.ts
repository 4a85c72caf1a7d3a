import { describe, expect, it } from "vitest";
import { normalQuantile, normalUpper } from "../distribution/normal";
import { truncatedNormal } from "./truncated-normal";

/** Quantiles of a normal distribution cut off at z standard deviations: as good as endlessly many draws. */
function cut(mean: number, sd: number, z: number, count = 20_000): number[] {
  const below = 1 - normalUpper(z);
  return Array.from({ length: count }, (_, i) => mean + sd * normalQuantile(below + ((1 - below) * (i + 0.5)) / count));
}

describe("truncatedNormal", () => {
  it.each([
    [6, 5, 0.8],
    [6, 5, 0],
    [-3, 2, -1.5],
  ])("finds mean %s and standard deviation %s from what lies beyond %s of them", (mean, sd, z) => {
    const found = truncatedNormal(cut(mean, sd, z), mean + z * sd, "at-least");
    if (found.kind !== "truncated-normal") throw new Error(found.reason);
    expect(found.mean).toBeCloseTo(mean, 1);
    expect(found.standardDeviation).toBeCloseTo(sd, 1);
  });

  it("is its own mirror image", () => {
    const values = cut(10, 4, 0.3, 500);
    const above = truncatedNormal(values, 11.2, "at-least");
    const below = truncatedNormal(
      values.map((value) => -value),
      -11.2,
      "at-most",
    );
    if (above.kind !== "truncated-normal" || below.kind !== "truncated-normal") throw new Error("nothing found");
    expect(below.mean).toBeCloseTo(-above.mean, 10);
    expect(below.standardDeviation).toBeCloseTo(above.standardDeviation, 10);
  });

  it("says why there is no answer", () => {
    expect(truncatedNormal([1, 2, 3], 0, "at-least")).toMatchObject({ reason: "too-few", needed: 10, had: 3 });
    expect(
      truncatedNormal(
        Array.from({ length: 12 }, () => 5),
        3,
        "at-least",
      ),
    ).toMatchObject({ reason: "no-spread" });
    const piled = [...Array.from({ length: 40 }, () => 0.01), 30, 40];
    expect(truncatedNormal(piled, 0, "at-least")).toMatchObject({ reason: "not-identifiable" });
    expect(() => truncatedNormal([1, 2], 1.5, "at-least")).toThrow(RangeError);
    expect(truncatedNormal([Number.NaN], 0, "at-least")).toMatchObject({ reason: "not-finite" });
  });
});
