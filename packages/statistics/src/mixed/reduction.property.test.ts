import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crossedReducer } from "./crossed-reduction";
import type { GroupingLevel } from "./grouping-level";
import { nestedReducer } from "./nested-reduction";
import { nestLevels } from "./nesting";
import type { Reducer, Reduction } from "./reduction";
import { relativeFactor } from "./relative-factor";
import { singleFactorReducer } from "./single-factor-reduction";

const value = fc.double({ min: -3, max: 3, noNaN: true });
const ROWS = 24;
const column = fc.array(value, { minLength: ROWS, maxLength: ROWS }).map((values) => Float64Array.from(values));
const codes = (groups: number) =>
  fc.array(fc.nat(groups - 1), { minLength: ROWS, maxLength: ROWS }).map((list) => Int32Array.from(list));
/** Term sizes of one grouping factor: an intercept; a correlated slope; an uncorrelated slope; three effects. */
const sizes = fc.constantFrom([1], [2], [1, 1], [2, 1]);
const level = (groups: number): fc.Arbitrary<GroupingLevel> =>
  fc.tuple(codes(groups), sizes).chain(([list, terms]) => {
    const factor = relativeFactor(terms);
    return fc
      .array(column, { minLength: factor.size, maxLength: factor.size })
      .map((columns) => ({ codes: list, levels: groups, columns, factor }));
  });
const matrixColumns = fc.array(column, { minLength: 2, maxLength: 3 });
const thetas = fc.array(value, { minLength: 12, maxLength: 12 }).map((values) => Float64Array.from(values));
const weights = fc.array(value, { minLength: 9, maxLength: 9 });

function expectNear(actual: ArrayLike<number>, expected: ArrayLike<number>, scale: number): void {
  expect(actual.length).toBe(expected.length);
  Array.from(expected).forEach((wanted, index) => {
    expect(Math.abs((actual[index] ?? Number.NaN) - wanted)).toBeLessThanOrEqual(1e-8 * (scale + Math.abs(wanted)));
  });
}
/** Size of what is subtracted from each other in a reduction, which bounds the rounding. */
const sizeOf = (w: readonly Float64Array[]) =>
  1 + w.reduce((sum, one) => sum + one.reduce((all, x) => all + x ** 2, 0), 0);

function expectSame(one: Reducer, other: Reducer, given: Float64Array, w: readonly Float64Array[], by: number[]): void {
  expect([one.width, one.size]).toEqual([other.width, other.size]);
  const theta = given.slice(0, one.size);
  const scale = sizeOf(w) ** 2;
  const compare = (left: Reduction, right: Reduction) => {
    expectNear([left.logDeterminant], [right.logDeterminant], scale);
    expectNear(left.crossProduct, right.crossProduct, scale);
  };
  compare(one.reduce(theta), other.reduce(theta));
  const [left, right] = [one.differentiate(theta), other.differentiate(theta)];
  compare(left.value, right.value);
  const tangents = right.tangents();
  left.tangents().forEach((tangent, k) => {
    const twin = tangents[k];
    if (twin !== undefined) compare(tangent, twin);
  });
  expect(left.tangents()).toHaveLength(one.size);
  const upper = Float64Array.from({ length: one.width ** 2 }, (_, k) =>
    Math.floor(k / one.width) <= k % one.width ? (by[k % 9] ?? 0) : 0,
  );
  expectNear(left.slopes(upper), right.slopes(upper), 10 * scale);
  const residual = Float64Array.from(by.slice(0, one.width));
  const effects = other.effects(theta, residual);
  one.effects(theta, residual).forEach((own, index) => {
    expectNear(own, effects[index] ?? [], scale);
  });
}

