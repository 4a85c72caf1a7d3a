import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countPairs, kthPairSum, medianPairSum } from "./kth-pair-sum";

const value = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
const list = fc.array(value, { minLength: 1, maxLength: 12 }).map((values) => Float64Array.from(values).sort());
const rising = (sums: readonly number[]) => sums.map((sum) => sum + 0).sort((a, b) => a - b);

function everySum(a: Float64Array, b: Float64Array): number[] {
  return rising([...a].flatMap((left) => [...b].map((right) => left + right)));
}
function everyLaterSum(a: Float64Array): number[] {
  return rising([...a].flatMap((left, index) => [...a.slice(index)].map((right) => left + right)));
}

describe("kthPairSum", () => {
  it("finds every place among all sums of two lists", () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const sums = everySum(a, b);
        expect(countPairs(a, b, "all")).toBe(sums.length);
        sums.forEach((sum, index) => {
          expect(kthPairSum(a, b, index + 1, "all")).toEqual({ value: sum, next: sums[index + 1] ?? sum });
        });
      }),
    );
  });

  it("finds every place among the sums of a list with itself", () => {
    fc.assert(
      fc.property(list, (a) => {
        const sums = everyLaterSum(a);
        expect(countPairs(a, a, "with-later")).toBe(sums.length);
        sums.forEach((sum, index) => {
          expect(kthPairSum(a, a, index + 1, "with-later")).toEqual({ value: sum, next: sums[index + 1] ?? sum });
        });
      }),
    );
  });

  it("ends also where values are as far apart as doubles go", () => {
    const wide = Float64Array.of(-8e307, -1e-300, 0, 5e-324, 1e-300, 8e307);
    everyLaterSum(wide).forEach((sum, index) => {
      expect(kthPairSum(wide, wide, index + 1, "with-later").value).toBe(sum);
    });
  });

  it("refuses places that do not exist", () => {
    const a = Float64Array.of(1, 2);
    for (const k of [0, 4, 1.5]) expect(() => kthPairSum(a, a, k, "with-later")).toThrow(RangeError);
    expect(() => kthPairSum(a, a, 5, "all")).toThrow(RangeError);
    expect(kthPairSum(a, a, 4, "all")).toEqual({ value: 4, next: 4 });
  });
});

describe("medianPairSum", () => {
  it("is the middle one, or the mean of the two in the middle", () => {
    const two = Float64Array.of(1, 2);
    // 2 3 4, and 2 3 3 4.
    expect(medianPairSum(two, two, "with-later")).toBe(3);
    expect(medianPairSum(two, two, "all")).toBe(3);
    // 11 12 21 22.
    expect(medianPairSum(two, Float64Array.of(10, 20), "all")).toBe(16.5);
    // 1 2 2 3 3 4 over 1 2 3: sums 2 3 4 4 5 6.
    expect(medianPairSum(Float64Array.of(1, 2, 3), Float64Array.of(1, 2, 3), "with-later")).toBe(4);
  });
});
