import { describe, expect, it } from "vitest";
import { conditionalMaximumOddsRatio } from "./fisher-two-by-two";
import { conditionalOddsRatio, mcnemarTests } from "./mcnemar";
import { netImprovement } from "./net-improvement";
import { pairedProportionChange } from "./paired-proportion-change";
import { proportion } from "./proportion-intervals";
import { riskDifference } from "./risk-difference";
import { oddsRatio, riskRatio } from "./risk-ratio";
import { twoProportionEffects } from "./two-proportion-effects";

const table = { both: 3, preOnly: 2, postOnly: 5, neither: 4 };
const groups = { successes1: 3, n1: 8, successes2: 5, n2: 9 };

describe("figures of proportions say how they were made", () => {
  it.each([
    [proportion(3, 8), "proportions/proportion-intervals", "wilson", undefined],
    [conditionalOddsRatio(table), "proportions/mcnemar", "conditional-odds-ratio-exact", "exact"],
    [pairedProportionChange(table), "proportions/paired-proportion-change", "newcombe-paired", "exact"],
    [netImprovement(3, 2, 9), "proportions/net-improvement", "net-improvement", "normal"],
    [riskDifference(groups), "proportions/risk-difference", "newcombe-square-and-add", "normal"],
    [riskRatio(groups), "proportions/risk-ratio", "risk-ratio-log", "normal"],
    [oddsRatio(groups), "proportions/risk-ratio", "odds-ratio-wald", "normal"],
    [conditionalMaximumOddsRatio(groups), "proportions/fisher-two-by-two", "odds-ratio-conditional", "exact"],
  ])("%#", (figure, statistic, method, distribution) => {
    if (figure.kind !== "estimate") throw new Error(figure.kind);
    expect(figure.provenance).toEqual({ statistic, version: 1 });
    expect([figure.method, figure.test?.distribution]).toEqual([method, distribution]);
    expect(figure.interval.level).toBe(0.95);
  });

  it("and so do the tests", () => {
    expect(mcnemarTests(table)).toMatchObject({
      n: 14,
      discordant: 7,
      uncorrected: {
        method: "mcnemar",
        degreesOfFreedom: 1,
        provenance: { statistic: "proportions/mcnemar", version: 1 },
      },
      corrected: { method: "mcnemar-corrected", n: 14 },
    });
    const provenance = { statistic: "proportions/two-proportion-effects", version: 1 };
    expect(twoProportionEffects(groups)).toMatchObject({
      n: 17,
      chiSquared: { method: "chi-squared", degreesOfFreedom: 1, n: 17, provenance },
      chiSquaredYates: { method: "chi-squared-yates" },
    });
  });
});
