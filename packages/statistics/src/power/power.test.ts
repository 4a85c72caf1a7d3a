import { describe, expect, it } from "vitest";
import { noncentralChiSquaredUpper, noncentralFUpper } from "../distribution/noncentral-f";
import type { Quantity } from "../paired/change-from-moments";
import { anovaPower, anovaSampleSize } from "./anova-power";
import { correlationPower, correlationSampleSize } from "./correlation-power";
import { mcnemarPairs, mcnemarPower } from "./mcnemar-power";
import { normalPower } from "./normal-power";
import fixtures from "./power.fixtures.json";
import {
  arcsineDistance,
  arcsinePower,
  detectableProportion,
  proportionsPower,
  proportionsSampleSize,
} from "./proportions-power";
import { ancovaFactor, attritionFactor, designEffect } from "./sample-size-factors";
import { simulatedPower } from "./simulated-power";
import { eventsNeeded, eventsPower } from "./survival-power";
import { type TTestDesign, tTestDetectableDifference, tTestPower, tTestSampleSize } from "./t-test-power";

const R = fixtures.values;
const ALARM = { significance: 0.05, alternative: "two-sided" } as const;
const ONE_SIDED = { significance: 0.05, alternative: "one-sided" } as const;
const GROUPS: TTestDesign = { ...ALARM, groups: 2, difference: 0.5, standardDeviation: 1 };
const PAIRS: TTestDesign = { ...ONE_SIDED, groups: 1, difference: 0.4, standardDeviation: 1 };

const close = (actual: number, expected: number, tolerance = 1e-8) => {
  expect(Math.abs(actual / expected - 1), `${actual}, not ${expected}`).toBeLessThanOrEqual(tolerance);
};
const value = (quantity: Quantity): number => {
  if (quantity.kind !== "value") throw new Error(quantity.reason);
  return quantity.value;
};

describe("t tests", () => {
  it("have R's power", () => {
    close(tTestPower(GROUPS, { n: 30 }), R.two_groups_30);
    close(tTestPower({ ...GROUPS, bothTails: true }, { n: 30 }), R.two_groups_30_strict);
    close(tTestPower({ ...GROUPS, difference: 0.1, bothTails: true }, { n: 5 }), R.two_groups_tiny_strict);
    close(tTestPower({ ...GROUPS, difference: -6, standardDeviation: 12 }, { n: 30 }), R.two_groups_other_unit);
    close(tTestPower(PAIRS, { n: 25 }), R.pairs_25_one_sided);
    close(tTestPower({ ...PAIRS, bothTails: true }, { n: 25 }), R.pairs_25_one_sided);
    close(tTestPower({ ...PAIRS, difference: -0.4 }, { n: 25 }), R.wrong_direction);
    close(tTestPower({ ...GROUPS, significance: 0.001 }, { n: 100 }), R.two_groups_strict_significance);
    close(tTestPower({ ...GROUPS, bothTails: true }, { n: 30, secondN: 60 }), R.unequal_groups);
  });

  it("have R's sizes and detectable differences", () => {
    close(value(tTestSampleSize(GROUPS, 0.8)), R.two_groups_size);
    const pairs = { ...PAIRS, alternative: "two-sided", bothTails: true } as const;
    close(value(tTestSampleSize(pairs, 0.9)), R.pairs_size);
    close(value(tTestDetectableDifference(GROUPS, { n: 50 }, 0.8)), R.detectable_50);
    close(value(tTestDetectableDifference({ ...GROUPS, standardDeviation: 7 }, { n: 50 }, 0.8)), 7 * R.detectable_50);
  });

  it("find no size for no difference", () => {
    expect(tTestSampleSize({ ...GROUPS, difference: 0 }, 0.8)).toMatchObject({ reason: "not-identifiable" });
    close(tTestPower({ ...GROUPS, difference: 0, bothTails: true }, { n: 9 }), 0.05);
    expect(tTestPower({ ...GROUPS, difference: 1e6 }, { n: 9 })).toBe(1);
    expect(tTestPower({ ...PAIRS, difference: -1e6 }, { n: 9 })).toBe(0);
  });
});

