import { describe, expect, it } from "vitest";
import { chiSquaredTest } from "../contingency/chi-squared-result";
import type { Estimate, Interval } from "../estimate";
import { CLOSED_FORM, expectWithin } from "../testing/within-tolerance";
import { exactBinomialPValue } from "./exact-binomial";
import { conditionalMaximumOddsRatio, fisherExactPValue } from "./fisher-two-by-two";
import { conditionalOddsRatio, conditionalOddsRatioWaldInterval, mcnemarTests } from "./mcnemar";
import { netImprovement } from "./net-improvement";
import {
  bonettPriceInterval,
  newcombePairedInterval,
  pairedWaldInterval,
  tangoInterval,
} from "./paired-difference-intervals";
import { pairedProportionChange } from "./paired-proportion-change";
import { pairedTable } from "./paired-table";
import { proportion, proportionIntervals } from "./proportion-intervals";
import fixtures from "./proportions.fixtures.json";
import { agrestiCaffoInterval, riskDifference, riskDifferenceWaldInterval } from "./risk-difference";
import { oddsRatio, riskRatio } from "./risk-ratio";
import { twoProportionEffects } from "./two-proportion-effects";

const ITERATIVE = { relative: 1e-9, absolute: 1e-10 };
const ends = (interval: Interval | null) => (interval === null ? null : [interval.low, interval.high]);
const withEnds = (estimate: Estimate) =>
  estimate.kind === "estimate" ? [estimate.value, estimate.interval.low, estimate.interval.high] : estimate.kind;

describe("one proportion", () => {
  it.each(fixtures.one)("has R's intervals for $successes of $n", (wanted) => {
    const { successes, n, level } = wanted;
    const found = proportionIntervals(successes, n, level);
    if (found.kind !== "proportion-intervals") throw new Error(found.reason);
    const { wilson, wilsonCorrected, clopperPearson, agrestiCoull, jeffreys, wald } = found;
    const intervals = { wilson, wilsonCorrected, clopperPearson, agrestiCoull, jeffreys, wald };
    for (const [name, interval] of Object.entries(intervals)) {
      expect(interval.level).toBe(level);
      expectWithin(ends(interval), { ...wanted }[name], name, CLOSED_FORM);
    }
    expect(found).toMatchObject({ successes, n, value: successes / n });
    expectWithin(exactBinomialPValue(successes, n, 0.5), wanted.againstHalf, "against a half", CLOSED_FORM);
    expectWithin(exactBinomialPValue(successes, n, 1 / 3), wanted.againstThird, "against a third", CLOSED_FORM);
    expectWithin(withEnds(proportion(successes, n, level)), [successes / n, ...wanted.wilson], "estimate", CLOSED_FORM);
  });

  it("has a standard error and a reason without people", () => {
    expect(proportion(45, 60)).toMatchObject({ method: "wilson", n: 60, standardError: Math.sqrt(0.1875 / 60) });
    expect(proportion(0, 0)).toEqual({ kind: "insufficient-data", reason: "too-few", needed: 1, had: 0 });
    expect(proportionIntervals(0, 0)).toEqual({ kind: "insufficient-data", reason: "too-few", needed: 1, had: 0 });
  });

  it("tests without people and at certain probabilities", () => {
    expect(exactBinomialPValue(0, 0, 0.5)).toBe(1);
    expect(exactBinomialPValue(3, 3, 1)).toBe(1);
    expect(exactBinomialPValue(2, 3, 1)).toBe(0);
    expect(exactBinomialPValue(0, 3, 0)).toBe(1);
    expect(() => exactBinomialPValue(1, 3, 1.1)).toThrow(RangeError);
    expect(() => exactBinomialPValue(1, 3, -0.1)).toThrow(RangeError);
    expect(() => exactBinomialPValue(4, 3, 0.1)).toThrow(RangeError);
  });
});

