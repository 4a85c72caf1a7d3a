import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Merged, mergeSmall } from "./merge-small";

const threshold = fc.integer({ min: 0, max: 12 });
const sizes = fc
  .array(fc.integer({ min: 0, max: 25 }), { maxLength: 9 })
  .map((all) => new Map(all.map((n, at) => [`site ${at}`, n])));
const OTHER = "other";

/** Groups as they are told afterwards; null where nothing is. */
function told(given: ReadonlyMap<string, number>, merged: Merged): ReadonlyMap<string, number> | null {
  if (merged.kind === "left-out") return null;
  const result = new Map<string, number>();
  for (const [name, n] of given) {
    if (n === 0) continue;
    const as = merged.kind === "merged" && merged.together.has(name) ? OTHER : name;
    result.set(as, (result.get(as) ?? 0) + n);
  }
  return result;
}

const applied = (k: number) => (k <= 1 ? 1 : Math.max(3, k));

describe("mergeSmall", () => {
  it("leaves no group below the threshold, or no column", () => {
    fc.assert(
      fc.property(sizes, threshold, (given, k) => {
        const after = told(given, mergeSmall(given, k));
        for (const n of after?.values() ?? []) expect(n).toBeGreaterThanOrEqual(applied(k));
      }),
    );
  });

  it("loses and invents nobody", () => {
    fc.assert(
      fc.property(sizes, threshold, (given, k) => {
        const after = told(given, mergeSmall(given, k));
        const sum = (all: Iterable<number>) => [...all].reduce((total, n) => total + n, 0);
        if (after !== null) expect(sum(after.values())).toBe(sum(given.values()));
      }),
    );
  });

  it("does not depend on the order", () => {
    fc.assert(
      fc.property(
        sizes.chain((given) =>
          fc.tuple(
            fc.constant(given),
            fc.shuffledSubarray([...given], { minLength: given.size, maxLength: given.size }),
          ),
        ),
        threshold,
        ([given, shuffled], k) => {
          expect(mergeSmall(new Map(shuffled), k)).toEqual(mergeSmall(given, k));
        },
      ),
    );
  });

  it("has nothing left to do the second time", () => {
    fc.assert(
      fc.property(sizes, threshold, (given, k) => {
        const after = told(given, mergeSmall(given, k));
        if (after !== null) expect(mergeSmall(after, k)).toEqual({ kind: "kept" });
      }),
    );
  });

  it("puts no more together than it needs", () => {
    fc.assert(
      fc.property(sizes, threshold, (given, k) => {
        const merged = mergeSmall(given, k);
        if (merged.kind !== "merged") return;
        const large = [...merged.together].map((name) => given.get(name) ?? 0).filter((n) => n >= applied(k));
        // At most one group that is large enough by itself gives its name up for the small ones.
        expect(large.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each([
    [[20, 9, 3, 2], { kind: "merged", together: new Set(["c", "d"]) }],
    [[20, 9, 6, 2], { kind: "merged", together: new Set(["c", "d"]) }],
    [[20, 5], { kind: "kept" }],
    [[20, 4], { kind: "left-out" }],
    [[4], { kind: "left-out" }],
    [[], { kind: "kept" }],
    [[20, 9, 0], { kind: "kept" }],
  ] as const)("of sites of %j people", (given, expected) => {
    expect(mergeSmall(new Map(given.map((n, at) => ["abcd"[at] ?? "", n])), 5)).toEqual(expected);
  });
});
