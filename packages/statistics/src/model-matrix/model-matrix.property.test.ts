import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { modelMatrix } from "./model-matrix";
import type { Variable } from "./variable";

const levels = ["p", "q", "r"];
const row = fc.record({ g: fc.nat(2), h: fc.nat(1), x: fc.integer({ min: -9, max: 9 }) });
const rows = fc.array(row, { minLength: 1, maxLength: 20 });
const terms = fc.subarray([["g"], ["h"], ["x"], ["g", "x"], ["h", "g"], ["g", "h", "x"]], { minLength: 1 });

type Row = { g: number; h: number; x: number };
const table = (data: readonly Row[]) =>
  new Map<string, Variable>([
    ["g", { kind: "factor", levels, codes: data.map(({ g }) => g) }],
    ["h", { kind: "factor", levels: ["no", "yes"], codes: data.map(({ h }) => h) }],
    ["x", { kind: "numeric", values: data.map(({ x }) => x) }],
  ]);

describe("model matrix", () => {
  it("moves its rows with the rows of the data", () => {
    fc.assert(
      fc.property(rows, terms, fc.boolean(), (data, model, intercept) => {
        const forward = modelMatrix(table(data), model, intercept);
        const backward = modelMatrix(table([...data].reverse()), model, intercept);
        const width = forward.names.length;
        const cut = (values: Float64Array) => data.map((_, i) => [...values.slice(i * width, (i + 1) * width)]);
        expect(backward.names).toEqual(forward.names);
        expect(cut(backward.matrix.values)).toEqual(cut(forward.matrix.values).reverse());
      }),
    );
  });

  it("has one column per name, and its terms in rising degree", () => {
    fc.assert(
      fc.property(rows, terms, fc.boolean(), (data, model, intercept) => {
        const found = modelMatrix(table(data), model, intercept);
        expect(found.matrix.columns).toBe(found.names.length);
        expect(found.assign).toHaveLength(found.names.length);
        expect(new Set(found.names).size).toBe(found.names.length);
        const degrees = found.terms.map((term) => term.length);
        expect(degrees).toEqual([...degrees].sort((a, b) => a - b));
        expect(found.assign[0]).toBe(intercept ? 0 : 1);
      }),
    );
  });

  it("splits the intercept into the indicators of all levels when it is left out", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const { matrix } = modelMatrix(table(data), [["g"], ["h"]], false);
        expect(matrix.columns).toBe(4);
        data.forEach((_, i) => {
          expect([...matrix.values.slice(i * 4, i * 4 + 3)].reduce((sum, value) => sum + value)).toBe(1);
        });
      }),
    );
  });
});
