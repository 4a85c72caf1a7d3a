import { describe, expect, it } from "vitest";
import { adjustFamilies, type Family, type FamilyTest } from "./families";

const family = (name: Family, pValues: readonly (number | null)[]): readonly FamilyTest[] =>
  pValues.map((pValue, at) => ({ key: `${name} ${at}`, family: name, pValue }));
/** R 4.2.2: p.adjust(c(.001, .012, .02, .04, .3), "holm") and "BH". */
const P_VALUES = [0.001, 0.012, 0.02, 0.04, 0.3];
const HOLM = [0.005, 0.048, 0.06, 0.08, 0.3];
const BH = [0.005, 0.03, 0.1 / 3, 0.05, 0.3];

describe("adjustFamilies", () => {
  it("leaves the primary test alone, and adjusts the others as R does, each family by itself", () => {
    const found = adjustFamilies([
      ...family("exploratory", P_VALUES),
      ...family("primary", [0.04]),
      ...family("secondary", P_VALUES),
    ]);
    found.slice(0, 5).forEach(({ adjusted }, at) => {
      expect(adjusted).toBeCloseTo(BH[at] ?? 0, 12);
    });
    found.slice(6).forEach(({ adjusted }, at) => {
      expect(adjusted).toBeCloseTo(HOLM[at] ?? 0, 12);
    });
    expect(found[5]).toEqual({
      ...{ key: "primary 0", family: "primary", pValue: 0.04 },
      ...{ adjusted: 0.04, method: "none", m: 1 },
    });
    expect(found[0]).toMatchObject({ method: "BH", m: 5 });
    expect(found[6]).toMatchObject({ method: "holm", m: 5 });
  });

  it("shares the primary test's error where several cohorts are tested on it", () => {
    const found = adjustFamilies(family("primary", [0.03, 0.02]));
    expect(found).toMatchObject([
      { adjusted: 0.04, method: "holm", m: 2 },
      { adjusted: 0.04, method: "holm", m: 2 },
    ]);
  });

  it("counts tests that are run elsewhere, as the largest of their family", () => {
    const elsewhere = (name: Family): FamilyTest => ({ key: `${name} far`, family: name, pValue: "elsewhere" });
    const found = adjustFamilies([
      ...family("exploratory", [0.01, 0.04, null]),
      ...[elsewhere("exploratory"), elsewhere("exploratory")],
      ...family("secondary", [0.01, 0.02]),
      elsewhere("secondary"),
      ...family("primary", [0.03]),
      elsewhere("primary"),
    ]);
    // R 4.2.2: p.adjust(c(.01, .04), "BH", n = 4), p.adjust(c(.01, .02), "holm", n = 3), p.adjust(.03, "holm", n = 2).
    const expected = [0.04, 0.08, null, null, null, 0.03, 0.04, null, 0.06, null];
    found.forEach(({ adjusted }, at) => {
      const one = expected[at];
      if (one === null || one === undefined) expect(adjusted).toBeNull();
      else expect(adjusted).toBeCloseTo(one, 12);
    });
    expect(found.map(({ m }) => m)).toEqual([4, 4, 4, 4, 4, 3, 3, 3, 2, 2]);
    expect(found[8]).toMatchObject({ method: "holm" });
  });

  it("counts the tests that were run, not those that could not be", () => {
    const found = adjustFamilies(family("secondary", [0.01, null, 0.03]));
    expect(found.map(({ adjusted, m }) => [adjusted, m])).toEqual([
      [0.02, 2],
      [null, 2],
      [0.03, 2],
    ]);
  });
});
