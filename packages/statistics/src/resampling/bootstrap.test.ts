import { describe, expect, it } from "vitest";
import type { Interval } from "../estimate";
import { type BootstrapSummary, bootstrapSummary } from "./bootstrap";
import { jackknife } from "./jackknife";
import { joinReplicates, type RowStatistic, resampleRange } from "./resample-range";
import fixtures from "./resampling.fixtures.json";
import { type PlanOptions, resamplingPlan } from "./resampling-plan";
import { roundedMean } from "./rounded-mean";

const SEED = [12345, 12345, 12345, 12345, 12345, 12345] as const;

function summary(options: PlanOptions, statistic: RowStatistic, level: number): BootstrapSummary {
  const plan = resamplingPlan(options);
  const whole = statistic.compute(Int32Array.from({ length: options.rows }, (_, row) => row));
  const [replicated] = joinReplicates([resampleRange(plan, 0, plan.resamples, statistic)]);
  const without = jackknife(plan, statistic);
  if (whole === null || replicated === undefined || without === null) throw new Error("No figures");
  const result = bootstrapSummary(whole[0] ?? 0, replicated, level, without[0]);
  if (result.kind !== "bootstrap") throw new Error(result.reason);
  return result;
}

function figures(result: BootstrapSummary): Record<string, unknown> {
  const ends = ({ low, high }: Interval) => [low, high];
  const { biasCorrected, accelerated } = result;
  if (biasCorrected.kind !== "bootstrap-interval" || accelerated.kind !== "bootstrap-interval") {
    throw new Error("No corrected interval");
  }
  expect(biasCorrected.correction).toEqual({ bias: accelerated.correction.bias, acceleration: 0 });
  return {
    estimate: result.estimate,
    mean: result.mean,
    standard_error: result.standardError,
    monte_carlo_standard_error: result.monteCarloError.standardError,
    percentile: ends(result.percentile.interval),
    basic: ends(result.basic.interval),
    normal: ends(result.normal),
    z0: accelerated.correction.bias,
    acceleration: accelerated.correction.acceleration,
    bca: ends(accelerated.interval),
    bc: ends(biasCorrected.interval),
  };
}

function expectFigures(result: BootstrapSummary, expected: object): void {
  const wanted = new Map<string, unknown>(Object.entries(expected));
  for (const [name, value] of Object.entries(figures(result))) {
    const [got, want] = [[value].flat(), [wanted.get(name)].flat()];
    expect(want.length, name).toBe(got.length);
    got.forEach((one, index) => {
      const target = Number(want[index]);
      expect(Math.abs(Number(one) - target), name).toBeLessThanOrEqual(
        fixtures.tolerance * Math.max(1, Math.abs(target)),
      );
    });
  }
}

const standardised = (pre: readonly number[], post: readonly number[]) => (rows: Int32Array) => {
  const variance = (values: readonly number[]) => {
    const mean = roundedMean(values, rows);
    return rows.reduce((sum, row) => sum + ((values[row] ?? 0) - mean) ** 2, 0) / (rows.length - 1);
  };
  const change = post.map((value, row) => value - (pre[row] ?? 0));
  return [roundedMean(change, rows) / Math.sqrt((variance(pre) + variance(post)) / 2)];
};

describe("bootstrap of rows", () => {
  it.each(fixtures.rows)("gives R's figures for $data, $statistic", (expected) => {
    const { pre, post, resamples, level } = expected;
    const change = post.map((value, row) => value - (pre[row] ?? 0));
    const compute =
      expected.statistic === "mean" ? (rows: Int32Array) => [roundedMean(change, rows)] : standardised(pre, post);
    const result = summary({ rows: pre.length, resamples, seed: SEED }, { figures: 1, compute }, level);
    expectFigures(result, expected);
    expect(result.resamples).toBe(resamples);
    expect(result.failed).toBe(0);
    expect(result.bias).toBeCloseTo(result.mean - result.estimate, 14);
    expect(result.monteCarloError.mean).toBeCloseTo(result.standardError / Math.sqrt(resamples), 14);
    expect(result.percentile.shares.low).toBeCloseTo((1 - level) / 2, 14);
    expect(result.percentile.shares.high).toBeCloseTo((1 + level) / 2, 14);
    expect([result.percentile.interval.level, result.basic.interval.level, result.normal.level]).toEqual([
      level,
      level,
      level,
    ]);
  });
});

describe("bootstrap of clusters", () => {
  it("gives R's figures", () => {
    const { values, clusters, resamples, level } = fixtures.clusters;
    const statistic = { figures: 1, compute: (rows: Int32Array) => [roundedMean(values, rows)] };
    expectFigures(
      summary({ rows: values.length, resamples, seed: SEED, clusters }, statistic, level),
      fixtures.clusters,
    );
  });
});

describe("bootstrapSummary", () => {
  const replicated = (values: readonly number[], failed = 0) => ({ values, failed });

  it("says why there is no figure", () => {
    expect(bootstrapSummary(1, replicated([1]))).toEqual({
      kind: "insufficient-data",
      reason: "too-few",
      needed: 2,
      had: 1,
    });
    expect(bootstrapSummary(1, replicated([2, 2, 2]))).toMatchObject({ reason: "no-spread" });
    expect(bootstrapSummary(1, replicated([-1e308, 1e308, 1e308]))).toMatchObject({ reason: "out-of-range" });
    expect(bootstrapSummary(1.5, replicated([1, 2], 3), 0.95)).toMatchObject({
      failed: 3,
      resamples: 2,
      accelerated: { reason: "not-identifiable" },
    });
    expect(bootstrapSummary(0, replicated([1, 2]))).toMatchObject({
      biasCorrected: { reason: "out-of-range" },
      accelerated: { reason: "out-of-range" },
    });
    expect(bootstrapSummary(3, replicated([1, 2]))).toMatchObject({ biasCorrected: { reason: "out-of-range" } });
    expect(bootstrapSummary(2, replicated([1, 2, 3]), 0.95, [[4, 4, 4]])).toMatchObject({
      accelerated: { reason: "not-identifiable" },
    });
  });

  it("refuses what no program passes", () => {
    expect(() => bootstrapSummary(1, replicated([1, 2]), 1)).toThrow(RangeError);
    expect(() => bootstrapSummary(1, replicated([1, 2]), 0)).toThrow(RangeError);
    expect(bootstrapSummary(Number.NaN, replicated([1, 2]))).toMatchObject({ reason: "not-finite" });
  });

  it("says how far an end is off, which a thousand repetitions confirm", () => {
    const ends: number[] = [];
    let stated = 0;
    for (let index = 0; index < 200; index += 1) {
      const values = Array.from({ length: 400 }, (_, i) => Math.sin((i + 1) * 12.9898 + index * 78.233) * 43758.5453);
      const uniform = values.map((value) => value - Math.floor(value));
      const found = bootstrapSummary(0.5, replicated(uniform), 0.9);
      if (found.kind !== "bootstrap") continue;
      ends.push(found.percentile.interval.low);
      stated += found.percentile.monteCarloError.low / 200;
    }
    const mean = ends.reduce((sum, value) => sum + value, 0) / 200;
    const spread = Math.sqrt(ends.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 199);
    // The 5 % point of 400 uniform numbers has the standard error sqrt(.05 * .95 / 400) = .0109.
    expect(stated / spread).toBeGreaterThan(0.8);
    expect(stated / spread).toBeLessThan(1.25);
  });
});
