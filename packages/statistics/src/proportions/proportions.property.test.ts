import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Interval } from "../estimate";
import { conditionalMaximumOddsRatio, fisherExactPValue } from "./fisher-two-by-two";
import { conditionalOddsRatio, mcnemarTests } from "./mcnemar";
import { newcombePairedInterval, tangoInterval } from "./paired-difference-intervals";
import { proportionIntervals } from "./proportion-intervals";
import { riskDifference } from "./risk-difference";
import { oddsRatio, riskRatio } from "./risk-ratio";
import { twoProportionEffects } from "./two-proportion-effects";

const share = fc.integer({ min: 1, max: 60 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
const groups = fc
  .tuple(share, share)
  .map(([[successes1, n1], [successes2, n2]]) => ({ successes1, n1, successes2, n2 }));
const cell = fc.integer({ min: 0, max: 25 });
const pairs = fc.record({ both: cell, preOnly: cell, postOnly: cell, neither: cell });
const near = (a: number, b: number) => Math.abs(a - b) <= 1e-8 * Math.max(1, Math.abs(a), Math.abs(b));
const within = ({ low, high }: Interval, value: number) => low <= value + 1e-12 && value <= high + 1e-12;

describe("one proportion", () => {
  it("lies in its intervals, which turn round with the question and narrow with the level", () => {
    fc.assert(
      fc.property(share, ([x, n]) => {
        const [yes, no] = [proportionIntervals(x, n), proportionIntervals(n - x, n)];
        const narrow = proportionIntervals(x, n, 0.8);
        if (yes.kind === "insufficient-data" || no.kind === "insufficient-data") throw new Error("people are there");
        if (narrow.kind === "insufficient-data") throw new Error("people are there");
        for (const name of ["wilson", "wilsonCorrected", "clopperPearson", "agrestiCoull", "wald"] as const) {
          expect(within(yes[name], x / n), name).toBe(true);
          expect(near(yes[name].low, 1 - no[name].high), name).toBe(true);
          expect(narrow[name].high - narrow[name].low, name).toBeLessThanOrEqual(yes[name].high - yes[name].low);
        }
        expect(near(yes.jeffreys.low, 1 - no.jeffreys.high)).toBe(true);
        expect(within(yes.wilsonCorrected, yes.wilson.low) && within(yes.wilsonCorrected, yes.wilson.high)).toBe(true);
        expect(yes.wilson.low).toBeGreaterThanOrEqual(0);
        expect(yes.clopperPearson.high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("paired proportions", () => {
  it("turn round when before and after are exchanged", () => {
    fc.assert(
      fc.property(pairs, (table) => {
        const exchanged = { ...table, preOnly: table.postOnly, postOnly: table.preOnly };
        const n = table.both + table.preOnly + table.postOnly + table.neither;
        fc.pre(n > 0);
        for (const interval of [newcombePairedInterval, tangoInterval]) {
          const [one, other] = [interval(table), interval(exchanged)];
          expect(near(one.low, -other.high)).toBe(true);
          expect(within(one, (table.postOnly - table.preOnly) / n)).toBe(true);
          expect(one.low).toBeGreaterThanOrEqual(-1 - 1e-12);
          expect(one.high).toBeLessThanOrEqual(1 + 1e-12);
        }
        const [one, other] = [mcnemarTests(table), mcnemarTests(exchanged)];
        expect(one).toEqual(other);
        if (one.kind === "insufficient-data") return;
        expect(one.midPValue).toBeLessThanOrEqual(one.exactPValue);
        expect(one.corrected.pValue).toBeGreaterThanOrEqual(one.uncorrected.pValue);
      }),
    );
  });

  it("have odds that contain 1 just when the exact test does not reject", () => {
    fc.assert(
      fc.property(pairs, (table) => {
        const found = conditionalOddsRatio(table);
        if (found.kind !== "estimate") {
          expect(table.preOnly).toBe(0);
          return;
        }
        expect(within(found.interval, found.value)).toBe(true);
        const rejected = (found.test?.pValue ?? 1) < 0.05;
        expect(found.interval.low > 1 || found.interval.high < 1).toBe(rejected);
      }),
    );
  });
});

describe("two proportions", () => {
  it("turn round when the groups are exchanged", () => {
    fc.assert(
      fc.property(groups, (one) => {
        const other = { successes1: one.successes2, n1: one.n2, successes2: one.successes1, n2: one.n1 };
        const [difference, opposite] = [riskDifference(one), riskDifference(other)];
        if (difference.kind !== "estimate" || opposite.kind !== "estimate") throw new Error("people are there");
        expect(near(difference.interval.low, -opposite.interval.high)).toBe(true);
        expect(within(difference.interval, difference.value)).toBe(true);
        expect(near(fisherExactPValue(one), fisherExactPValue(other))).toBe(true);
        for (const ratio of [riskRatio, oddsRatio, conditionalMaximumOddsRatio]) {
          const [forward, backward] = [ratio(one), ratio(other)];
          if (forward.kind !== "estimate") continue;
          expect(within(forward.interval, forward.value)).toBe(true);
          if (backward.kind !== "estimate") continue;
          expect(near(forward.value * backward.value, 1)).toBe(true);
          expect(near(forward.interval.low * backward.interval.high, 1)).toBe(true);
        }
        const effects = twoProportionEffects(one);
        if (effects.kind === "insufficient-data") return;
        expect(effects.chiSquaredYates.statistic).toBeLessThanOrEqual(effects.chiSquared.statistic);
        expect(effects.phi).toBeLessThanOrEqual(1 + 1e-12);
      }),
      { numRuns: 60 },
    );
  });
});
