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

  it("counts the tests that were run, not those that could not be", () => {
    const found = adjustFamilies(family("secondary", [0.01, null, 0.03]));
    expect(found.map(({ adjusted, m }) => [adjusted, m])).toEqual([
      [0.02, 2],
      [null, 2],
      [0.03, 2],
    ]);
  });
});