describe("paired proportions", () => {
  it.each(fixtures.paired)("have the published intervals for $table", ({ table, level, ...wanted }) => {
    expectWithin(ends(newcombePairedInterval(table, level)), wanted.newcombe, "newcombe", CLOSED_FORM);
    if (wanted.tango) expectWithin(ends(tangoInterval(table, level)), wanted.tango, "tango", ITERATIVE);
    expectWithin(ends(pairedWaldInterval(table, level)), wanted.wald, "wald", CLOSED_FORM);
    expectWithin(ends(bonettPriceInterval(table, level)), wanted.bonettPrice, "bonett-price", CLOSED_FORM);
    const waldRatio = ends(conditionalOddsRatioWaldInterval(table, level));
    expectWithin(waldRatio, wanted.oddsRatioWald, "odds ratio, wald", CLOSED_FORM);
    const ratio = conditionalOddsRatio(table, level);
    if (wanted.oddsRatio) expectWithin(withEnds(ratio), wanted.oddsRatio, "odds ratio", CLOSED_FORM);
    else expect(ratio).toMatchObject({ kind: "insufficient-data", reason: "no-events" });
    const tests = mcnemarTests(table);
    const change = pairedProportionChange(table, level);
    const n = table.both + table.preOnly + table.postOnly + table.neither;
    expectWithin(withEnds(change), [(table.postOnly - table.preOnly) / n, ...wanted.newcombe], "change", CLOSED_FORM);
    if (tests.kind !== "mcnemar-tests") {
      expect(wanted.exact).toBeNull();
      expect(tests).toEqual({ kind: "insufficient-data", reason: "no-events", needed: n, had: n });
      expect(change).not.toHaveProperty("test");
      return;
    }
    const { uncorrected, corrected, exactPValue, midPValue } = tests;
    expectWithin([uncorrected.statistic, uncorrected.pValue], wanted.chiSquared, "uncorrected", CLOSED_FORM);
    expectWithin([corrected.statistic, corrected.pValue], wanted.corrected, "corrected", CLOSED_FORM);
    expectWithin([exactPValue, midPValue], [wanted.exact, wanted.midP], "exact and mid-p", CLOSED_FORM);
    expect(change).toMatchObject({ test: { pValue: midPValue, statistic: table.postOnly, null: 0 } });
    if (ratio.kind === "estimate") expect(ratio.test?.pValue).toBe(exactPValue);
  });

  it("reproduce the figures printed by Newcombe (1998) and Tango (1998) for 36, 12, 2, 0", () => {
    const table = { both: 36, preOnly: 12, postOnly: 2, neither: 0 };
    expectWithin(ends(newcombePairedInterval(table)), [-0.3404, -0.0569], "newcombe", { relative: 0, absolute: 5e-5 });
    expectWithin(ends(tangoInterval(table)), [-0.3447, -0.0611], "tango", { relative: 0, absolute: 5e-5 });
  });

  it("have closed limits by Tango's method where everybody or nobody changed", () => {
    const z2 = 3.8414588206941245;
    const all = tangoInterval({ both: 0, preOnly: 0, postOnly: 9, neither: 0 });
    expectWithin(ends(all), [(9 - z2) / (9 + z2), 1], "all gained", CLOSED_FORM);
    const lost = tangoInterval({ both: 0, preOnly: 9, postOnly: 0, neither: 0 });
    expectWithin(ends(lost), [-1, -(9 - z2) / (9 + z2)], "all lost", CLOSED_FORM);
    const nobody = tangoInterval({ both: 5, preOnly: 0, postOnly: 0, neither: 4 });
    expectWithin(ends(nobody), [-z2 / (9 + z2), z2 / (9 + z2)], "nobody changed", CLOSED_FORM);
  });

  it("say nothing without people", () => {
    const none = { both: 0, preOnly: 0, postOnly: 0, neither: 0 };
    expect(ends(newcombePairedInterval(none))).toEqual([-1, 1]);
    expect(ends(tangoInterval(none))).toEqual([-1, 1]);
    expect(pairedWaldInterval(none)).toBeNull();
    expect(pairedProportionChange(none)).toEqual({ kind: "insufficient-data", reason: "too-few", needed: 1, had: 0 });
  });

  it("are counted from answers, and refuse what is not a table", () => {
    const table = pairedTable([true, true, false, false, false, true], [true, false, true, false, true, true]);
    expect(table).toEqual({ both: 2, preOnly: 1, postOnly: 2, neither: 1 });
    expect(() => pairedTable([true], [])).toThrow(RangeError);
    expect(() => mcnemarTests({ ...table, both: -1 })).toThrow(RangeError);
    expect(() => mcnemarTests({ ...table, neither: 0.5 })).toThrow(RangeError);
    for (const wrong of [0, 1]) {
      expect(() => newcombePairedInterval(table, wrong)).toThrow(RangeError);
      expect(() => tangoInterval(table, wrong)).toThrow(RangeError);
      expect(() => pairedWaldInterval(table, wrong)).toThrow(RangeError);
      expect(() => bonettPriceInterval(table, wrong)).toThrow(RangeError);
      expect(() => conditionalOddsRatio(table, wrong)).toThrow(RangeError);
      expect(() => conditionalOddsRatioWaldInterval(table, wrong)).toThrow(RangeError);
      expect(() => netImprovement(1, 1, 3, wrong)).toThrow(RangeError);
    }
  });

  it("have standard errors", () => {
    const table = { both: 30, preOnly: 5, postOnly: 15, neither: 10 };
    expect(pairedProportionChange(table)).toMatchObject({ n: 60, standardError: Math.sqrt(20 - 100 / 60) / 60 });
    expect(conditionalOddsRatio(table)).toMatchObject({ n: 60, standardError: Math.sqrt(1 / 5 + 1 / 15) });
    expect(conditionalOddsRatio({ ...table, postOnly: 0 })).toMatchObject({ value: 0, standardError: 0 });
  });
});

