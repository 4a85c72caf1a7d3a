import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { momentsByCell } from "./moments-by-cell";
import { momentsFromPairs } from "./paired-change";

const columns = (rows: readonly (readonly [number, number, number])[]) => ({
  cells: Int32Array.from(rows, ([cell]) => cell),
  pre: Float64Array.from(rows, ([, pre]) => pre),
  post: Float64Array.from(rows, ([, , post]) => post),
});
const score = fc.integer({ min: -1000, max: 1000 }).map((value) => value / 8);
const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), score, score), { maxLength: 60 });

describe("momentsByCell", () => {
  it("gives every cell what it would have by itself", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(0, 1e6), (list, far) => {
        const moved = list.map(([cell, pre, post]) => [cell, pre + far, post + far] as const);
        const found = momentsByCell(columns(moved), 4);
        found.forEach((moments, cell) => {
          const own = moved.filter(([at]) => at === cell);
          const alone = momentsFromPairs(
            own.map(([, pre]) => pre),
            own.map(([, , post]) => post),
          );
          for (const [name, value] of Object.entries(alone)) {
            const got = Object.entries(moments).find(([key]) => key === name)?.[1];
            if (value === null) expect(got, name).toBeNull();
            else expect(got, name).toBeCloseTo(value, 8);
          }
        });
      }),
    );
  });

  it("has no spread where all are alike, and nothing where nobody is", () => {
    const [empty, one, same] = momentsByCell(
      columns([
        [1, 3, 5],
        [2, 0.1, 0.3],
        [2, 0.1, 0.3],
        [2, 0.1, 0.3],
      ]),
      3,
    );
    expect(empty).toEqual({
      n: 0,
      meanPre: null,
      meanPost: null,
      meanChange: null,
      sdPre: null,
      sdPost: null,
      sdChange: null,
      correlation: null,
    });
    expect(one).toMatchObject({ n: 1, meanPre: 3, meanPost: 5, meanChange: 2, sdChange: null });
    expect(same).toMatchObject({ n: 3, sdPre: 0, sdPost: 0, sdChange: 0, correlation: null });
  });

  it("refuses columns that do not fit and values that are none", () => {
    const good = columns([[0, 1, 2]]);
    expect(() => momentsByCell({ ...good, post: new Float64Array(2) }, 1)).toThrow(/lengths/);
    expect(() => momentsByCell({ ...good, pre: new Float64Array(0) }, 1)).toThrow(/lengths/);
    expect(() => momentsByCell(columns([[1, 1, 2]]), 1)).toThrow("No cell 1");
    expect(() => momentsByCell(columns([[-1, 1, 2]]), 1)).toThrow("No cell -1");
    expect(() => momentsByCell(columns([[0, Number.NaN, 2]]), 1)).toThrow(/finite/);
    expect(() => momentsByCell(columns([[0, 1, Number.POSITIVE_INFINITY]]), 1)).toThrow(/finite/);
  });
});
