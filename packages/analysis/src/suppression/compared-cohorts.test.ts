import { describe, expect, it } from "vitest";
import { LOW, times } from "../viral-load-rows/made-data.fixture";
import fixtures from "../viral-load-rows/viral-load.fixtures.json";
import { analysed, figures, must, respiratory, SHIFTED } from "./analysed.fixture";
import type { Denominator } from "./status-table";

describe("two cohorts", () => {
  const compared = (sites: "center" | "site5" | "site12", threshold = 1) => {
    const found = analysed([...respiratory(sites, 1), ...respiratory(sites, 0)], { comparedWith: "other", threshold });
    if (found.compared === null) throw new Error("Nothing compared");
    return found.compared;
  };

  it("squares and adds the limits of the two changes", () => {
    const found = compared("center");
    const [tested] = found.netDifference;
    const [own, other] = [figuresOf(1), figuresOf(0)];
    const net = must(tested?.estimate);
    expect(net.value).toBeCloseTo(own.value - other.value, 12);
    const below = Math.hypot(own.value - own.interval.low, other.interval.high - other.value);
    const above = Math.hypot(own.interval.high - own.value, other.value - other.interval.low);
    expect(net.interval.low).toBeCloseTo(net.value - below, 12);
    expect(net.interval.high).toBeCloseTo(net.value + above, 12);
    expect(net).toMatchObject({ n: 111, method: "net-difference-square-and-add" });
    expect(net.test).toBeUndefined();
    expect(found.frame.claim.level).toBe(2);
    expect(found.frame.estimand.comparison).toEqual({ kind: "cohorts", cohortId: "own", comparedWith: "other" });
  });

  it.each([
    ["site12", "sites12", "by-site"],
    ["center", "people", "by-person"],
  ] as const)("gives R's risk ratios with sandwich errors, %s", (column, name, errors) => {
    const { ratio } = compared(column);
    expect(ratio.errors).toBe(errors);
    for (const which of ["unadjusted", "adjusted"] as const) {
      const [found, expected] = [must(ratio[which]), fixtures.respiratory.ratios[name][which]];
      expect(found.value).toBeCloseTo(expected.value, 9);
      expect(found.standardError).toBeCloseTo(expected.se, 9);
      expect(Math.log(found.interval.high / found.value)).toBeCloseTo(1.959963984540054 * expected.se, 8);
      expect(found.test).toMatchObject({ distribution: "normal", null: 1 });
      expect(found.test?.statistic).toBeCloseTo(Math.log(expected.value) / expected.se, 7);
    }
  });

  it("uses the bias-reduced sandwich with few sites", () => {
    const { ratio } = compared("site5");
    expect(ratio).toMatchObject({ sites: 5, errors: "by-few-sites" });
    const expected = fixtures.respiratory.ratios.sites5;
    for (const which of ["unadjusted", "adjusted"] as const) {
      const found = must(ratio[which]);
      expect(found.standardError / expected[which].se).toBeCloseTo(1, 8);
      expect((found.degreesOfFreedom ?? 0) / expected[which].df).toBeCloseTo(1, 8);
      expect(found.test?.distribution).toBe("student-t");
    }
  });

  it("bounds the difference by the worst of one and the best of the other", () => {
    const people = (cohortId: string) => [
      ...SHIFTED.map((person) => ({ ...person, cohortId })),
      ...times(10, { cohortId, given: [LOW, "missing"] as const }),
    ];
    const found = analysed([...people("own"), ...people("other")], { comparedWith: "other" });
    const net = (denominator: Denominator) =>
      must(found.compared?.netDifference.find((one) => one.denominator === denominator)?.estimate).value;
    expect(net("tested-only")).toBe(0);
    expect(net("worst")).toBeCloseTo(-10 / 70, 12);
    expect(net("best")).toBeCloseTo(10 / 70, 12);
  });

  it("says nothing of a cohort too small to show", () => {
    const few = times(6, { cohortId: "other", given: [LOW, LOW] });
    const found = analysed([...SHIFTED, ...few], { comparedWith: "other", threshold: 5 });
    expect(found.compared?.netDifference.every(({ estimate }) => estimate.kind === "suppressed")).toBe(true);
    expect(found.compared?.ratio.unadjusted.kind).toBe("suppressed");
    expect(found.compared?.ratio.adjusted.kind).toBe("suppressed");
  });

  function figuresOf(arm: 0 | 1) {
    return must(figures(analysed(respiratory("center", arm, "own")), "tested-only").difference);
  }
});
