import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fisherExactPValue } from "../proportions/fisher-two-by-two";
import { fisherExactTest } from "./fisher-exact";
import { independenceTest } from "./independence";
import { bowkerTest, marginalHomogeneity } from "./marginal-homogeneity";

const count = fc.integer({ min: 0, max: 9 });
const tables = fc
  .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 4 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );
const squares = fc
  .integer({ min: 2, max: 4 })
  .chain((size) =>
    fc.array(fc.array(count, { minLength: size, maxLength: size }), { minLength: size, maxLength: size }),
  );
const turned = (table: readonly (readonly number[])[]) =>
  (table[0] ?? []).map((_, column) => table.map((row) => row[column] ?? 0));
const reversed = (table: readonly (readonly number[])[]) => [...table].reverse().map((row) => [...row].reverse());
const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));

describe("tables of counts", () => {
  it("give the same exact p value turned round and in any order", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const p = (cells: readonly (readonly number[])[]) => {
          const found = fisherExactTest(cells);
          return found.kind === "fisher-exact-test" ? found.pValue : -1;
        };
        expect(near(p(table), p(turned(table)))).toBe(true);
        expect(near(p(table), p(reversed(table)))).toBe(true);
        expect(p(table)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  it("give the same exact p value by both ways for two by two", () => {
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const found = fisherExactTest([
          [a, b],
          [c, d],
        ]);
        const direct = fisherExactPValue({ successes1: a, n1: a + b, successes2: c, n2: c + d });
        if (found.kind === "fisher-exact-test") expect(near(found.pValue, direct)).toBe(true);
        else expect(direct).toBe(1);
      }),
    );
  });

  it("scale Pearson's statistic with the counts and leave V alone", () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 2, max: 5 }), (table, factor) => {
        const one = independenceTest(table);
        const many = independenceTest(table.map((row) => row.map((cell) => cell * factor)));
        if (one.kind !== "chi-squared-test" || many.kind !== "chi-squared-test") {
          expect(one.kind).toBe(many.kind);
          return;
        }
        expect(near(many.statistic, one.statistic * factor)).toBe(true);
        expect(near(many.cramerV, one.cramerV)).toBe(true);
        expect(one.cramerV).toBeLessThanOrEqual(1 + 1e-12);
        expect(many.pValue).toBeLessThanOrEqual(one.pValue + 1e-12);
        const corrected = independenceTest(table, true);
        if (corrected.kind === "chi-squared-test")
          expect(corrected.statistic).toBeLessThanOrEqual(one.statistic + 1e-12);
      }),
    );
  });

  it("do not care who rated first, nor about people who stayed", () => {
    fc.assert(
      fc.property(squares, fc.integer({ min: 0, max: 5 }), (table, more) => {
        const [one, other] = [marginalHomogeneity(table), marginalHomogeneity(turned(table))];
        const stayed = marginalHomogeneity(table.map((row, i) => row.map((cell, j) => (i === j ? cell + more : cell))));
        if (one.kind !== "marginal-homogeneity" || other.kind !== "marginal-homogeneity") {
          expect(one.kind).toBe(other.kind);
          return;
        }
        expect(near(one.stuartMaxwell.statistic, other.stuartMaxwell.statistic)).toBe(true);
        if (stayed.kind !== "marginal-homogeneity") throw new Error(stayed.reason);
        expect(near(one.stuartMaxwell.statistic, stayed.stuartMaxwell.statistic)).toBe(true);
        expect(one.stuartMaxwell.statistic).toBeLessThanOrEqual(one.stuartMaxwell.n + 1e-9);
        expect(one.stuartMaxwell.degreesOfFreedom).toBeLessThan(table.length);
        expect(bowkerTest(table).kind).toBe("chi-squared-test");
        if (one.bhapkar !== null) {
          expect(one.bhapkar.statistic).toBeGreaterThanOrEqual(one.stuartMaxwell.statistic);
        }
      }),
    );
  });
});
