import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pseudoMedian } from "./pseudo-median";
import { exactSignedRankTest, normalSignedRankTest, signedRankTest } from "./signed-rank-test";
import { signedRanks } from "./signed-ranks";

const half = fc.integer({ min: -30, max: 30 }).map((value) => value / 2);
const differences = fc.array(half, { maxLength: 11 });
const rules = ["pratt", "drop"] as const;

/** P values by going through all assignments of signs. */
function byEnumeration(ranks: readonly number[], positive: number): { less: number; greater: number } {
  let [less, greater] = [0, 0];
  for (let signs = 0; signs < 2 ** ranks.length; signs += 1) {
    const sum = ranks.reduce((total, rank, index) => total + ((signs >> index) & 1) * rank, 0);
    if (sum <= positive) less += 1;
    if (sum >= positive) greater += 1;
  }
  return { less: less / 2 ** ranks.length, greater: greater / 2 ** ranks.length };
}

describe("signed ranks", () => {
  it("add up to the ranks of all changes", () => {
    fc.assert(
      fc.property(differences, (values) => {
        const changed = values.filter((value) => value !== 0).length;
        const dropped = signedRanks(values, "drop");
        expect(dropped.positive + dropped.negative).toBe((changed * (changed + 1)) / 2);
        const kept = signedRanks(values, "pratt");
        const zeros = values.length - changed;
        const all = (values.length * (values.length + 1)) / 2 - (zeros * (zeros + 1)) / 2;
        expect(kept.positive + kept.negative).toBe(all);
        expect([kept.zeros, dropped.zeros]).toEqual([zeros, zeros]);
      }),
    );
  });

  it("are tested as an enumeration of all signs tests them", () => {
    for (const rule of rules) {
      fc.assert(
        fc.property(differences, (values) => {
          const ranked = signedRanks(values, rule);
          const test = exactSignedRankTest(ranked);
          if (test.kind !== "test") return;
          const { less, greater } = byEnumeration(ranked.ranks, ranked.positive);
          expect(test.pLess).toBeCloseTo(less, 12);
          expect(test.pGreater).toBeCloseTo(greater, 12);
          expect(test.pValue).toBeCloseTo(Math.min(1, 2 * Math.min(less, greater)), 12);
        }),
        { numRuns: 40 },
      );
    }
  });

  it("turn around with the sign and ignore order and unit", () => {
    fc.assert(
      fc.property(differences, (values) => {
        for (const rule of rules) {
          const forward = signedRankTest(values, rule);
          const back = signedRankTest(
            [...values].reverse().map((value) => -3 * value),
            rule,
          );
          expect(back.kind).toBe(forward.kind);
          if (forward.kind !== "test" || back.kind !== "test") continue;
          expect(back.statistic).toBe(forward.negativeRanks);
          expect(back.pValue).toBe(forward.pValue);
          expect(back.pLess).toBe(forward.pGreater);
          expect(back.rankBiserial).toBeCloseTo(-forward.rankBiserial, 14);
        }
      }),
    );
  });

  it("move less when the statistic is corrected for continuity", () => {
    fc.assert(
      fc.property(differences, (values) => {
        const ranked = signedRanks(values, "drop");
        const [plain, corrected] = [normalSignedRankTest(ranked, false), normalSignedRankTest(ranked, true)];
        if (plain.kind !== "test" || corrected.kind !== "test") return;
        if (Math.abs(ranked.positive - ranked.negative) < 1) return;
        expect(corrected.pValue).toBeGreaterThanOrEqual(plain.pValue);
        expect(corrected.pLess).toBeGreaterThan(plain.pLess);
        expect(corrected.pGreater).toBeGreaterThan(plain.pGreater);
      }),
    );
  });
});

describe("pseudoMedian", () => {
  it("lies inside its interval and inside the data, and moves with them", () => {
    fc.assert(
      fc.property(differences, half, (values, shift) => {
        const before = pseudoMedian(values, { interval: "normal" });
        const moved = values.map((value) => value + shift);
        const after = pseudoMedian(moved, { interval: "normal" });
        expect(after.kind).toBe(before.kind);
        if (before.kind !== "estimate" || after.kind !== "estimate") return;
        expect(before.interval.low).toBeLessThanOrEqual(before.value);
        expect(before.interval.high).toBeGreaterThanOrEqual(before.value);
        expect(before.interval.low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(before.interval.high).toBeLessThanOrEqual(Math.max(...values));
        expect(after.value).toBe(before.value + shift);
        expect(after.interval.low).toBe(before.interval.low + shift);
        expect(after.interval.high).toBe(before.interval.high + shift);
      }),
    );
  });

  it("is the median of all Walsh averages", () => {
    fc.assert(
      fc.property(differences, (values) => {
        const result = pseudoMedian(values);
        if (result.kind !== "estimate") return;
        const averages = values
          .flatMap((left, index) => values.slice(index).map((right) => (left + right) / 2))
          .sort((a, b) => a - b);
        const [below, above] = [averages[Math.ceil(averages.length / 2) - 1], averages[averages.length >> 1]];
        expect(result.value).toBe(((below ?? 0) + (above ?? 0)) / 2);
      }),
    );
  });

  it("is wider at a higher level", () => {
    fc.assert(
      fc.property(differences, (values) => {
        const [narrow, wide] = [pseudoMedian(values, { level: 0.8 }), pseudoMedian(values, { level: 0.99 })];
        if (narrow.kind !== "estimate" || wide.kind !== "estimate") return;
        expect(wide.interval.low).toBeLessThanOrEqual(narrow.interval.low);
        expect(wide.interval.high).toBeGreaterThanOrEqual(narrow.interval.high);
        expect(narrow.interval.level).toBeLessThanOrEqual(0.8);
      }),
    );
  });
});
