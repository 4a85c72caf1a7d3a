import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMatrix, fromRows } from "../linear-algebra/matrix";
import { kenwardRogerContrast, kenwardRogerTest } from "./kenward-roger";
import { type LinearMixedModel, linearMixedModel } from "./linear-mixed-model";
import type { MixedDesign } from "./mixed-design";
import { mixedKenwardRoger } from "./mixed-kenward-roger";
import { satterthwaiteContrast } from "./satterthwaite";

interface Row {
  person: number;
  time: number;
  y: number;
}
const PEOPLE = 6;
const row: fc.Arbitrary<Row> = fc.record({
  person: fc.nat(PEOPLE - 1),
  time: fc.integer({ min: 0, max: 5 }),
  y: fc.integer({ min: -20, max: 20 }).map((value) => value / 2),
});
const rows = fc.array(row, { maxLength: 40 });
const usable = fc.array(row, { minLength: 24, maxLength: 48 });

function designOf(data: readonly Row[], slope: boolean): MixedDesign {
  const ones = new Float64Array(data.length).fill(1);
  const intercept = { name: "(Intercept)", values: ones };
  const time = { name: "time", values: Float64Array.from(data, (one) => one.time) };
  return {
    y: Float64Array.from(data, (one) => one.y),
    x: createMatrix(
      data.length,
      2,
      data.flatMap((one) => [1, one.time]),
    ),
    terms: [
      {
        group: "person",
        codes: Int32Array.from(data, (one) => one.person),
        levels: PEOPLE,
        columns: slope ? [intercept, time] : [intercept],
      },
    ],
  };
}

/** Every number of a result, by its path. */
function numbers(value: unknown, path = ""): [string, number][] {
  if (typeof value === "number") return [[path, value]];
  if (value === null || typeof value !== "object") return [];
  const entries: [string, unknown][] = Object.entries(value instanceof Float64Array ? Array.from(value) : value);
  return entries.flatMap(([key, inner]) => numbers(inner, `${path}.${key}`));
}

const close = (actual: number, expected: number, scale: number) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-5 * (scale + Math.abs(expected)));

function compare(one: LinearMixedModel, other: LinearMixedModel, expected: (value: number, index: number) => number) {
  one.coefficients.forEach((value, index) => {
    close(other.coefficients[index] ?? Number.NaN, expected(value, index), 1);
  });
}

