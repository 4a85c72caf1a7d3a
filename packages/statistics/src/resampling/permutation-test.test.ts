import { describe, expect, it } from "vitest";
import { permutationTest, permuteGroups, permuteSigns } from "./permutation-test";

const SEED = [12345, 12345, 12345, 12345, 12345, 12345] as const;

describe("permuteGroups", () => {
  const [first, second] = [
    [1, 4, 2],
    [6, 3, 8, 7],
  ];

  it("comes near the exact test over all 35 ways to divide the people", () => {
    const all = [...first, ...second];
    const differences: number[] = [];
    for (let a = 0; a < 7; a += 1) {
      for (let b = a + 1; b < 7; b += 1) {
        for (let c = b + 1; c < 7; c += 1) {
          const sum = [a, b, c].reduce((total, index) => total + (all[index] ?? 0), 0);
          differences.push((31 - sum) / 4 - sum / 3);
        }
      }
    }
    const observed = 24 / 4 - 7 / 3;
    const share = (test: (value: number) => boolean) => differences.filter(test).length / 35;
    const found = permutationTest([permuteGroups(first, second, SEED, 0, 20000)]);
    const near = (got: number, want: number) =>
      expect(Math.abs(got - want)).toBeLessThan(3 * Math.sqrt((want * (1 - want)) / 20000) + 1 / 20000);
    near(
      found.pGreater,
      share((value) => value >= observed - 1e-9),
    );
    near(
      found.pLess,
      share((value) => value <= observed + 1e-9),
    );
    near(
      found.pValue,
      share((value) => Math.abs(value) >= observed - 1e-9),
    );
    expect(found.permutations).toBe(20000);
    expect(found.monteCarloError).toBeCloseTo(Math.sqrt((found.pValue * (1 - found.pValue)) / 20001), 12);
  });

  it("gives the same in parts, and mirrors when the groups change places", () => {
    const whole = permutationTest([permuteGroups(first, second, SEED, 0, 100)]);
    const parts = [permuteGroups(first, second, SEED, 60, 100), permuteGroups(first, second, SEED, 0, 60)];
    expect(permutationTest(parts)).toEqual(whole);
    const turned = permutationTest([
      permuteGroups(
        first.map((v) => -v),
        second.map((v) => -v),
        SEED,
        0,
        100,
      ),
    ]);
    expect(turned).toEqual({ ...whole, pLess: whole.pGreater, pGreater: whole.pLess });
  });

  it("never gives zero, and one where all are alike", () => {
    expect(permutationTest([permuteGroups([0, 0, 0, 0, 0, 0], [9, 9, 9, 9, 9, 9], SEED, 0, 50)]).pValue).toBe(1 / 51);
    expect(permutationTest([permuteGroups([2, 2], [2], SEED, 0, 50)])).toMatchObject({
      pValue: 1,
      pLess: 1,
      pGreater: 1,
    });
    expect(permuteSigns([1], SEED, 4, 4)).toEqual({ permutations: 0, low: 0, high: 0, twoSided: 0 });
    expect(permutationTest([])).toMatchObject({ pValue: 1, permutations: 0 });
  });

  it("refuses what no program passes", () => {
    expect(() => permuteGroups([], [1], SEED, 0, 1)).toThrow(RangeError);
    expect(() => permuteGroups([1], [], SEED, 0, 1)).toThrow(RangeError);
    expect(() => permuteGroups([1], [Number.NaN], SEED, 0, 1)).toThrow(RangeError);
    expect(() => permuteGroups([1], [2], SEED, 1, 0)).toThrow(RangeError);
    expect(() => permuteSigns([], SEED, 0, 1)).toThrow(RangeError);
    expect(() => permuteSigns([Number.POSITIVE_INFINITY], SEED, 0, 1)).toThrow(RangeError);
  });
});

describe("permuteSigns", () => {
  it("comes near the exact test over all 32 signs", () => {
    const differences = [2, 3, -1, 5, 4];
    const sums = Array.from({ length: 32 }, (_, bits) =>
      differences.reduce((sum, value, index) => sum + (bits & (1 << index) ? value : -value), 0),
    );
    const found = permutationTest([
      permuteSigns(differences, SEED, 0, 9000),
      permuteSigns(differences, SEED, 9000, 20000),
    ]);
    const near = (got: number, want: number) =>
      expect(Math.abs(got - want)).toBeLessThan(3 * Math.sqrt((want * (1 - want)) / 20000) + 1 / 20000);
    near(found.pGreater, sums.filter((sum) => sum >= 13).length / 32);
    near(found.pLess, sums.filter((sum) => sum <= 13).length / 32);
    near(found.pValue, sums.filter((sum) => Math.abs(sum) >= 13).length / 32);
    expect(found.permutations).toBe(20000);
  });
});
