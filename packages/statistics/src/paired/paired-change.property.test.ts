import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PairedChange } from "./change-from-moments";
import { pairedChange } from "./paired-change";
import { pairedChangeFromSums } from "./paired-change-from-sums";
import { sumsOfPairs } from "./sums-of-pairs";

const half = fc.integer({ min: -200, max: 200 }).map((value) => value / 2);
const pairs = (value: fc.Arbitrary<number>) => fc.array(fc.tuple(value, value), { maxLength: 40 });
const split = (rows: readonly (readonly [number, number])[]) => [rows.map(([x]) => x), rows.map(([, y]) => y)] as const;
const fromSums = (rows: readonly (readonly [number, number])[]) => pairedChangeFromSums(sumsOfPairs(...split(rows)));

/** Every number of a result, by its path. */
function numbers(value: unknown, path = ""): [string, number][] {
  if (typeof value === "number") return [[path, value]];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => numbers(inner, `${path}.${key}`));
}

describe("paired change", () => {
  it("is the same from sums as from values", () => {
    fc.assert(
      fc.property(pairs(half), (rows) => {
        const expected = numbers(pairedChange(...split(rows)));
        const actual = numbers(fromSums(rows));
        expect(actual.map(([path]) => path)).toEqual(expected.map(([path]) => path));
        actual.forEach(([path, value], index) => {
          const wanted = expected[index]?.[1] ?? Number.NaN;
          expect(Math.abs(value - wanted), path).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wanted)));
        });
      }),
    );
  });

  it("never holds NaN or infinity, whatever finite values come in", () => {
    const any = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(pairs(any), (rows) => {
        for (const [path, value] of numbers(fromSums(rows))) expect(Number.isFinite(value), path).toBe(true);
      }),
      { numRuns: 60 },
    );
    fc.assert(
      fc.property(pairs(any), (rows) => {
        for (const [path, value] of numbers(pairedChange(...split(rows)))) {
          expect(Number.isFinite(value), path).toBe(true);
        }
      }),
    );
  });

  it("turns around when before and after are exchanged, and ignores the order of people", () => {
    const sum = (result: PairedChange) => (result.change.kind === "estimate" ? result.change.value : undefined);
    fc.assert(
      fc.property(pairs(half), (rows) => {
        const swapped = fromSums(rows.map(([x, y]) => [y, x] as const));
        const forward = sum(fromSums(rows));
        expect(sum(swapped)).toBe(forward === undefined || forward === 0 ? forward : -forward);
        expect(fromSums([...rows].reverse())).toEqual(fromSums(rows));
      }),
    );
  });

  it("does not change when everyone's values move by the same amount", () => {
    fc.assert(
      fc.property(pairs(half), half, (rows, shift) => {
        const { meanPre, meanPost, ...rest } = fromSums(rows);
        const {
          meanPre: movedPre,
          meanPost: movedPost,
          ...moved
        } = fromSums(rows.map(([x, y]) => [x + shift, y + shift] as const));
        expect(moved).toEqual(rest);
        expect([movedPre.kind, movedPost.kind]).toEqual([meanPre.kind, meanPost.kind]);
      }),
    );
  });
});
