import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balancingWeights } from "./balancing-weights";
import { covariateBalance } from "./covariate-balance";
import { eValue } from "./e-value";
import { effectiveSampleSize } from "./effective-sample-size";
import { nearestNeighbourMatching } from "./nearest-neighbour-matching";
import { weightedComparison } from "./weighted-comparison";

const person = fc.record({
  score: fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100),
  treated: fc.boolean(),
  value: fc.integer({ min: -30, max: 30 }),
});
const people = fc.array(person, { minLength: 2, maxLength: 40 });
type Person = { score: number; treated: boolean; value: number };
const scoresOf = (list: readonly Person[]) => list.map(({ score }) => score);
const groupsOf = (list: readonly Person[]) => list.map(({ treated }) => treated);

describe("weights", () => {
  it("are positive; those of overlap never above 1, those of everyone never below", () => {
    fc.assert(
      fc.property(people, (list) => {
        for (const weight of balancingWeights(scoresOf(list), groupsOf(list), "overlap")) {
          expect(weight > 0 && weight < 1).toBe(true);
        }
        for (const weight of balancingWeights(scoresOf(list), groupsOf(list), "everyone")) {
          expect(weight).toBeGreaterThan(1);
        }
      }),
    );
  });

  it("have an effective size between 1 and the number of people, the same in every unit", () => {
    fc.assert(
      fc.property(people, (list) => {
        const size = effectiveSampleSize(scoresOf(list));
        expect(size).toBeGreaterThanOrEqual(1 - 1e-12);
        expect(size).toBeLessThanOrEqual(list.length + 1e-9);
        expect(effectiveSampleSize(scoresOf(list).map((score) => 7 * score))).toBeCloseTo(size, 9);
      }),
    );
  });
});

describe("balance", () => {
  it("turns around with the groups, and does not know units", () => {
    fc.assert(
      fc.property(people, (list) => {
        const values = list.map(({ value }) => value);
        const plain = covariateBalance(values, groupsOf(list));
        const other = covariateBalance(
          values,
          groupsOf(list).map((one) => !one),
        );
        const moved = covariateBalance(
          values.map((value) => 4 * value + 9),
          groupsOf(list),
        );
        expect([other.kind, moved.kind]).toEqual([plain.kind, plain.kind]);
        if (plain.kind !== "covariate-balance" || other.kind !== plain.kind || moved.kind !== plain.kind) return;
        expect(other.standardisedDifference).toBeCloseTo(-plain.standardisedDifference, 9);
        if (new Set(values).size > 2) {
          expect(moved.standardisedDifference).toBeCloseTo(plain.standardisedDifference, 9);
        }
      }),
    );
  });
});

describe("matching", () => {
  it("uses nobody twice, pairs the treated with others, and as many as there can be", () => {
    fc.assert(
      fc.property(people, fc.constantFrom("nearest" as const, "below-first" as const), (list, search) => {
        const pairs = nearestNeighbourMatching(scoresOf(list), groupsOf(list), { search });
        const used = pairs.flatMap(({ treated, control }) => [treated, control]);
        expect(new Set(used).size).toBe(used.length);
        for (const { treated, control } of pairs) {
          expect([list[treated]?.treated, list[control]?.treated]).toEqual([true, false]);
        }
        const treated = list.filter((one) => one.treated).length;
        expect(pairs).toHaveLength(Math.min(treated, list.length - treated));
      }),
    );
  });

  it("takes the nearest of all free controls", () => {
    fc.assert(
      fc.property(people, (list) => {
        const free = new Set(list.flatMap((one, i) => (one.treated ? [] : [i])));
        const gap = (one: number, other: number) => Math.abs((list[one]?.score ?? 0) - (list[other]?.score ?? 0));
        for (const { treated, control } of nearestNeighbourMatching(scoresOf(list), groupsOf(list))) {
          for (const other of free) expect(gap(treated, control)).toBeLessThanOrEqual(gap(treated, other));
          free.delete(control);
        }
      }),
    );
  });
});

describe("weighted comparison", () => {
  it("is the difference of the weighted means, whatever the unit of the weights", () => {
    fc.assert(
      fc.property(people, (list) => {
        const outcome = list.map(({ value }) => value);
        const found = weightedComparison(outcome, groupsOf(list), scoresOf(list));
        const scaled = weightedComparison(
          outcome,
          groupsOf(list),
          scoresOf(list).map((score) => 50 * score),
        );
        expect(scaled.kind).toBe(found.kind);
        if (found.kind !== "estimate" || scaled.kind !== "estimate") return;
        const mean = (group: boolean) => {
          const own = list.filter(({ treated }) => treated === group);
          const weight = own.reduce((sum, { score }) => sum + score, 0);
          return own.reduce((sum, { score, value }) => sum + score * value, 0) / weight;
        };
        expect(found.value).toBeCloseTo(mean(true) - mean(false), 8);
        expect(scaled.standardError).toBeCloseTo(found.standardError, 8);
        expect(found.interval.low).toBeLessThanOrEqual(found.value);
        expect(found.interval.high).toBeGreaterThanOrEqual(found.value);
      }),
    );
  });
});

describe("E-value", () => {
  it("is at least the ratio, grows with it, and is the same for the inverse", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 50, noNaN: true }),
        fc.double({ min: 1.001, max: 2, noNaN: true }),
        (ratio, more) => {
          const of = (value: number) => {
            const found = eValue(value, { low: value, high: value });
            if ("kind" in found) throw new Error(found.reason);
            return found.estimate;
          };
          expect(of(ratio)).toBeGreaterThanOrEqual(ratio);
          expect(of(ratio * more)).toBeGreaterThan(of(ratio));
          expect(of(1 / ratio)).toBeCloseTo(of(ratio), 7);
        },
      ),
    );
  });
});
