import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantile } from "./quantile";
import { midRanks } from "./ranks";

describe("midRanks", () => {
  it("shares places between equal values", () => {
    expect(midRanks([10, 20, 10, 5, 20, 20])).toEqual({ ranks: [2.5, 5, 2.5, 1, 5, 5], tieSizes: [1, 2, 3] });
    expect(midRanks([])).toEqual({ ranks: [], tieSizes: [] });
    expect(midRanks([0, -0])).toEqual({ ranks: [1.5, 1.5], tieSizes: [2] });
    expect(() => midRanks([Number.NaN])).toThrow(RangeError);
  });

  it("adds up, whatever the order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 })), (values) => {
        const { ranks, tieSizes } = midRanks(values);
        const n = values.length;
        expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBe((n * (n + 1)) / 2);
        expect(tieSizes.reduce((sum, size) => sum + size, 0)).toBe(n);
        const reversed = midRanks(values.map((value) => -value)).ranks;
        expect(reversed).toEqual(ranks.map((rank) => n + 1 - rank));
      }),
    );
  });
});

describe("quantile", () => {
  it("is type 7", () => {
    // R: quantile(c(3, 1, 4, 1, 5, 9, 2, 6), c(0, .1, .25, .5, .9, 1))
    const values = [3, 1, 4, 1, 5, 9, 2, 6];
    const expected = [1, 1, 1.75, 3.5, 6.9, 9];
    [0, 0.1, 0.25, 0.5, 0.9, 1].forEach((p, index) => {
      expect(quantile(values, p)).toBeCloseTo(expected[index] ?? Number.NaN, 13);
    });
    expect(quantile([7], 0.3)).toBe(7);
    expect(
      quantile(
        Array.from({ length: 11 }, (_, index) => index * 0.1),
        0.3,
      ),
    ).toBe(3 * 0.1);
    expect(quantile([-1.7e308, 1.7e308], 0.5)).toBe(0);
  });

  it("refuses nothing, what is not a number and what is not a share", () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
    expect(() => quantile([1, Number.NaN], 0.5)).toThrow(RangeError);
    expect(() => quantile([1], 1.1)).toThrow(RangeError);
    expect(() => quantile([1], -0.1)).toThrow(RangeError);
    expect(() => quantile([1], Number.NaN)).toThrow(RangeError);
  });

  it("rises with p and lies among the values", () => {
    const values = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 });
    fc.assert(
      fc.property(
        values,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (x, p, q) => {
          const [low, high] = [quantile(x, Math.min(p, q)), quantile(x, Math.max(p, q))];
          expect(low).toBeLessThanOrEqual(high);
          expect(low).toBeGreaterThanOrEqual(Math.min(...x));
          expect(high).toBeLessThanOrEqual(Math.max(...x));
        },
      ),
    );
  });
});