describe("netImprovement", () => {
  it("is the share up less the share down", () => {
    const found = netImprovement(30, 13, 100);
    if (found.kind !== "estimate") throw new Error(found.kind);
    expectWithin(found.value, 0.17, "value", CLOSED_FORM);
    expectWithin(found.standardError, Math.sqrt((0.43 - 0.17 ** 2) / 100), "standard error", CLOSED_FORM);
    expectWithin(found.interval.high - found.value, 1.959963984540054 * found.standardError, "high", CLOSED_FORM);
    expectWithin(found.value - found.interval.low, 1.959963984540054 * found.standardError, "low", CLOSED_FORM);
    expectWithin(found.test?.statistic, 17 / Math.sqrt(43), "z", CLOSED_FORM);
    expectWithin(
      found.test?.pValue,
      chiSquaredTest(289 / 43, 1, { n: 1, method: "", provenance: found.provenance }).pValue,
      "p",
      CLOSED_FORM,
    );
  });

  it("has no test when nobody changed, and nothing without people", () => {
    expect(netImprovement(0, 0, 4)).toMatchObject({ value: 0, standardError: 0 });
    expect(netImprovement(0, 0, 4)).not.toHaveProperty("test");
    expect(netImprovement(0, 0, 0)).toEqual({ kind: "insufficient-data", reason: "too-few", needed: 1, had: 0 });
    expect(() => netImprovement(2, 3, 4)).toThrow(RangeError);
    expect(() => netImprovement(-1, 3, 4)).toThrow(RangeError);
    expect(() => netImprovement(3, -1, 4)).toThrow(RangeError);
  });
});

