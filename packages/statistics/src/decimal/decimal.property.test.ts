import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, multiply, parseDecimal, subtract, toText, ZERO } from "./decimal";
import { ratio, squareRootOfRatio } from "./ratio";

const double = fc.double({ noNaN: true, noDefaultInfinity: true });
const decimal = double.map(parseDecimal);

describe("decimal laws", () => {
  it("reads every finite double and gives it back", () => {
    fc.assert(
      fc.property(double, (value) => {
        expect(Number(toText(parseDecimal(value)))).toBe(value + 0);
      }),
    );
  });

  it("adds in any order and grouping to the same form", () => {
    fc.assert(
      fc.property(decimal, decimal, decimal, (a, b, c) => {
        expect(add(add(a, b), c)).toEqual(add(a, add(c, b)));
        expect(subtract(add(a, b), b)).toEqual(add(a, ZERO));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
      }),
      { numRuns: 60 },
    );
  });

  it("divides to within one unit in the last place", () => {
    const moderate = fc.double({ min: 1e-100, max: 1e100, noNaN: true });
    fc.assert(
      fc.property(moderate, moderate, (a, b) => {
        expect(Math.abs(ratio(parseDecimal(a), parseDecimal(b)) / (a / b) - 1)).toBeLessThan(5e-16);
        expect(squareRootOfRatio(multiply(parseDecimal(a), parseDecimal(a)), parseDecimal(1)) / a).toBeCloseTo(1, 14);
      }),
    );
  });
});
