import { describe, expect, it } from "vitest";
import { cochranQ } from "./cochran-q";
import { friedman } from "./friedman";
import { generalisedMantelHaenszelTest } from "./generalised-mantel-haenszel";
import { independenceTest } from "./independence";
import { commonOddsRatio, mantelHaenszelTest } from "./mantel-haenszel";
import { bowkerTest, marginalHomogeneity } from "./marginal-homogeneity";
import { trendTest } from "./trend";

const table = [
  [5, 2],
  [3, 7],
];
const homogeneity = marginalHomogeneity(table);
const stratum = [
  [5, 2],
  [3, 7],
] as const;

describe("tests of counts say how they were made", () => {
  it.each([
    [cochranQ([[true, false]]), "cochran-q", "cochran-q"],
    [friedman([[1, 2]]), "friedman", "friedman"],
    [independenceTest(table), "independence", "chi-squared"],
    [generalisedMantelHaenszelTest([table]), "generalised-mantel-haenszel", "generalised-mantel-haenszel"],
    [mantelHaenszelTest([stratum]), "mantel-haenszel", "mantel-haenszel-corrected"],
    [mantelHaenszelTest([stratum], false), "mantel-haenszel", "mantel-haenszel"],
    [bowkerTest(table), "marginal-homogeneity", "bowker"],
    [trendTest([1, 2], [3, 4]), "trend", "cochran-armitage"],
    [
      homogeneity.kind === "marginal-homogeneity" ? homogeneity.stuartMaxwell : homogeneity,
      "marginal-homogeneity",
      "stuart-maxwell",
    ],
  ])("%#", (test, file, method) => {
    if (test.kind !== "chi-squared-test") throw new Error(test.reason);
    expect([test.method, test.provenance]).toEqual([method, { statistic: `contingency/${file}`, version: 1 }]);
    expect(test.n).toBeGreaterThan(0);
  });

  it("and so does the common odds ratio", () => {
    expect(commonOddsRatio([stratum], 0.9)).toMatchObject({
      n: 17,
      method: "mantel-haenszel-odds-ratio",
      interval: { level: 0.9 },
      test: { distribution: "chi-squared", null: 1 },
      provenance: { statistic: "contingency/mantel-haenszel", version: 1 },
    });
  });
});
