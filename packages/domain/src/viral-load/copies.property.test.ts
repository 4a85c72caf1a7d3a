import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountInCopies, copiesFromLog10, log10FromCopies } from "./copies";

describe("copies and log10", () => {
  it("go there and back to the same number, for copies of up to 13 digits", () => {
    const digits = fc.bigInt({ min: 1n, max: 9_999_999_999_999n });
    const shift = fc.integer({ min: -15, max: -1 });
    fc.assert(
      fc.property(digits, shift, (whole, exponent) => {
        const copies = Number(`${whole}e${exponent}`);
        fc.pre(copies >= 1e-6);
        expect(copiesFromLog10(log10FromCopies(copies))).toBe(copies);
      }),
      { numRuns: 3000 },
    );
  });

  it("go there and back for every whole number of copies a laboratory prints", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (copies) => {
        expect(copiesFromLog10(log10FromCopies(copies))).toBe(copies);
      }),
      { numRuns: 3000 },
    );
  });

  it("go there and back to the same logarithm, of up to 12 decimals", () => {
    fc.assert(
      fc.property(fc.integer({ min: -2e12, max: 9e12 }), (steps) => {
        const log10 = steps / 1e12;
        expect(log10FromCopies(copiesFromLog10(log10))).toBe(log10);
      }),
      { numRuns: 3000 },
    );
    for (let hundredths = 0; hundredths <= 900; hundredths += 1) {
      expect(log10FromCopies(copiesFromLog10(hundredths / 100))).toBe(hundredths / 100);
    }
  });

  it.each([
    [1, 0],
    [10, 1],
    [1000, 3],
    [10_000_000, 7],
    [1_000_000_000, 9],
    [0.01, -2],
  ])("%f copies are %f exactly", (copies, log10) => {
    expect(log10FromCopies(copies)).toBe(log10);
    expect(copiesFromLog10(log10)).toBe(copies);
  });

  it.each([
    [20, 1.301029995663981],
    [20_000, 4.301029995663981],
  ])("%f copies are %f", (copies, log10) => {
    expect(log10FromCopies(copies)).toBeCloseTo(log10, 14);
  });

  it("keeps the order", () => {
    const positive = fc.double({ min: 1e-3, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        fc.pre(a < b * (1 - 1e-9));
        expect(log10FromCopies(a)).toBeLessThan(log10FromCopies(b));
      }),
    );
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("refuses %f copies", (copies) => {
    expect(() => log10FromCopies(copies)).toThrow(RangeError);
  });

  it.each([400, Number.NaN, Number.NEGATIVE_INFINITY])("refuses a log10 of %f", (log10) => {
    expect(() => copiesFromLog10(log10)).toThrow(RangeError);
  });
});

describe("amountInCopies", () => {
  it.each([
    ["2.0E4", "copies-per-ml", null, 20_000],
    ["3", "log10-copies-per-ml", null, 1000],
    ["0", "log10-copies-per-ml", null, 1],
    ["-1", "log10-copies-per-ml", null, 0.1],
    ["0", "copies-per-ml", null, null],
    ["-5", "copies-per-ml", null, null],
    ["nonsense", "copies-per-ml", null, null],
    ["nonsense", "log10-copies-per-ml", null, null],
    ["34", "iu-per-ml", null, null],
    ["34", "iu-per-ml", { iuPerCopy: null }, null],
    ["34", "iu-per-ml", { iuPerCopy: 1.7 }, 20],
    ["0", "iu-per-ml", { iuPerCopy: 1.7 }, null],
    // A factor is for international units only.
    ["34", "copies-per-ml", { iuPerCopy: 1.7 }, 34],
  ] as const)("%s in %s with %j is %s copies", (value, unit, assay, copies) => {
    expect(amountInCopies(value, unit, assay)).toBe(copies);
  });
});
