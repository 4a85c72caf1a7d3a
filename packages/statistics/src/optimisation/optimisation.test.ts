import { describe, expect, it } from "vitest";
import { at } from "../linear-algebra/matrix";
import { entry } from "../linear-algebra/vector";
import { findRoot } from "./find-root";
import { minimise } from "./minimise";
import { minimiseScalar } from "./minimise-scalar";
import { numericalGradient, numericalHessian } from "./numerical-hessian";

describe("findRoot", () => {
  it("finds the crossing to the last digit, whichever way it goes", () => {
    expect(findRoot((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 15);
    expect(findRoot((x) => 2 - x * x, 0, 2)).toBeCloseTo(Math.SQRT2, 15);
    expect(findRoot((x) => Math.exp(-x) - x, 0, 1)).toBeCloseTo(0.5671432904097838, 15);
    expect(findRoot((x) => (x < 0.3 ? -1e-3 : 1e9), 0, 1)).toBeCloseTo(0.3, 14);
    expect(findRoot((x) => x ** 9, -1, 0.7)).toBeCloseTo(0, 12);
    expect(findRoot(Math.sin, 3, 4)).toBeCloseTo(Math.PI, 15);
  });

  it("takes an end that is a root, and has none without a change of sign or a number", () => {
    expect(findRoot((x) => x - 1, 1, 2)).toBe(1);
    expect(findRoot((x) => x - 2, 1, 2)).toBe(2);
    expect(findRoot((x) => x * x + 1, -1, 1)).toBeNull();
    expect(findRoot((x) => (Math.abs(x) < 0.9 ? Number.NaN : x), -1, 1)).toBeNull();
    expect(findRoot(() => Number.NaN, -1, 1)).toBeNull();
  });

  it("stops at the tolerance", () => {
    let calls = 0;
    const count = (x: number) => {
      calls += 1;
      return Math.atan(x - 0.123) * (1 + x * x);
    };
    const rough = findRoot(count, -10, 13, 0.5) ?? Number.NaN;
    const few = calls;
    calls = 0;
    const fine = findRoot(count, -10, 13) ?? Number.NaN;
    expect(Math.abs(rough - 0.123)).toBeLessThan(0.5);
    expect(fine).toBeCloseTo(0.123, 15);
    expect(few).toBeLessThan(calls);
  });
});

describe("minimiseScalar", () => {
  it("finds a minimum inside and at the ends", () => {
    expect(minimiseScalar((x) => (x - 1 / 3) ** 2, 0, 1).at).toBeCloseTo(1 / 3, 8);
    expect(minimiseScalar((x) => (x - 1 / 3) ** 2 + 5, 0, 1).value).toBe(5);
    expect(minimiseScalar((x) => x, 2, 7).at).toBeCloseTo(2, 6);
    expect(minimiseScalar((x) => -x, 2, 7).at).toBeCloseTo(7, 6);
    expect(minimiseScalar((x) => Math.exp(x) - 2 * x, -5, 5).at).toBeCloseTo(Math.LN2, 7);
    expect(minimiseScalar(Math.cos, 2, 5).at).toBeCloseTo(Math.PI, 7);
  });
});

const rosenbrock = (x: Float64Array) => (1 - entry(x, 0)) ** 2 + 100 * (entry(x, 1) - entry(x, 0) ** 2) ** 2;

describe("minimise", () => {
  it("finds the bottom of a bent valley with and without derivatives", () => {
    const gradient = (x: Float64Array) =>
      Float64Array.from([
        -2 * (1 - entry(x, 0)) - 400 * entry(x, 0) * (entry(x, 1) - entry(x, 0) ** 2),
        200 * (entry(x, 1) - entry(x, 0) ** 2),
      ]);
    for (const options of [{}, { gradient }]) {
      const result = minimise(rosenbrock, [-1.2, 1], options);
      if (result.kind !== "minimum") throw new Error(result.kind);
      expect(entry(result.at, 0)).toBeCloseTo(1, 7);
      expect(entry(result.at, 1)).toBeCloseTo(1, 7);
      expect(result.value).toBeCloseTo(0, 14);
      expect(Math.abs(entry(result.gradient, 0))).toBeLessThan(1e-6);
      expect(result.iterations).toBeLessThan(100);
    }
  });

  it("stays where the function is defined and says when it does not settle", () => {
    const inside = minimise((x) => (entry(x, 0) <= 0 ? Infinity : entry(x, 0) - Math.log(entry(x, 0))), [50]);
    expect(inside.kind === "minimum" ? inside.at[0] : Number.NaN).toBeCloseTo(1, 8);
    expect(minimise((x) => entry(x, 0), [0], { maxIterations: 20 }).kind).toBe("no-convergence");
    expect(minimise(() => Number.NaN, [0]).kind).toBe("no-convergence");
    expect(minimise(rosenbrock, [-1.2, 1], { maxIterations: 3 }).kind).toBe("no-convergence");
    expect(minimise(rosenbrock, [1, 1]).kind).toBe("minimum");
  });

  it("copes with parameters of very different size", () => {
    const result = minimise(
      (x) => (entry(x, 0) / 1e4 - 1) ** 2 + (entry(x, 1) * 1e3 - 2) ** 2 + entry(x, 2) ** 4,
      [1, 1, 1],
    );
    if (result.kind !== "minimum") throw new Error(result.kind);
    expect(entry(result.at, 0) / 1e4).toBeCloseTo(1, 5);
    expect(entry(result.at, 1)).toBeCloseTo(0.002, 8);
  });
});

describe("numerical derivatives", () => {
  const f = (x: Float64Array) => Math.exp(entry(x, 0)) * Math.sin(entry(x, 1)) + entry(x, 0) ** 3 * entry(x, 1);
  it("agree with the true ones", () => {
    const [x, y] = [0.7, -1.3];
    const gradient = numericalGradient(f, [x, y]);
    expect(entry(gradient, 0)).toBeCloseTo(Math.exp(x) * Math.sin(y) + 3 * x * x * y, 10);
    expect(entry(gradient, 1)).toBeCloseTo(Math.exp(x) * Math.cos(y) + x ** 3, 10);
    const hessian = numericalHessian(f, [x, y]);
    expect(at(hessian, 0, 0)).toBeCloseTo(Math.exp(x) * Math.sin(y) + 6 * x * y, 8);
    expect(at(hessian, 0, 1)).toBeCloseTo(Math.exp(x) * Math.cos(y) + 3 * x * x, 8);
    expect(at(hessian, 1, 0)).toBe(at(hessian, 0, 1));
    expect(at(hessian, 1, 1)).toBeCloseTo(-Math.exp(x) * Math.sin(y), 8);
    expect(
      entry(
        numericalGradient((v) => entry(v, 0) ** 2, [0]),
        0,
      ),
    ).toBeCloseTo(0, 12);
    expect(
      entry(
        numericalGradient((v) => entry(v, 0) ** 2, [1e6]),
        0,
      ),
    ).toBeCloseTo(2e6, 2);
  });
});