describe("shares", () => {
  const design = { ...ALARM, first: 0.5, second: 0.75 };
  it("have R's power and sizes", () => {
    close(proportionsPower(design, 50), R.proportions_50);
    close(proportionsPower({ ...design, second: 0.55, bothTails: true }, 50), R.proportions_50_strict);
    close(proportionsPower({ ...ONE_SIDED, first: 0.3, second: 0.5, bothTails: true }, 80), R.proportions_one_sided);
    close(value(proportionsSampleSize({ ...ALARM, first: 0.84, second: 0.92 }, 0.8)), R.proportions_size);
    close(value(detectableProportion({ ...ALARM, first: 0.3 }, 100, 0.8)), R.proportions_detectable);
    close(arcsineDistance(0.75, 0.5), R.arcsine_distance);
    close(arcsinePower(0.3, 80, 120, { ...ALARM, bothTails: true }), R.arcsine_unequal);
    close(arcsinePower(-0.3, 120, 80, { ...ALARM, bothTails: true }), R.arcsine_unequal);
    close(arcsinePower(-0.3, 80, 120, ONE_SIDED), R.arcsine_one_sided);
  });

  it("that cannot vary are found or not without chance", () => {
    expect(proportionsPower({ ...ALARM, first: 0, second: 1 }, 10)).toBe(1);
    expect(proportionsPower({ ...ALARM, first: 0, second: 1 }, 1)).toBe(0);
    expect(proportionsPower({ ...ALARM, first: 0, second: 0 }, 10)).toBe(0);
    expect(detectableProportion({ ...ALARM, first: 0.99 }, 5, 0.8)).toMatchObject({ reason: "not-identifiable" });
    expect(proportionsSampleSize({ ...design, second: 0.5 }, 0.8)).toMatchObject({ reason: "not-identifiable" });
  });
});