describe("linear mixed model", () => {
  it("gives finite numbers or a reason, whatever the rows", () => {
    fc.assert(
      fc.property(rows, fc.boolean(), fc.constantFrom("REML" as const, "ML" as const), (data, slope, method) => {
        const model = linearMixedModel(designOf(data, slope), method);
        if (model.kind === "insufficient-data") {
          expect(["too-few", "no-spread", "not-identifiable", "no-convergence"]).toContain(model.reason);
          return;
        }
        for (const [path, value] of numbers(model)) expect(Number.isFinite(value), path).toBe(true);
        const estimate = satterthwaiteContrast(model, [0, 1]);
        for (const [path, value] of numbers(estimate)) expect(Number.isFinite(value), path).toBe(true);
        if (estimate.kind === "estimate") {
          expect(estimate.interval.low).toBeLessThanOrEqual(estimate.value);
          expect(estimate.interval.high).toBeGreaterThanOrEqual(estimate.value);
          expect(estimate.test?.pValue).toBeLessThanOrEqual(1);
        }
        const adjustment = mixedKenwardRoger(designOf(data, slope), model);
        if (adjustment.kind === "insufficient-data") return;
        for (const [path, value] of numbers(kenwardRogerContrast(adjustment, [0, 1]))) {
          expect(Number.isFinite(value), path).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("does not depend on the order of rows or the names of people", () => {
    fc.assert(
      fc.property(usable, fc.boolean(), (data, slope) => {
        const [one, other] = [
          linearMixedModel(designOf(data, slope)),
          linearMixedModel(
            designOf(
              [...data].reverse().map((x) => ({ ...x, person: PEOPLE - 1 - x.person })),
              slope,
            ),
          ),
        ];
        if (one.kind !== "linear-mixed-model" || other.kind !== "linear-mixed-model") return;
        close(other.logLikelihood, one.logLikelihood, 1e-3);
        compare(one, other, (value) => value);
      }),
      { numRuns: 40 },
    );
  });

  it("moves with the outcome's zero, unit and sign, and with the unit of time", () => {
    fc.assert(
      fc.property(usable, fc.boolean(), (data, slope) => {
        const one = linearMixedModel(designOf(data, slope));
        if (one.kind !== "linear-mixed-model") return;
        const moved = linearMixedModel(
          designOf(
            data.map((x) => ({ ...x, y: 7 - 3 * x.y })),
            slope,
          ),
        );
        const stretched = linearMixedModel(
          designOf(
            data.map((x) => ({ ...x, time: 30 * x.time })),
            slope,
          ),
        );
        if (moved.kind !== "linear-mixed-model" || stretched.kind !== "linear-mixed-model") throw new Error("No fit");
        compare(one, moved, (value, index) => (index === 0 ? 7 : 0) - 3 * value);
        compare(one, stretched, (value, index) => (index === 0 ? value : value / 30));
        close(moved.sigma, 3 * one.sigma, 1);
        expect(moved.singular).toBe(one.singular);
      }),
      { numRuns: 40 },
    );
  });

  it("has a likelihood that no random slope makes smaller", () => {
    fc.assert(
      fc.property(usable, (data) => {
        const [plain, slope] = [
          linearMixedModel(designOf(data, false), "ML"),
          linearMixedModel(designOf(data, true), "ML"),
        ];
        if (plain.kind !== "linear-mixed-model" || slope.kind !== "linear-mixed-model") return;
        expect(slope.logLikelihood).toBeGreaterThanOrEqual(plain.logLikelihood - 1e-6);
        expect(slope.parameters).toBe(plain.parameters + 2);
      }),
      { numRuns: 40 },
    );
  });
});

describe("what cannot be fitted", () => {
  const data: Row[] = Array.from({ length: 12 }, (_, i) => ({ person: i % PEOPLE, time: i % 4, y: (i * 7) % 5 }));
  const design = designOf(data, false);
  const [term] = design.terms;
  if (term === undefined) throw new Error("No term");

  it.each<[string, Partial<MixedDesign>, string]>([
    [
      "no more rows than coefficients",
      {
        x: createMatrix(
          12,
          11,
          Array.from({ length: 132 }, (_, i) => i ** 0.5),
        ),
      },
      "too-few",
    ],
    ["one group", { terms: [{ ...term, codes: new Int32Array(12), levels: 1 }] }, "too-few"],
    [
      "as many groups as rows",
      { terms: [{ ...term, codes: Int32Array.from(data, (_, i) => i), levels: 12 }] },
      "too-few",
    ],
    ["a repeated predictor", { x: fromRows(data.map(() => [1, 3])) }, "not-identifiable"],
    ["outcomes all alike", { y: new Float64Array(12).fill(5) }, "no-spread"],
    ["outcomes on a line", { y: Float64Array.from(data, (one) => 2 + 3 * one.time) }, "no-spread"],
  ])("%s", (_, change, reason) => {
    expect(linearMixedModel({ ...design, ...change })).toMatchObject({ kind: "insufficient-data", reason });
  });

  it.each<[string, Partial<MixedDesign>]>([
    ["unequal lengths", { y: new Float64Array(11) }],
    ["no random term", { terms: [] }],
    ["codes of another length", { terms: [{ ...term, codes: new Int32Array(11) }] }],
    ["a code outside the levels", { terms: [{ ...term, codes: term.codes.map((code) => code + 1) }] }],
    ["a negative code", { terms: [{ ...term, codes: term.codes.map((code) => code - 1) }] }],
    ["a term without a column", { terms: [{ ...term, columns: [] }] }],
    ["a column of another length", { terms: [{ ...term, columns: [{ name: "x", values: new Float64Array(3) }] }] }],
  ])("refuses %s", (_, change) => {
    expect(() => linearMixedModel({ ...design, ...change })).toThrow(RangeError);
  });

  it.each<[string, Partial<MixedDesign>]>([
    ["an outcome that is not finite", { y: design.y.map((value, i) => (i === 3 ? Number.NaN : value)) }],
    [
      "a predictor that is not finite",
      { x: createMatrix(12, 1, [Number.POSITIVE_INFINITY, ...new Array(11).fill(1)]) },
    ],
    [
      "a column that is not finite",
      { terms: [{ ...term, columns: [{ name: "x", values: new Float64Array(12).fill(Number.NaN) }] }] },
    ],
  ])("gives a reason for %s", (_, change) => {
    expect(linearMixedModel({ ...design, ...change })).toMatchObject({ reason: "not-finite" });
  });

  it("refuses contrasts of another length, and a joint test of repeated contrasts has no answer", () => {
    const model = linearMixedModel(design);
    if (model.kind !== "linear-mixed-model") throw new Error(model.reason);
    const adjustment = mixedKenwardRoger(design, model);
    if (adjustment.kind === "insufficient-data") throw new Error(adjustment.reason);
    expect(() => kenwardRogerContrast(adjustment, [1])).toThrow(RangeError);
    expect(kenwardRogerContrast(adjustment, [0, 0])).toMatchObject({ reason: "no-spread" });
    expect(kenwardRogerTest(adjustment, createMatrix(2, 2, [0, 1, 0, 1]))).toMatchObject({
      reason: "not-identifiable",
    });
  });
});
