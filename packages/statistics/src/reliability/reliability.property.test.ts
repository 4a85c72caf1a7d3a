import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coefficientAlpha, guttmanLambda2 } from "./coefficient-alpha";
import { covarianceMatrix } from "./covariance";
import { itemAnalysis } from "./item-analysis";
import { omegaTotal, omegaVariants } from "./omega";
import { oneFactorModel } from "./one-factor-model";

const near = (a: number, b: number, digits = 1e-8) => Math.abs(a - b) <= digits * Math.max(1, Math.abs(a), Math.abs(b));
const answer = fc.integer({ min: 1, max: 5 });
const scales = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 3, max: 25 }))
  .chain(([k, n]) => fc.array(fc.array(answer, { minLength: n, maxLength: n }), { minLength: k, maxLength: k }));
/** Items that share something, as those of a scale do. */
const related = fc
  .array(
    fc.tuple(fc.integer({ min: 0, max: 8 }), fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 4, maxLength: 4 })),
    {
      minLength: 12,
      maxLength: 40,
    },
  )
  .map((people) => [0, 1, 2, 3].map((item) => people.map(([common, own]) => common + (own[item] ?? 0))));

/** Every number of a result. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(numbersIn) : [];
}

describe("alpha", () => {
  it("is the same in another unit, from another origin and in another order", () => {
    fc.assert(
      fc.property(scales, fc.integer({ min: -9, max: 9 }), (items, shift) => {
        const found = coefficientAlpha(items);
        const other = coefficientAlpha(
          [...items].reverse().map((values) => [...values].reverse().map((x) => shift - 2.5 * x)),
        );
        if (found.kind !== "estimate" || other.kind !== "estimate") {
          expect(found.kind).toBe(other.kind);
          return;
        }
        expect(near(found.value, other.value)).toBe(true);
        expect(near(found.standardError, other.standardError, 1e-6)).toBe(true);
        expect(found.value).toBeLessThanOrEqual(1);
        expect(found.interval.low <= found.value && found.value <= found.interval.high).toBe(true);
        expect(guttmanLambda2(covarianceMatrix(items))).toBeGreaterThanOrEqual(found.value - 1e-12);
        expect(numbersIn(itemAnalysis(items)).every(Number.isFinite)).toBe(true);
      }),
    );
  });

  it("is 1 for an item and its copies", () => {
    fc.assert(
      fc.property(fc.array(answer, { minLength: 3, maxLength: 20 }), (values) => {
        const found = coefficientAlpha([values, values, values]);
        if (found.kind === "estimate") expect(near(found.value, 1)).toBe(true);
        else expect(new Set(values).size).toBe(1);
      }),
    );
  });
});

describe("omega", () => {
  it("never holds what is not a number, whatever answers come in", () => {
    fc.assert(
      fc.property(scales, (items) => {
        const model = oneFactorModel(items);
        expect(numbersIn(omegaTotal(items)).every(Number.isFinite)).toBe(true);
        if (model.kind === "insufficient-data") return;
        const { loadings, residualVariances, fit } = model;
        expect(numbersIn({ loadings, residualVariances, fit }).every(Number.isFinite)).toBe(true);
        expect(numbersIn(omegaVariants(model)).every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it("is the same in another unit and reproduces the variances of the items", () => {
    fc.assert(
      fc.property(related, (items) => {
        const [found, other] = [omegaTotal(items), omegaTotal(items.map((values) => values.map((x) => 4 - 3 * x)))];
        if (found.kind !== "estimate" || other.kind !== "estimate") {
          expect(found.kind).toBe(other.kind);
          return;
        }
        expect(near(found.value, other.value, 1e-6)).toBe(true);
        const model = oneFactorModel(items);
        if (model.kind === "insufficient-data") throw new Error(model.reason);
        model.loadings.forEach((loading, item) => {
          const implied = loading ** 2 + (model.residualVariances[item] ?? 0);
          expect(near(implied, (model.sds[item] ?? 0) ** 2, 1e-6)).toBe(true);
        });
        expect(found.interval.low <= found.value && found.value <= found.interval.high).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
