import { describe, expect, it } from "vitest";
import { findRoot } from "./find-root";
import fixtures from "./find-root.fixtures.json";

/** The functions of `reference/find-root.R`. */
const FUNCTIONS = new Map<string, (x: number) => number>([
  ["cubic", (x) => x ** 3 - 2 * x - 5],
  ["hyperbola", (x) => 1 - 1 / x ** 2],
  ["flat", (x) => (x - 3) ** 3],
  ["steep", (x) => x ** 9 - 0.001],
  ["exponential", (x) => Math.exp(x) - 2],
  ["falling", (x) => 1.7 - Math.sqrt(x)],
  ["logarithm", (x) => Math.log(x) - 0.2],
  ["step", (x) => (x < 0.3 ? -1 : 1)],
  ["negative", (x) => (x + 2) ** 3 - 0.5],
]);

describe("the search for a root", () => {
  it.each(fixtures.paths)("looks where Chandrupatla's does: $name to $tolerance", ({ name, ...wanted }) => {
    const f = FUNCTIONS.get(name);
    if (f === undefined) throw new Error(name);
    const points: number[] = [];
    const counted = (x: number) => {
      points.push(x);
      return f(x);
    };
    const found = findRoot(counted, wanted.low, wanted.high, wanted.tolerance);
    expect(points).toHaveLength(wanted.points.length);
    points.forEach((point, index) => {
      expect(Math.abs(point - (wanted.points[index] ?? Number.NaN)), `point ${index}`).toBeLessThanOrEqual(1e-9);
    });
    expect(found).toBeCloseTo(wanted.found, 9);
  });
});
