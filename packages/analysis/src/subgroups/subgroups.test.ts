import { describe, expect, it } from "vitest";
import { bthebRequest } from "../outcome/btheb-request.fixture";
import { type SubgroupAnalysis, type SubgroupBy, subgroups } from "./subgroups";

const TWO_MONTHS = 1;
const REQUEST = bthebRequest({ wave: TWO_MONTHS, cohortId: "TAU", threshold: 1 });

function found(by: SubgroupBy, request = REQUEST): SubgroupAnalysis {
  const all = subgroups(request, "BtheB", true);
  const one = Array.isArray(all) ? all.find((way) => way.by === by)?.shown : undefined;
  if (one === undefined || "kind" in one) throw new Error(one?.kind);
  return one;
}

/**
 * R 4.2.2, sandwich 3.0-2, of the people with scores at the baseline and at two months, arms in the order BtheB, TAU:
 * lm(post ~ pre + arm + pre:arm) and lm(post ~ pre + arm + site + arm:site), Wald F of the interaction with vcovHC "HC3";
 * lm(post ~ pre + arm) with vcovHC "HC3" and t limits among those below and from the median of 22, and at each site.
 */
describe("subgroups of a published trial", () => {
  it("are tested as R tests them", () => {
    const { interaction: score, split } = found("baseline");
    const { interaction: site } = found("site");
    if (score.kind !== "wald-test" || site.kind !== "wald-test") throw new Error("no test");
    expect(split).toBe(22);
    expect([score.df1, score.df2, site.df1, site.df2]).toEqual([1, 93, 2, 90]);
    expect(score.f).toBeCloseTo(0.880248772129, 9);
    expect(score.pValue).toBeCloseTo(0.350563807791, 9);
    expect(site.f).toBeCloseTo(2.74781529745, 8);
    expect(site.pValue).toBeCloseTo(0.0694473030887, 9);
  });

  it.each([
    ["baseline", "below", [20, 28], [3.84169425141, 0.306049400297, 7.37733910251]],
    ["baseline", "from", [25, 24], [4.05081494527, -2.07324482447, 10.174874715]],
    ["site", "site 0", [20, 11], [-1.46990058702, -8.23702041176, 5.29721923771]],
    ["site", "site 1", [11, 22], [7.27627412068, 0.0976519261318, 14.4548963152]],
    ["site", "site 2", [14, 19], [7.55885250093, 2.1433984599, 12.974306542]],
  ] as const)("by %s: %s", (by, id, people, [value, low, high]) => {
    const group = found(by).groups.find((one) => one.id === id);
    if (group?.difference.kind !== "estimate") throw new Error("no difference");
    expect([group.supported, group.compared]).toEqual(people);
    expect(group.difference.value).toBeCloseTo(value, 9);
    expect(group.difference.interval.low).toBeCloseTo(low, 8);
    expect(group.difference.interval.high).toBeCloseTo(high, 8);
  });
});

describe("what is not shown", () => {
  it("is every group, where one has fewer people of a cohort than a mean is told of", () => {
    const asked = bthebRequest({ wave: 4, cohortId: "TAU", threshold: 5 });
    const all = subgroups(asked, "BtheB", true);
    if (!Array.isArray(all)) throw new Error("hidden");
    expect(all.find(({ by }) => by === "site")?.shown).toMatchObject({ kind: "suppressed" });
  });

  it("are sites, to whoever may not look at them one by one", () => {
    const all = subgroups(REQUEST, "BtheB", false);
    expect(Array.isArray(all) && all.map(({ by }) => by)).toEqual(["baseline"]);
  });

  it("is an interaction with sites that have people of one cohort only", () => {
    const people = REQUEST.data.people.map((one) => ({ ...one, siteId: one.cohortId }));
    const all = subgroups({ ...REQUEST, threshold: 1, data: { ...REQUEST.data, people } }, "BtheB", true);
    const site = Array.isArray(all) ? all.find(({ by }) => by === "site")?.shown : undefined;
    expect(site).toMatchObject({ kind: "insufficient-data", reason: "no-events" });
  });

  it("is anything, where everybody had the same score before", () => {
    const people = REQUEST.data.people.map((one) => ({ ...one, values: [20, ...one.values.slice(1)] }));
    const all = subgroups({ ...REQUEST, data: { ...REQUEST.data, people } }, "BtheB", false);
    expect(Array.isArray(all) && all[0]?.shown).toMatchObject({ kind: "insufficient-data", reason: "no-spread" });
  });
});
