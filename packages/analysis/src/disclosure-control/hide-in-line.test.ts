import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hideInLine } from "./hide-in-line";
import { boundsOf } from "./shown-count";

const line = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 4 });
const thresholds = fc.constantFrom(3, 4, 5);

describe("hideInLine", () => {
  it.each<[string, number[], number, string[]]>([
    ["nothing small", [9, 0, 12], 5, ["9", "0", "12"]],
    ["one small hides all parts that are not empty", [2, 30, 0, 9], 5, ["1-39", "1-39", "0", "1-39"]],
    ["a part as large as the threshold is not small", [5, 5], 5, ["5", "5"]],
    ["so many small parts that their number says it", [1, 2, 0, 3], 5, ["0-6", "0-6", "0-6", "0-6"]],
    ["nothing is hidden", [1, 2, 3], 1, ["1", "2", "3"]],
  ])("%s", (_, counts, threshold, expected) => {
    const shown = hideInLine(counts, threshold).map((count) => {
      if (count.kind === "exact") return String(count.n);
      return count.kind === "hidden" ? "hidden" : `${count.low}-${count.high}`;
    });
    expect(shown).toEqual(expected);
  });

  it("refuses what is no count", () => {
    expect(() => hideInLine([1.5], 5)).toThrow(RangeError);
    expect(() => hideInLine([-1], 5)).toThrow(RangeError);
  });

  it("shows every truth inside its bounds, and the same whatever the order", () => {
    fc.assert(
      fc.property(line, thresholds, (counts, k) => {
        hideInLine(counts, k).forEach((shown, at) => {
          const { low, high } = boundsOf(shown);
          expect(low).toBeLessThanOrEqual(counts[at] ?? -1);
          expect(high).toBeGreaterThanOrEqual(counts[at] ?? -1);
        });
        const kinds = (list: readonly number[]) =>
          hideInLine(list, k)
            .map(({ kind }) => kind)
            .toSorted();
        expect(kinds(counts.toReversed())).toEqual(kinds(counts));
      }),
    );
  });

  it("lets nobody who knows the total and the rule tell a small count", () => {
    // Every line of three with this total, by what would be shown of it: no small count may be the same in all of them.
    for (const k of [3, 4, 5]) {
      for (let total = k; total <= 24; total += 1) {
        const worlds = new Map<string, number[][]>();
        for (let a = 0; a <= total; a += 1) {
          for (let b = 0; a + b <= total; b += 1) {
            const counts = [a, b, total - a - b];
            const key = JSON.stringify(hideInLine(counts, k));
            worlds.set(key, [...(worlds.get(key) ?? []), counts]);
          }
        }
        for (const [key, group] of worlds) {
          for (const at of [0, 1, 2]) {
            const values = new Set(group.map((counts) => counts[at]));
            const [only] = values;
            if (values.size === 1) expect(only === 0 || (only ?? 0) >= k, `${key} of ${total}, k ${k}`).toBe(true);
          }
        }
      }
    }
  });
});
