import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Adjustment, adjustPValues } from "./adjust-p-values";
import fixtures from "./multiplicity.fixtures.json";

const ADJUSTMENTS = [
  "none",
  "bonferroni",
  "holm",
  "hochberg",
  "hommel",
  "BH",
  "BY",
] as const satisfies readonly Adjustment[];

function closeAll(actual: readonly number[], wanted: readonly number[]): void {
  expect(actual).toHaveLength(wanted.length);
  wanted.forEach((want, index) => {
    expect(Math.abs((actual[index] ?? Number.NaN) - want)).toBeLessThanOrEqual(1e-15 + 1e-12 * want);
  });
}

describe("adjustPValues", () => {
  it.each(ADJUSTMENTS)("gives R's figures: %s", (adjustment) => {
    for (const { p, expected, more, expected_of_more } of fixtures.cases) {
      closeAll(adjustPValues(p, adjustment), expected[adjustment]);
      closeAll(adjustPValues(p, adjustment, more), expected_of_more[adjustment]);
    }
  });

  it.each(ADJUSTMENTS)("never lowers a p value, keeps the order and ignores the place: %s", (adjustment) => {
    const values = fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 8 });
    fc.assert(
      fc.property(values, (thousandths) => {
        const p = thousandths.map((value) => value / 1000);
        const adjusted = adjustPValues(p, adjustment);
        const reversed = adjustPValues([...p].reverse(), adjustment).reverse();
        p.forEach((one, index) => {
          const own = adjusted[index] ?? Number.NaN;
          expect(own).toBeGreaterThanOrEqual(one);
          expect(own).toBeLessThanOrEqual(1);
          expect(own).toBeCloseTo(reversed[index] ?? Number.NaN, 14);
          p.forEach((other, at) => {
            if (one < other) expect(own).toBeLessThanOrEqual(adjusted[at] ?? Number.NaN);
          });
        });
      }),
    );
  });

  it("orders the methods by what they promise", () => {
    const p = [0.01, 0.02, 0.022, 0.04, 0.3];
    const by = (adjustment: Adjustment) => adjustPValues(p, adjustment).reduce((sum, value) => sum + value, 0);
    expect(by("BH")).toBeLessThan(by("hommel"));
    expect(by("hommel")).toBeLessThan(by("holm"));
    expect(by("holm")).toBeLessThan(by("bonferroni"));
    expect(by("BH")).toBeLessThan(by("BY"));
  });

  it("refuses what is no p value", () => {
    for (const p of [[-0.1], [1.1], [Number.NaN]]) expect(() => adjustPValues(p, "holm")).toThrow(RangeError);
    expect(() => adjustPValues([0.1, 0.2], "BH", 1)).toThrow(RangeError);
    expect(() => adjustPValues([0.1, 0.2], "BH", 2.5)).toThrow(RangeError);
    expect(adjustPValues([], "holm")).toEqual([]);
    expect(adjustPValues([0.2], "BY")).toEqual([0.2]);
  });
});
