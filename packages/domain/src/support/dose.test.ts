import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { equalShares, SUPPORT_TYPE_NAMES, supportShares } from "./contact";
import { doseOf, typesGiven } from "./dose";
import { SUPPORT_TYPES } from "./types";

const types = fc.subarray([...SUPPORT_TYPE_NAMES], { minLength: 1 });

it("names the types of the framework, in its order", () => {
  const codes: string[] = SUPPORT_TYPES.elements.filter(({ kind }) => kind === "support-type").map(({ code }) => code);
  expect(SUPPORT_TYPE_NAMES.map((name) => `support.${name}`)).toEqual(codes);
});

describe("equalShares", () => {
  it("splits the time, what is over to the first", () => {
    expect(equalShares(["appraisal", "informational", "emotional"])).toEqual({
      ...{ informational: 34, instrumental: 0, emotional: 33, affiliational: 0, appraisal: 33 },
    });
    expect(Object.values(equalShares([]))).toEqual([0, 0, 0, 0, 0]);
    expect(supportShares.safeParse(equalShares([])).success).toBe(false);
  });

  it("is always the whole time, and nothing of what was not given", () => {
    fc.assert(
      fc.property(types, (given) => {
        const shares = equalShares(given);
        expect(supportShares.safeParse(shares).success).toBe(true);
        for (const type of SUPPORT_TYPE_NAMES) expect(shares[type] > 0).toBe(given.includes(type));
      }),
    );
  });
});

describe("doseOf", () => {
  it("adds minutes by type", () => {
    const dose = doseOf([
      { minutes: 60, shares: { ...equalShares([]), emotional: 75, appraisal: 25 } },
      { minutes: 10, shares: { ...equalShares([]), informational: 100 } },
    ]);
    expect(dose).toMatchObject({ contacts: 2, total: 70 });
    expect(dose.byType).toEqual({ informational: 10, instrumental: 0, emotional: 45, affiliational: 0, appraisal: 15 });
    expect(typesGiven(dose)).toEqual(["emotional", "appraisal", "informational"]);
    expect(typesGiven(doseOf([]))).toEqual([]);
  });

  it("has all minutes in some type, and those of two lists are the sum", () => {
    const contact = fc.record({ minutes: fc.integer({ min: 1, max: 720 }), shares: types.map(equalShares) });
    fc.assert(
      fc.property(fc.array(contact), fc.array(contact), (first, second) => {
        const [one, other, both] = [doseOf(first), doseOf(second), doseOf([...first, ...second])];
        const all = SUPPORT_TYPE_NAMES.reduce((sum, type) => sum + both.byType[type], 0);
        expect(all).toBeCloseTo(both.total, 6);
        expect(both.total).toBe(one.total + other.total);
        expect(both.byType.emotional).toBeCloseTo(one.byType.emotional + other.byType.emotional, 6);
      }),
    );
  });
});
