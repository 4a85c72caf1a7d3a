import { describe, expect, it } from "vitest";
import { minimiseScalar } from "./minimise-scalar";
import fixtures from "./minimise-scalar.fixtures.json";

/** The functions of `reference/minimise-scalar.R`. */
const FUNCTIONS = new Map<string, (x: number) => number>([
  ["parabola", (x) => (x - 1 / 3) ** 2],
  ["exponential", (x) => Math.exp(x) - 2 * x],
  ["cosine", Math.cos],
  ["quartic", (x) => x ** 4 - 3 * x ** 3 + 2],
  ["slope", (x) => x],
  ["corner", (x) => Math.abs(x - 0.7) + 0.1 * x ** 2],
  ["waves", (x) => Math.sin(3 * x) + 0.1 * (x - 1) ** 2],
]);

describe("the search for a minimum", () => {
  it.each(fixtures.paths)("looks where R's optimize looks: $name to $tolerance", ({ name, ...wanted }) => {
    const f = FUNCTIONS.get(name);
    if (f === undefined) throw new Error(name);
    const points: number[] = [];
    const counted = (x: number) => {
      points.push(x);
      return f(x);
    };
    const found = minimiseScalar(counted, wanted.low, wanted.high, wanted.tolerance);
    // R's smallest step is 1e-8 of the argument longer, and it computes the value of what it found once more.
    expect(points).toHaveLength(wanted.points.length - 1);
    points.forEach((point, index) => {
      expect(Math.abs(point - (wanted.points[index] ?? Number.NaN)), `point ${index}`).toBeLessThanOrEqual(1e-6);
    });
    expect(Math.abs(found.at - wanted.found)).toBeLessThanOrEqual(1e-6);
    expect(found.value).toBe(f(found.at));
  });
});