describe("other designs", () => {
  it("have R's figures", () => {
    const anova = { groups: 3, betweenVariance: 1, withinVariance: 9, significance: 0.05 };
    close(anovaPower(anova, 20), R.anova_20);
    close(anovaPower({ ...anova, betweenVariance: 0 }, 20), R.anova_null);
    close(value(anovaSampleSize({ ...anova, groups: 4, withinVariance: 3 }, 0.8)), R.anova_size);
    close(correlationPower(0.3, 50, { ...ALARM, bothTails: true }), R.correlation_50);
    close(correlationPower(-0.3, 50, { ...ALARM, bothTails: true }), R.correlation_50);
    close(correlationPower(-0.3, 50, ONE_SIDED), R.correlation_wrong);
    const people = value(correlationSampleSize(0.3, 0.8, ALARM));
    close(correlationPower(0.3, people, ALARM), 0.8);
    close(value(eventsNeeded({ ...ALARM, hazardRatio: 0.7, share: 0.5 }, 0.8)), R.schoenfeld_07);
    const changes = { ...ALARM, toYes: 0.25, toNo: 0.1 };
    close(value(mcnemarPairs(changes, 0.9, "connor")), R.mcnemar_connor);
    close(value(mcnemarPairs(changes, 0.9)), R.mcnemar_miettinen);
    close(value(mcnemarPairs({ ...changes, toYes: 0.1, toNo: 0.25 }, 0.9)), R.mcnemar_miettinen);
    // Summed with 30 digits; R's pf has four of the second.
    close(noncentralFUpper(2.5, 3, 40, 7), 0.6151430418105551, 1e-13);
    close(noncentralFUpper(30, 3, 40, 7), 1.644167723936278e-6, 1e-13);
    close(noncentralFUpper(1.2, 10, 200, 20), 0.983134375030927, 1e-13);
    close(noncentralFUpper(1.2, 10, 200, 9000), 1, 1e-14);
    close(noncentralChiSquaredUpper(9, 3, 4), R.noncentral_chi);
    close(noncentralFUpper(3, 3, Infinity, 4), R.noncentral_chi);
  });

  it("lead back from size to power", () => {
    const hazards = { ...ALARM, hazardRatio: 1.4, share: 0.4 };
    close(eventsPower(hazards, value(eventsNeeded(hazards, 0.85))), 0.85);
    close(eventsPower({ ...hazards, hazardRatio: 1 / 1.4 }, 200), eventsPower(hazards, 200));
    for (const variance of ["miettinen", "connor"] as const) {
      const changes = { ...ONE_SIDED, toYes: 0.3, toNo: 0.2 };
      close(mcnemarPower(changes, value(mcnemarPairs(changes, 0.75, variance)), variance), 0.75);
    }
    expect(mcnemarPower({ ...ALARM, toYes: 1, toNo: 0 }, 3, "connor")).toBe(0);
    expect(mcnemarPower({ ...ALARM, toYes: 1, toNo: 0 }, 4, "connor")).toBe(1);
    expect(mcnemarPairs({ ...ALARM, toYes: 0.1, toNo: 0.1 }, 0.8)).toMatchObject({ reason: "no-events" });
    expect(eventsNeeded({ ...ALARM, hazardRatio: 1, share: 0.5 }, 0.8)).toMatchObject({ reason: "no-events" });
    close(normalPower(0, { ...ALARM, bothTails: true }), 0.05);
    close(normalPower(0, ALARM), 0.025);
    close(normalPower(0, { ...ONE_SIDED, bothTails: true }), 0.05);
  });

  it("noncentral tails end where doubles do", () => {
    expect(noncentralFUpper(0, 3, 40, 7)).toBe(1);
    close(noncentralFUpper(3, 3, 40, 1e12), 1, 1e-14);
    expect(noncentralFUpper(Infinity, 3, 40, 7)).toBe(0);
    expect(noncentralChiSquaredUpper(-1, 3, 7)).toBe(1);
    expect(noncentralChiSquaredUpper(Number.NaN, 3, 7)).toBeNaN();
    expect(noncentralFUpper(1, Number.NaN, 3, 7)).toBeNaN();
    close(noncentralFUpper(2.5, 3, 40, 0), 0.07332, 1e-3);
    expect(() => noncentralFUpper(1, 2, 3, -1)).toThrow(RangeError);
    expect(() => noncentralFUpper(1, 2, 3, Infinity)).toThrow(RangeError);
  });
});

describe("factors of the sample size", () => {
  it("are those of the papers", () => {
    close(designEffect({ meanSize: 20, intraclassCorrelation: 0.03 }), 1.57);
    close(designEffect({ meanSize: 20, sizeVariation: 0.5, intraclassCorrelation: 0.03 }), 1.72);
    expect(designEffect({ meanSize: 1, intraclassCorrelation: 0.3 })).toBe(1);
    close(ancovaFactor(0.6), 0.64);
    close(ancovaFactor(-0.6), 0.64);
    close(attritionFactor(0.2), 1.25);
    expect([attritionFactor(0), ancovaFactor(0), ancovaFactor(1)]).toEqual([1, 1, 0]);
  });
});

describe("simulated power", () => {
  const plan = { studies: 400, significance: 0.05, seed: [1, 2, 3, 4, 5, 6] } as const;
  it("counts findings of studies that each draw from a stream of their own", () => {
    const result = simulatedPower((stream) => stream.uniform(), plan);
    if (result.kind !== "simulated-power") throw new Error(result.kind);
    expect(result.power).toBeGreaterThan(0.02);
    expect(result.power).toBeLessThan(0.09);
    expect(result.interval.low).toBeLessThan(0.05);
    expect(result.interval.high).toBeGreaterThan(0.05);
    expect(simulatedPower((stream) => stream.uniform(), plan)).toEqual(result);
    const seen: number[] = [];
    simulatedPower((stream) => seen.push(stream.uniform()), { ...plan, studies: 3 });
    expect(new Set(seen).size).toBe(3);
  });

  it("says how many studies gave nothing", () => {
    let study = 0;
    const result = simulatedPower(() => (++study % 2 === 0 ? null : 0.05 - 1e-12), { ...plan, studies: 10 });
    expect(result).toMatchObject({ power: 0.5, withoutResult: 5, studies: 10 });
    expect(simulatedPower(() => 0.05, plan)).toMatchObject({ power: 0, withoutResult: 0 });
    expect(simulatedPower(() => null, plan)).toMatchObject({ reason: "no-events" });
    expect(simulatedPower(() => 0, { ...plan, level: 0.5 })).toMatchObject({ interval: { level: 0.5 } });
  });
});

