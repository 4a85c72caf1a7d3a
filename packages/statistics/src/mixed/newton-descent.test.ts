import { describe, expect, it } from "vitest";
import { hessianFromGradient, newtonDescent, type SmoothFunction } from "./newton-descent";

const rosenbrock: SmoothFunction = (at) => {
  const [x, y] = [at[0] ?? 0, at[1] ?? 0];
  return {
    value: (1 - x) ** 2 + 100 * (y - x * x) ** 2,
    gradient: Float64Array.of(-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)),
  };
};

describe("Newton descent", () => {
  it.each([
    [-1.2, 1],
    [3, -4],
    [0, 0],
    [1, 1],
  ])("finds the bottom of Rosenbrock's valley from %d, %d", (x, y) => {
    const found = newtonDescent(rosenbrock, Float64Array.of(x, y));
    if (found.kind !== "minimum") throw new Error("No minimum");
    expect(found.at[0]).toBeCloseTo(1, 7);
    expect(found.at[1]).toBeCloseTo(1, 7);
    expect(found.value).toBeLessThan(1e-14);
  });

  it.each([
    [-1.2, 1, 75],
    [3, -4, 55],
    [0, 0, 43],
  ])("looks at the valley from %d, %d no more than %d times", (x, y, most) => {
    let looks = 0;
    newtonDescent(
      (at) => {
        looks += 1;
        return rosenbrock(at);
      },
      Float64Array.of(x, y),
    );
    expect(looks).toBeLessThanOrEqual(most);
  });

  it("leaves a ridge on which second derivatives are negative", () => {
    // cos has a maximum at 0; the nearest minima are at -pi and pi.
    const wave: SmoothFunction = (at) => ({
      value: Math.cos(at[0] ?? 0),
      gradient: Float64Array.of(-Math.sin(at[0] ?? 0)),
    });
    const found = newtonDescent(wave, Float64Array.of(0.3));
    if (found.kind !== "minimum") throw new Error("No minimum");
    expect(found.value).toBeCloseTo(-1, 12);
    expect(Math.abs(Math.abs(found.at[0] ?? 0) % (2 * Math.PI))).toBeCloseTo(Math.PI, 6);
  });

  it("keeps to where the function is defined", () => {
    const barrier: SmoothFunction = (at) => {
      const x = at[0] ?? 0;
      return x > 0 ? { value: x - Math.log(x), gradient: Float64Array.of(1 - 1 / x) } : null;
    };
    const found = newtonDescent(barrier, Float64Array.of(8));
    if (found.kind !== "minimum") throw new Error("No minimum");
    expect(found.at[0]).toBeCloseTo(1, 8);
    expect(newtonDescent(barrier, Float64Array.of(-1))).toEqual({ kind: "no-convergence" });
  });

  it("says so where the function has no bottom, or no slope at a step", () => {
    const falling: SmoothFunction = (at) => ({ value: -(at[0] ?? 0), gradient: Float64Array.of(-1) });
    expect(newtonDescent(falling, Float64Array.of(0)).kind).toBe("no-convergence");
    const wrong: SmoothFunction = (at) => ({
      value: (at[0] ?? 0) ** 2,
      gradient: Float64Array.of(-2 * (at[0] ?? 0) - 5),
    });
    expect(newtonDescent(wrong, Float64Array.of(1)).kind).toBe("no-convergence");
    const edge: SmoothFunction = (at) => ((at[0] ?? 0) === 1 ? { value: 1, gradient: Float64Array.of(2) } : null);
    expect(newtonDescent(edge, Float64Array.of(1)).kind).toBe("no-convergence");
    const infinite: SmoothFunction = () => ({ value: 0, gradient: Float64Array.of(Number.NaN) });
    expect(newtonDescent(infinite, Float64Array.of(1)).kind).toBe("no-convergence");
  });

  it("does not move from the minimum it starts at", () => {
    const bowl: SmoothFunction = (at) => ({
      value: 5 + at.reduce((sum, x) => sum + x * x, 0),
      gradient: at.map((x) => 2 * x),
    });
    expect(newtonDescent(bowl, new Float64Array(3))).toEqual({ kind: "minimum", at: new Float64Array(3), value: 5 });
    // Nothing to search over.
    expect(newtonDescent(bowl, new Float64Array(0))).toMatchObject({ kind: "minimum", value: 5 });
  });
});

describe("second derivatives from a gradient", () => {
  it("are those of Rosenbrock's function, symmetric to the last digit", () => {
    const hessian = hessianFromGradient((at) => rosenbrock(at)?.gradient ?? null, Float64Array.of(-1.2, 1));
    // 2 - 400 y + 1200 x^2, -400 x, 200.
    const expected = [1330, 480, 480, 200];
    expect(hessian?.values[1]).toBe(hessian?.values[2]);
    expected.forEach((value, index) => {
      expect((hessian?.values[index] ?? 0) / value).toBeCloseTo(1, 6);
    });
  });

  it("are none where the gradient is not defined nearby, or not finite", () => {
    const edge = (at: Float64Array) => ((at[0] ?? 0) <= 1 ? Float64Array.of(1) : null);
    expect(hessianFromGradient(edge, Float64Array.of(1))).toBeNull();
    expect(hessianFromGradient(() => Float64Array.of(Number.NaN), Float64Array.of(1))).toBeNull();
  });
});