describe("reductions", () => {
  it("of one factor are the same in classes, group by group and in one dense matrix", () => {
    fc.assert(
      fc.property(level(4), matrixColumns, thetas, weights, (factor, w, theta, by) => {
        const nesting = nestLevels([factor]);
        if (nesting === null) throw new Error("One factor is always nested");
        const single = singleFactorReducer(factor, w);
        expectSame(single, crossedReducer([factor], w), theta, w, by);
        expectSame(nestedReducer(nesting, w), single, theta, w, by);
      }),
      { numRuns: 60 },
    );
  });

  it("of nested factors are the same from the inside out and in one dense matrix", () => {
    fc.assert(
      fc.property(
        level(6),
        level(3),
        level(2),
        matrixColumns,
        thetas,
        weights,
        (person, volunteer, site, w, theta, by) => {
          // Person 0 and 1 with volunteer 0, 2 and 3 with 1, 4 and 5 with 2; volunteers 0 and 1 on site 0.
          const volunteers = person.codes.map((code) => code >> 1);
          const levels = [
            person,
            { ...volunteer, codes: volunteers },
            { ...site, codes: volunteers.map((code) => (code === 2 ? 1 : 0)) },
          ];
          const nesting = nestLevels(levels);
          if (nesting === null) throw new Error("They are nested");
          expectSame(nestedReducer(nesting, w), crossedReducer(levels, w), theta, w, by);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("have the derivatives that differences of values have", () => {
    fc.assert(
      fc.property(level(4), matrixColumns, thetas, (factor, w, given) => {
        const reducer = singleFactorReducer(factor, w);
        const theta = given.slice(0, reducer.size);
        const step = 1e-5;
        reducer
          .differentiate(theta)
          .tangents()
          .forEach((tangent, k) => {
            const at = (change: number) => reducer.reduce(theta.map((x, j) => (j === k ? x + change : x)));
            const [below, above] = [at(-step), at(step)];
            const slope = (above.logDeterminant - below.logDeterminant) / (2 * step);
            expect(Math.abs(tangent.logDeterminant - slope)).toBeLessThan(1e-4 * (1 + Math.abs(slope)));
            tangent.crossProduct.forEach((entry, index) => {
              const difference = ((above.crossProduct[index] ?? 0) - (below.crossProduct[index] ?? 0)) / (2 * step);
              expect(Math.abs(entry - difference)).toBeLessThan(1e-4 * sizeOf(w));
            });
          });
      }),
      { numRuns: 40 },
    );
  });
});

describe("nesting", () => {
  const factor = (list: number[], groups: number, column = list.map(() => 1)): GroupingLevel => ({
    codes: Int32Array.from(list),
    levels: groups,
    columns: [Float64Array.from(column)],
    factor: relativeFactor([1]),
  });
  const person = factor([0, 0, 1, 1, 2, 2], 3);
  const site = factor([0, 0, 0, 0, 1, 1], 2);

  it("puts the factor with most groups inside, whatever the order", () => {
    for (const levels of [
      [person, site],
      [site, person],
    ]) {
      const nesting = nestLevels(levels);
      expect(nesting?.levels.map(({ level: { levels: groups } }) => groups)).toEqual([3, 2]);
      expect(nesting?.levels.map(({ parents }) => [...parents])).toEqual([
        [0, 0, 1],
        [0, 0],
      ]);
    }
  });

  it("is not there when a person changes site", () => {
    expect(nestLevels([person, factor([0, 1, 0, 0, 1, 1], 2)])).toBeNull();
  });

  it("gives people whom the outer factor does not touch a group of their own", () => {
    // Person 2 has no volunteer: the column is zero, and the code means nothing.
    const volunteer = factor([0, 0, 1, 1, 0, 1], 2, [1, 1, 1, 1, 0, 0]);
    const nesting = nestLevels([person, volunteer, factor([0, 0, 0, 0, 0, 0], 1)]);
    expect(nesting?.levels.map(({ groups }) => groups)).toEqual([3, 3, 1]);
    expect([...(nesting?.levels[0]?.parents ?? [])]).toEqual([0, 1, 2]);
    expect([...(nesting?.levels[1]?.codes ?? [])]).toEqual([0, 0, 1, 1, 2, 2]);
    expect([...(nesting?.levels[2]?.parents ?? [])]).toEqual([0]);
  });
});