describe("two proportions", () => {
  it.each(fixtures.two)("have R's figures for $groups", ({ groups, level, ...wanted }) => {
    const difference = riskDifference(groups, level);
    const value = groups.successes1 / groups.n1 - groups.successes2 / groups.n2;
    expectWithin(withEnds(difference), [value, ...wanted.newcombe], "newcombe", CLOSED_FORM);
    expectWithin(ends(riskDifferenceWaldInterval(groups, level)), wanted.wald, "wald", CLOSED_FORM);
    expectWithin(ends(agrestiCaffoInterval(groups, level)), wanted.agrestiCaffo, "agresti-caffo", CLOSED_FORM);
    for (const [found, expected] of [
      [riskRatio(groups, level), wanted.riskRatio],
      [oddsRatio(groups, level), wanted.oddsRatio],
    ] as const) {
      if (expected) expectWithin(withEnds(found), expected, "ratio", CLOSED_FORM);
      else expect(found).toMatchObject({ kind: "insufficient-data", reason: "no-events" });
    }
    const effects = twoProportionEffects(groups);
    if (effects.kind !== "two-proportion-effects") throw new Error(effects.reason);
    expectWithin([effects.chiSquared.statistic, effects.chiSquared.pValue], wanted.chiSquared, "pearson", CLOSED_FORM);
    const { chiSquaredYates } = effects;
    expectWithin([chiSquaredYates.statistic, chiSquaredYates.pValue], wanted.yates, "yates", CLOSED_FORM);
    expectWithin(effects.phi, wanted.phi, "phi", CLOSED_FORM);
    expectWithin(effects.cohenH, wanted.cohenH, "h", CLOSED_FORM);
    expectWithin(effects.numberNeededToTreat, wanted.nnt, "number needed", CLOSED_FORM);
    expectWithin(fisherExactPValue(groups), wanted.fisherP, "fisher", ITERATIVE);
    const conditional = conditionalMaximumOddsRatio(groups, level);
    if (wanted.fisher) expectWithin(withEnds(conditional), wanted.fisher, "conditional", ITERATIVE);
    else expect(conditional).toMatchObject({ kind: "insufficient-data", reason: "no-events" });
    if (difference.kind !== "estimate") throw new Error(difference.kind);
    expectWithin((difference.test?.statistic ?? 0) ** 2, wanted.chiSquared[0], "score test", CLOSED_FORM);
    expectWithin(difference.test?.pValue, wanted.chiSquared[1], "score test", CLOSED_FORM);
  });

  it("have standard errors and Wald tests", () => {
    const groups = { successes1: 45, n1: 60, successes2: 30, n2: 55 };
    const error = Math.sqrt((0.75 * 0.25) / 60 + ((30 / 55) * (25 / 55)) / 55);
    expectWithin(riskDifference(groups), { n: 115, standardError: error }, "difference", CLOSED_FORM);
    const log = Math.sqrt(1 / 45 + 1 / 15 + 1 / 30 + 1 / 25);
    const found = oddsRatio(groups);
    expectWithin(found, { n: 115, standardError: log }, "odds ratio", CLOSED_FORM);
    expectWithin(found, { test: { statistic: Math.log(2.5) / log, null: 1 } }, "odds ratio", CLOSED_FORM);
    // 2 * pnorm(-log(2.5) / se)
    expectWithin(found, { test: { pValue: 0.02290696068652142 } }, "odds ratio", CLOSED_FORM);
    const exact = conditionalMaximumOddsRatio(groups);
    expectWithin(
      exact,
      { n: 115, test: { pValue: fisherExactPValue(groups), statistic: 45, null: 1 } },
      "p",
      CLOSED_FORM,
    );
    if (exact.kind !== "estimate") throw new Error(exact.kind);
    // The spread of the conditional distribution is close to the large-sample one.
    expect(Math.abs(exact.standardError / log - 1)).toBeLessThan(0.02);
  });

  it("say what is missing", () => {
    const empty = { successes1: 0, n1: 0, successes2: 3, n2: 5 };
    const mirrored = { successes1: 3, n1: 5, successes2: 0, n2: 0 };
    const tooFew = { kind: "insufficient-data", reason: "too-few", needed: 1, had: 0 };
    for (const groups of [empty, mirrored]) {
      expect(riskDifference(groups)).toEqual(tooFew);
      expect(riskRatio(groups)).toEqual(tooFew);
      expect(oddsRatio(groups)).toEqual(tooFew);
      expect(twoProportionEffects(groups)).toEqual(tooFew);
      expect(conditionalMaximumOddsRatio(groups)).toEqual(tooFew);
      expect(riskDifferenceWaldInterval(groups)).toBeNull();
      expect(fisherExactPValue(groups)).toBe(1);
    }
    for (const successes of [0, 1]) {
      const alike = { successes1: 4 * successes, n1: 4, successes2: 5 * successes, n2: 5 };
      expect(riskDifference(alike)).toMatchObject({ kind: "estimate", value: 0 });
      expect(riskDifference(alike)).not.toHaveProperty("test");
      expect(twoProportionEffects(alike)).toMatchObject({ reason: "no-spread", had: 9 });
      expect(conditionalMaximumOddsRatio(alike)).toMatchObject({ reason: "no-spread", had: 9 });
      expect(riskRatio(alike)).toMatchObject({ reason: successes === 0 ? "no-events" : "no-spread", had: 9 });
    }
    expect(() => riskDifference({ ...empty, successes2: 6 })).toThrow(RangeError);
    expect(() => riskRatio(mirrored, 1)).toThrow(RangeError);
    expect(() => fisherExactPValue({ ...mirrored, successes1: 6 })).toThrow(RangeError);
  });
});
