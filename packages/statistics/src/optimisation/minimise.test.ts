import { describe, expect, it } from "vitest";
import { entry } from "../linear-algebra/vector";
import { minimise } from "./minimise";
import fixtures from "./minimise.fixtures.json";

interface Problem {
  readonly f: (x: Float64Array) => number;
  readonly gradient: (x: Float64Array) => Float64Array;
}

const first = (x: Float64Array) => entry(x, 0);
const second = (x: Float64Array) => entry(x, 1);
const FAR = [
  { place: 40, weight: 1 },
  { place: -7, weight: 4 },
  { place: 2, weight: 0.5 },
];

/** The functions of `reference/minimise.R`, with their first derivatives. */
const PROBLEMS = new Map<string, Problem>([
  [
    "valley",
    {
      f: (x) => (1 - first(x)) ** 2 + 100 * (second(x) - first(x) ** 2) ** 2,
      gradient: (x) =>
        Float64Array.of(
          -2 * (1 - first(x)) - 400 * first(x) * (second(x) - first(x) ** 2),
          200 * (second(x) - first(x) ** 2),
        ),
    },
  ],
  [
    "bowl",
    {
      f: (x) => 50 + (first(x) - 3) ** 2 + 10 * (second(x) + 1) ** 2 + first(x) * second(x),
      gradient: (x) => Float64Array.of(2 * (first(x) - 3) + second(x), 20 * (second(x) + 1) + first(x)),
    },
  ],
  [
    "edge",
    {
      f: (x) => (first(x) <= 0 ? Number.POSITIVE_INFINITY : first(x) - Math.log(first(x))),
      gradient: (x) => Float64Array.of(1 - 1 / first(x)),
    },
  ],
  [
    "far",
    {
      f: (x) =>
        FAR.reduce((sum, { place, weight }, i) => {
          return sum + weight * (entry(x, i) - place) ** 2 + 0.01 * entry(x, i) ** 4;
        }, 1e4),
      gradient: (x) =>
        Float64Array.from(FAR, ({ place, weight }, i) => 2 * weight * (entry(x, i) - place) + 0.04 * entry(x, i) ** 3),
    },
  ],
]);

describe("the search for a minimum of several numbers", () => {
  it.each(fixtures.paths)("looks where BFGS written out in R looks: $name", ({ name, start, iterations, points }) => {
    const problem = PROBLEMS.get(name);
    if (problem === undefined) throw new Error(name);
    const looked: number[][] = [];
    const counted = (x: Float64Array) => {
      looked.push([...x]);
      return problem.f(x);
    };
    const found = minimise(counted, start, { gradient: problem.gradient });
    if (found.kind !== "minimum") throw new Error(found.kind);
    expect(found.iterations).toBe(iterations);
    expect(looked).toHaveLength(points.length);
    looked.forEach((point, row) => {
      point.forEach((value, column) => {
        const wanted = points[row]?.[column] ?? Number.NaN;
        expect(Math.abs(value - wanted), `point ${row}`).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(wanted)));
      });
    });
    expect([...found.at]).toEqual(looked.at(-1));
    expect(found.value).toBe(problem.f(found.at));
    expect(found.gradient).toEqual(problem.gradient(found.at));
  });
});

describe("a minimum that no step can improve", () => {
  const options = { gradient: (x: Float64Array) => Float64Array.of(2 * (first(x) - 0.1)), tolerance: 0 };
  it("is one when the slope is gone to within rounding", () => {
    const found = minimise((x) => 1 + (first(x) - 0.1) ** 2, [7], options);
    if (found.kind !== "minimum") throw new Error(found.kind);
    expect(first(found.at)).toBeCloseTo(0.1, 7);
    expect(found.value).toBe(1);
    expect(found.iterations).toBeGreaterThan(0);
  });

  it("is none when the slope is still there", () => {
    const uphill = { gradient: (x: Float64Array) => Float64Array.of(-Math.sign(first(x))) };
    expect(minimise((x) => Math.abs(first(x)), [3], uphill)).toEqual({ kind: "no-convergence" });
    expect(minimise((x) => Math.abs(first(x)), [0.3, 0], { gradient: () => Float64Array.of(1, 0) })).toEqual({
      kind: "no-convergence",
    });
  });
});

describe("what is asked of the search", () => {
  const f = (x: Float64Array) => (first(x) - 2) ** 2;
  it("is a finite value and finite derivatives", () => {
    const none = { kind: "no-convergence" };
    expect(minimise(() => Number.POSITIVE_INFINITY, [0], { gradient: () => Float64Array.of(0) })).toEqual(none);
    expect(minimise(() => 1, [0, 0], { gradient: () => Float64Array.of(0, Number.NaN) })).toEqual(none);
  });

  it("is as many steps as allowed, and none where the start is a minimum", () => {
    const gradient = (x: Float64Array) => Float64Array.of(2 * (first(x) - 2));
    expect(minimise(f, [2], { gradient })).toMatchObject({ kind: "minimum", iterations: 0, value: 0 });
    const whole = minimise(f, [50], { gradient });
    if (whole.kind !== "minimum") throw new Error(whole.kind);
    expect(minimise(f, [50], { gradient, maxIterations: whole.iterations + 1 }).kind).toBe("minimum");
    expect(minimise(f, [50], { gradient, maxIterations: whole.iterations }).kind).toBe("no-convergence");
  });
});