describe("impossible designs", () => {
  it("are refused", () => {
    for (const call of [
      () => tTestPower(GROUPS, { n: 1 }),
      () => tTestPower(GROUPS, { n: 5, secondN: 1 }),
      () => tTestPower({ ...GROUPS, standardDeviation: 0 }, { n: 5 }),
      () => tTestDetectableDifference({ ...GROUPS, standardDeviation: -1 }, { n: 5 }, 0.8),
      () => tTestPower({ ...GROUPS, significance: 0 }, { n: 5 }),
      () => tTestPower({ ...GROUPS, significance: 1 }, { n: 5 }),
      () => tTestSampleSize(GROUPS, 1),
      () => tTestSampleSize(GROUPS, 0),
      () => proportionsPower({ ...ALARM, first: -0.1, second: 0.5 }, 5),
      () => proportionsPower({ ...ALARM, first: 0.1, second: 1.5 }, 5),
      () => proportionsPower({ ...ALARM, first: 0.1, second: 0.5 }, 0),
      () => arcsinePower(0.3, 0, 5, ALARM),
      () => anovaPower({ groups: 1, betweenVariance: 1, withinVariance: 1, significance: 0.05 }, 5),
      () => anovaPower({ groups: 3, betweenVariance: -1, withinVariance: 1, significance: 0.05 }, 5),
      () => anovaPower({ groups: 3, betweenVariance: 1, withinVariance: 0, significance: 0.05 }, 5),
      () => anovaPower({ groups: 3, betweenVariance: 1, withinVariance: 1, significance: 1 }, 5),
      () => anovaPower({ groups: 3, betweenVariance: 1, withinVariance: 1, significance: 0.05 }, 1),
      () => correlationPower(1, 10, ALARM),
      () => correlationPower(0.5, 3, ALARM),
      () => eventsNeeded({ ...ALARM, hazardRatio: 0, share: 0.5 }, 0.8),
      () => eventsNeeded({ ...ALARM, hazardRatio: 2, share: 1 }, 0.8),
      () => eventsNeeded({ ...ALARM, hazardRatio: 2, share: 0.5 }, 1),
      () => eventsPower({ ...ALARM, hazardRatio: 2, share: 0.5 }, 0),
      () => mcnemarPairs({ ...ALARM, toYes: 0.8, toNo: 0.3 }, 0.8),
      () => mcnemarPairs({ ...ALARM, toYes: -0.1, toNo: 0.3 }, 0.8),
      () => mcnemarPairs({ ...ALARM, toYes: 0, toNo: 0 }, 0.8),
      () => mcnemarPower({ ...ALARM, toYes: 0.2, toNo: 0.3 }, 0),
      () => designEffect({ meanSize: 0, intraclassCorrelation: 0 }),
      () => designEffect({ meanSize: 5, intraclassCorrelation: 1.1 }),
      () => designEffect({ meanSize: 5, intraclassCorrelation: 0.1, sizeVariation: -1 }),
      () => ancovaFactor(1.1),
      () => attritionFactor(1),
      () => attritionFactor(-0.1),
      () => simulatedPower(() => 0, { studies: 0, significance: 0.05, seed: [1, 1, 1, 1, 1, 1] }),
      () => simulatedPower(() => 0, { studies: 1, significance: 1, seed: [1, 1, 1, 1, 1, 1] }),
    ]) {
      expect(call).toThrow(RangeError);
    }
  });
});
