import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { personTimeRate } from "./rate";
import { exactRateRatio, waldRateRatio } from "./rate-ratio";

const events = fc.integer({ min: 0, max: 400 });
const time = fc.integer({ min: 1, max: 500 }).map((value) => value / 4);
const group = fc.record({ events, time });

function close(a: number, b: number): void {
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(b)));
}

describe("rates", () => {
  it("lie inside their interval, which widens with the level and follows the unit of time", () => {
    fc.assert(
      fc.property(events, time, (count, span) => {
        const [rate, wide, months] = [
          personTimeRate(count, span),
          personTimeRate(count, span, 0.99),
          personTimeRate(count, 12 * span),
        ];
        if (rate.kind !== "estimate" || wide.kind !== "estimate" || months.kind !== "estimate") throw new Error("none");
        expect(rate.interval.low).toBeLessThanOrEqual(rate.value);
        expect(rate.interval.high).toBeGreaterThan(rate.value);
        expect(wide.interval.low).toBeLessThanOrEqual(rate.interval.low);
        expect(wide.interval.high).toBeGreaterThan(rate.interval.high);
        close(12 * months.value, rate.value);
        close(12 * months.interval.high, rate.interval.high);
        expect(rate.test?.pValue).toBeGreaterThanOrEqual(0);
        expect(rate.test?.pValue).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("differ from a null rate no less the farther it is away", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
        const p = (nullRate: number) => {
          const rate = personTimeRate(count, 1, 0.95, nullRate);
          return rate.kind === "estimate" ? (rate.test?.pValue ?? 0) : 0;
        };
        expect(p(count)).toBe(1);
        expect(p(8 * count)).toBeLessThanOrEqual(p(3 * count) + 1e-12);
        expect(p(count / 8)).toBeLessThanOrEqual(p(count / 3) + 1e-12);
      }),
    );
  });

  it("turn around with the groups", () => {
    fc.assert(
      fc.property(group, group, (first, second) => {
        for (const method of [exactRateRatio, waldRateRatio]) {
          const [forward, back] = [method(first, second), method(second, first)];
          if (forward.kind !== "estimate" || back.kind !== "estimate" || forward.value === 0 || back.value === 0)
            continue;
          close(forward.value * back.value, 1);
          close(forward.interval.low * back.interval.high, 1);
          close(forward.interval.high * back.interval.low, 1);
          close(forward.test?.pValue ?? 0, back.test?.pValue ?? 1);
          expect(forward.interval.low).toBeLessThan(forward.value);
          expect(forward.interval.high).toBeGreaterThan(forward.value);
        }
      }),
    );
  });
});
