import { describe, expect, it } from "vitest";
import { brentRoot } from "./brent-root";
import fixtures from "./brent-root.fixtures.json";

/** The functions of `reference/brent-root.R`. */
const FUNCTIONS = new Map<string, (x: number) => number>([
  ["cubic", (x) => x ** 3 - 2 * x - 5],
  ["exponential", (x) => Math.exp(-x) - x],
  ["steep", (x) => x ** 9 - 0.001],
  ["flat", (x) => (x - 0.3) ** 3],
  ["falling", (x) => 2 - Math.sqrt(x)],
  ["logarithm", (x) => Math.log(x) - 0.2],
]);

describe("brentRoot", () => {
  it.each(fixtures.paths)("looks where R's uniroot looks: $name to $tolerance", ({ name, ...wanted }) => {
    const f = FUNCTIONS.get(name);
    if (f === undefined) throw new Error(name);
    const points: number[] = [];
    const counted = (x: number) => {
      points.push(x);
      return f(x);
    };
    const found = brentRoot(counted, wanted.low, wanted.high, wanted.tolerance);
    // R computes the value of what it found once more.
    expect(points).toHaveLength(wanted.points.length - 1);
    points.forEach((point, index) => {
      expect(Math.abs(point - (wanted.points[index] ?? Number.NaN)), `point ${index}`).toBeLessThanOrEqual(1e-12);
    });
    expect(found).toBeCloseTo(wanted.found, 12);
  });

  it("takes an end that is a root, and has none where the signs are the same", () => {
    expect(brentRoot((x) => x - 1, 1, 2, 0)).toBe(1);
    expect(brentRoot((x) => x - 2, 1, 2, 0)).toBe(2);
    expect(brentRoot((x) => x ** 2 + 1, 0, 2, 0)).toBeNull();
    expect(brentRoot((x) => -1 - x ** 2, 0, 2, 0)).toBeNull();
  });
});
