import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bootstrapSummary } from "./bootstrap";
import { joinReplicates, resampleRange } from "./resample-range";
import { resamplingPlan } from "./resampling-plan";
import { roundedMean } from "./rounded-mean";

const half = fc.integer({ min: -100, max: 100 }).map((value) => value / 2);
const data = fc.array(half, { minLength: 3, maxLength: 12 }).filter((values) => new Set(values).size > 1);
const seed = fc
  .tuple(...([0, 1, 2, 3, 4, 5] as const).map(() => fc.integer({ min: 1, max: 4294944442 })))
  .map(([a = 1, b = 1, c = 1, d = 1, e = 1, f = 1]) => [a, b, c, d, e, f] as const);

function bootstrapOfMean(values: readonly number[], stream: Parameters<typeof resamplingPlan>[0]["seed"], level = 0.9) {
  const plan = resamplingPlan({ rows: values.length, resamples: 60, seed: stream });
  const statistic = { figures: 1, compute: (rows: Int32Array) => [roundedMean(values, rows)] };
  const [replicated] = joinReplicates([resampleRange(plan, 0, 60, statistic)]);
  if (replicated === undefined) throw new Error("No replicates");
  return bootstrapSummary(
    roundedMean(
      values,
      values.map((_, index) => index),
    ),
    replicated,
    level,
  );
}

describe("bootstrap of a mean", () => {
  it("moves with a shift and a change of unit", () => {
    fc.assert(
      fc.property(data, seed, half, (values, stream, shift) => {
        const [plain, moved] = [
          bootstrapOfMean(values, stream),
          bootstrapOfMean(
            values.map((v) => 2 * v + shift),
            stream,
          ),
        ];
        if (plain.kind !== "bootstrap" || moved.kind !== "bootstrap") {
          expect(moved.kind).toBe(plain.kind);
          return;
        }
        expect(moved.standardError).toBeCloseTo(2 * plain.standardError, 9);
        expect(moved.percentile.interval.low).toBeCloseTo(2 * plain.percentile.interval.low + shift, 9);
        expect(moved.basic.interval.high).toBeCloseTo(2 * plain.basic.interval.high + shift, 9);
      }),
    );
  });

  it("turns around with the sign, and widens with the level", () => {
    fc.assert(
      fc.property(data, seed, (values, stream) => {
        const [plain, turned] = [
          bootstrapOfMean(values, stream),
          bootstrapOfMean(
            values.map((v) => -v),
            stream,
          ),
        ];
        const wide = bootstrapOfMean(values, stream, 0.99);
        if (plain.kind !== "bootstrap" || turned.kind !== "bootstrap" || wide.kind !== "bootstrap") {
          expect(turned.kind).toBe(plain.kind);
          return;
        }
        // Quantiles between the same two values may differ in their last digit.
        const close = 1e-9 * (1 + Math.abs(plain.estimate));
        expect(turned.percentile.interval.low).toBeCloseTo(-plain.percentile.interval.high, 9);
        expect(wide.percentile.interval.low).toBeLessThanOrEqual(plain.percentile.interval.low + close);
        expect(wide.percentile.interval.high).toBeGreaterThanOrEqual(plain.percentile.interval.high - close);
        expect(plain.percentile.interval.low).toBeGreaterThanOrEqual(Math.min(...values) - close);
        expect(plain.percentile.interval.high).toBeLessThanOrEqual(Math.max(...values) + close);
      }),
    );
  });
});
