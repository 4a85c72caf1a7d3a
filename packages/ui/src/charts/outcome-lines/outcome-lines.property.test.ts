import fc from "fast-check";
import { expect, it } from "vitest";
import { verticalScale } from "./scale.model";
import { spreadLabels } from "./spread-labels.model";

const range = fc
  .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 2000 }))
  .map(([minimum, width]) => ({ minimum, maximum: minimum + width }));

it("shows every value, has rising round ticks inside itself, and never reaches beyond the possible scores", () => {
  fc.assert(
    fc.property(
      range,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }),
      fc.option(fc.double({ min: 0.1, max: 20, noNaN: true })),
      fc.boolean(),
      (possible, shares, importantDifference, bounded) => {
        const values = shares.map((share) => possible.minimum + share * (possible.maximum - possible.minimum));
        const scale = verticalScale({ values, range: bounded ? possible : null, importantDifference });
        const slack = 1e-9 * (1 + Math.abs(scale.high) + Math.abs(scale.low));
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(scale.low - slack);
          expect(value).toBeLessThanOrEqual(scale.high + slack);
        }
        expect(scale.high).toBeGreaterThan(scale.low);
        expect(scale.ticks.length).toBeGreaterThanOrEqual(1);
        expect(scale.ticks.length).toBeLessThanOrEqual(8);
        expect(scale.ticks).toEqual(scale.ticks.toSorted((a, b) => a - b));
        expect(new Set(scale.ticks.map((tick) => tick.toFixed(scale.decimals))).size).toBe(scale.ticks.length);
        if (bounded) {
          expect(scale.low).toBeGreaterThanOrEqual(possible.minimum);
          expect(scale.high).toBeLessThanOrEqual(possible.maximum);
          expect(scale.high - scale.low).toBeGreaterThanOrEqual((possible.maximum - possible.minimum) * 0.2 - slack);
        }
      },
    ),
    { numRuns: 500 },
  );
});

it("has a scale for a value next to nothing", () => {
  const scale = verticalScale({ values: [5e-324], range: null, importantDifference: null });
  expect(scale.high).toBeGreaterThan(scale.low);
  expect(scale.ticks.every(Number.isFinite)).toBe(true);
});

it("keeps labels in order, inside, and apart as far as there is room", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -20, max: 320, noNaN: true }), { minLength: 1, maxLength: 30 }), (wishes) => {
      const wished = wishes.map((y, index) => ({ id: `${index}`, y }));
      const placed = spreadLabels(wished, 15, 10, 230);
      const gap = Math.min(15, wished.length > 1 ? 220 / (wished.length - 1) : 15);
      const ys = wished.toSorted((a, b) => a.y - b.y).map(({ id }) => placed.get(id) ?? Number.NaN);
      for (const [index, y] of ys.entries()) {
        expect(y).toBeGreaterThanOrEqual(10 - 1e-9);
        expect(y).toBeLessThanOrEqual(230 + 1e-9);
        if (index > 0) expect(y - (ys[index - 1] ?? 0)).toBeGreaterThanOrEqual(gap - 1e-9);
      }
    }),
  );
});
