import { describe, expect, it } from "vitest";
import type { Estimate } from "../estimate";
import type { Variable } from "../model-matrix/variable";
import { joinReplicates, resampleRange } from "../resampling/resample-range";
import { resamplingPlan } from "../resampling/resampling-plan";
import { type StandardisationData, standardisedRisksStatistic } from "./standardisation-designs";
import { standardisedRisks } from "./standardised-risks";
import fixtures from "./standardised-risks.fixtures.json";

const SEED = [12345, 12345, 12345, 12345, 12345, 12345] as const;
const { outcome, exposure, age, income, healthy } = fixtures.data;
const numeric = (values: readonly number[]): Variable => ({ kind: "numeric", values });
const covariates = new Map([
  ["age", numeric(age)],
  ["income", numeric(income)],
]);
const main = { outcome, exposure, covariates: new Map([...covariates, ["healthy", numeric(healthy)]]) };
const crossed = { outcome, exposure, covariates, interactions: ["age"] };

function risks(data: StandardisationData, level = 0.95) {
  const found = standardisedRisks(data, level);
  if (found.kind !== "standardised-risks") throw new Error(found.reason);
  return found;
}

function must(estimate: Estimate) {
  if (estimate.kind !== "estimate") throw new Error("No estimate");
  return estimate;
}

describe("standardisedRisks", () => {
  it.each([
    ["main effects", main, fixtures.main],
    ["an interaction", crossed, fixtures.interaction],
  ])("gives the figures of glm, predict and the delta method, with %s", (_, data, expected) => {
    const found = risks(data);
    const all = [found.exposed, found.unexposed, found.difference, found.ratio].map(must);
    all.forEach((estimate, index) => {
      const value = index === 3 ? Math.log(estimate.value) : estimate.value;
      const [want = 0, error = 0] = [expected.figures[index], expected.standard_errors[index]];
      expect(Math.abs(value / want - 1)).toBeLessThan(1e-9);
      expect(Math.abs(estimate.standardError / error - 1)).toBeLessThan(1e-7);
      const [low, high] = [estimate.interval.low, estimate.interval.high].map((end) =>
        index === 3 ? Math.log(end) : end,
      );
      expect(((high ?? 0) - (low ?? 0)) / 2 / estimate.standardError).toBeCloseTo(1.959963984540054, 9);
      expect(((high ?? 0) + (low ?? 0)) / 2).toBeCloseTo(value, 12);
      expect(estimate.n).toBe(outcome.length);
      const z = value / estimate.standardError;
      if (index < 2) expect(estimate.test).toBeUndefined();
      else expect(estimate.test).toMatchObject({ distribution: "normal", null: index - 2 });
      if (index >= 2) expect(estimate.test?.statistic).toBeCloseTo(z, 10);
    });
    const statistic = standardisedRisksStatistic(data);
    const rows = Int32Array.from(outcome.keys());
    statistic.compute(rows)?.forEach((value, index) => {
      expect(value).toBeCloseTo(expected.figures[index] ?? Number.NaN, 10);
    });
    expect(statistic.compute(rows)).toHaveLength(statistic.figures);
    expect(statistic.compute(rows.map(() => 0))).toBeNull();
  });

  it("is the plain difference without covariates, and turns around with the exposure", () => {
    const share = (group: number) => {
      const chosen = outcome.filter((_, row) => exposure[row] === group);
      return { risk: chosen.reduce((sum, value) => sum + value, 0) / chosen.length, n: chosen.length };
    };
    const [one, none] = [share(1), share(0)];
    const found = risks({ outcome, exposure, covariates: new Map() }, 0.9);
    const difference = must(found.difference);
    expect(difference.value).toBeCloseTo(one.risk - none.risk, 12);
    const wald = Math.sqrt((one.risk * (1 - one.risk)) / one.n + (none.risk * (1 - none.risk)) / none.n);
    expect(difference.standardError).toBeCloseTo(wald, 10);
    expect(difference.interval.level).toBe(0.9);
    const turned = risks({ outcome, exposure: exposure.map((value) => 1 - value), covariates: new Map() });
    expect(must(turned.difference).value).toBeCloseTo(-difference.value, 12);
    expect(must(turned.ratio).value).toBeCloseTo(1 / must(found.ratio).value, 10);
  });

  it("has bootstrap errors near those of the delta method", () => {
    const plan = resamplingPlan({ rows: outcome.length, resamples: 200, seed: SEED });
    const [, , difference] = joinReplicates([resampleRange(plan, 0, 200, standardisedRisksStatistic(main))]);
    const values = difference?.values ?? [];
    const mean = values.reduce((sum, value) => sum + value / values.length, 0);
    const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
    const ratio = spread / must(risks(main).difference).standardError;
    expect(ratio).toBeGreaterThan(0.85);
    expect(ratio).toBeLessThan(1.2);
  });

  it("says why there is none", () => {
    const small = (y: readonly number[], x: readonly number[]) =>
      standardisedRisks({ outcome: y, exposure: x, covariates: new Map() });
    expect(small([1, 0], [1, 0])).toEqual({ kind: "insufficient-data", reason: "too-few", needed: 3, had: 2 });
    expect(small([1, 1, 1], [1, 0, 1])).toMatchObject({ reason: "no-events" });
    expect(small([1, 0, 1], [1, 1, 1])).toMatchObject({ reason: "no-events" });
    expect(small([1, 1, 0, 0], [1, 1, 0, 0])).toMatchObject({ reason: "not-identifiable" });
    const repeated = new Map([["copy", numeric(exposure)]]);
    expect(standardisedRisks({ outcome, exposure, covariates: repeated })).toMatchObject({
      reason: "not-identifiable",
    });
  });

  it("refuses what no program passes", () => {
    const none = new Map<string, Variable>();
    expect(() => standardisedRisks(main, 1)).toThrow(RangeError);
    expect(() => standardisedRisks(main, 0)).toThrow(RangeError);
    expect(() => standardisedRisks({ outcome: [0.5, 1], exposure: [0, 1], covariates: none })).toThrow(/outcome/);
    expect(() => standardisedRisks({ outcome: [0, 1], exposure: [0, 2], covariates: none })).toThrow(/exposure/);
    expect(() => standardisedRisks({ outcome: [0, 1], exposure: [0], covariates: none })).toThrow(RangeError);
    expect(() => standardisedRisks({ ...main, covariates: new Map([["exposure", numeric(age)]]) })).toThrow(RangeError);
    expect(() => standardisedRisks({ ...main, interactions: ["nobody"] })).toThrow(RangeError);
  });
});
