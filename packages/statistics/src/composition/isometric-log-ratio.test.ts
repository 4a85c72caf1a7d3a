import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composition, exchangeStep, logRatioCoordinates, sharesOf } from "./isometric-log-ratio";

const closeTo = (got: readonly number[], want: readonly number[]) => {
  expect(got).toHaveLength(want.length);
  got.forEach((value, index) => {
    expect(value).toBeCloseTo(want[index] ?? Number.NaN, 12);
  });
};
const parts = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 6 });

describe("composition", () => {
  it("replaces zeros by a declared share and leaves the other ratios", () => {
    const found = composition([30, 0, 10, 0, 60], 0.01);
    if (found.kind !== "composition") throw new Error(found.reason);
    expect(found.total).toBeCloseTo(100, 12);
    expect(found.replaced).toBe(2);
    closeTo(found.shares, [0.294, 0.01, 0.098, 0.01, 0.588]);
    expect(composition([5, 5], 0.1)).toEqual({ kind: "composition", total: 10, shares: [0.5, 0.5], replaced: 0 });
  });

  it("says why there are no shares, and refuses what no program passes", () => {
    expect(composition([0, 0], 0.01)).toMatchObject({ reason: "no-events" });
    expect(composition([1e308, 1e308], 0.01)).toMatchObject({ reason: "out-of-range" });
    expect(composition([1e308, 5e-324], 0.01)).toMatchObject({ replaced: 1, shares: [0.99, 0.01] });
    expect(() => composition([1], 0.01)).toThrow(RangeError);
    expect(() => composition([1, -1], 0.01)).toThrow(RangeError);
    expect(composition([1, Number.NaN], 0.01)).toMatchObject({ reason: "not-finite" });
    expect(() => composition([1, 2], 0)).toThrow(RangeError);
    expect(() => composition([1, 2], 0.5)).toThrow(RangeError);
    expect(composition([1, 0], 0.49).kind).toBe("composition");
  });

  it("has shares that sum to one, whatever the unit", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 2, maxLength: 6 }), (amounts) => {
        const [one, sixty] = [
          composition(amounts, 0.001),
          composition(
            amounts.map((value) => value * 60),
            0.001,
          ),
        ];
        if (one.kind !== "composition" || sixty.kind !== "composition") {
          expect(one.kind).toBe(sixty.kind);
          return;
        }
        expect(one.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        closeTo(sixty.shares, one.shares);
        expect(one.shares.every((share) => share > 0)).toBe(true);
      }),
    );
  });
});

describe("logRatioCoordinates", () => {
  it("sets each share against the geometric mean of those after it", () => {
    closeTo(logRatioCoordinates([0.5, 0.5]), [0]);
    closeTo(logRatioCoordinates([8, 2]), [Math.log(4) / Math.SQRT2]);
    closeTo(logRatioCoordinates([2, 1, 4]), [0, -Math.log(4) / Math.SQRT2]);
    closeTo(logRatioCoordinates([Math.E, 1, 1]), [Math.sqrt(2 / 3), 0]);
    expect(() => logRatioCoordinates([1])).toThrow(RangeError);
    expect(() => logRatioCoordinates([1, 0])).toThrow(RangeError);
    expect(() => logRatioCoordinates([1, Number.POSITIVE_INFINITY])).toThrow(RangeError);
  });

  it("comes back, ignores the unit, and keeps Aitchison's distance whatever the order", () => {
    fc.assert(
      fc.property(parts, parts, (first, second) => {
        const total = first.reduce((sum, value) => sum + value, 0);
        closeTo(
          sharesOf(logRatioCoordinates(first)),
          first.map((value) => value / total),
        );
        closeTo(logRatioCoordinates(first.map((value) => value / total)), logRatioCoordinates(first));
        const size = Math.min(first.length, second.length);
        const distance = (a: readonly number[], b: readonly number[]) => {
          const [left, right] = [logRatioCoordinates(a), logRatioCoordinates(b)];
          return Math.hypot(...left.map((value, index) => value - (right[index] ?? 0)));
        };
        const [a, b] = [first.slice(0, size), second.slice(0, size)];
        expect(distance([...a].reverse(), [...b].reverse())).toBeCloseTo(distance(a, b), 9);
      }),
    );
    expect(sharesOf([])).toEqual([1]);
    expect(sharesOf([2000])).toEqual([1, 0]);
    expect(() => sharesOf([Number.NaN])).toThrow(RangeError);
  });
});

describe("exchangeStep", () => {
  it("is the difference between the coordinates after and before", () => {
    const shares = [0.5, 0.3, 0.2];
    const found = exchangeStep(shares, 0, 2, 0.1);
    if (found.kind !== "step") throw new Error(found.reason);
    const [after, before] = [logRatioCoordinates([0.4, 0.3, 0.3]), logRatioCoordinates(shares)];
    closeTo(
      found.coordinates,
      after.map((value, index) => value - (before[index] ?? 0)),
    );
    expect(exchangeStep(shares, 1, 0, 0)).toEqual({ kind: "step", coordinates: [0, 0] });
    expect(exchangeStep(shares, 2, 0, 0.2)).toMatchObject({ reason: "out-of-range" });
    expect(() => exchangeStep(shares, 0, 0, 0.1)).toThrow(RangeError);
    expect(() => exchangeStep(shares, 0, 3, 0.1)).toThrow(RangeError);
    expect(() => exchangeStep(shares, -1, 0, 0.1)).toThrow(RangeError);
    expect(() => exchangeStep(shares, 0, 1, -0.1)).toThrow(RangeError);
    expect(() => exchangeStep(shares, 0, 1, Number.NaN)).toThrow(RangeError);
  });
});
