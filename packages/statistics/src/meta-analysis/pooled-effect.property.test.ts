import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pooledEffect } from "./pooled-effect";

const study = fc.record({ effect: fc.integer({ min: -40, max: 40 }), variance: fc.integer({ min: 1, max: 60 }) });
const studies = fc.array(study, { minLength: 2, maxLength: 12 });
const method = fc.constantFrom(
  "common" as const,
  "dersimonian-laird" as const,
  "restricted-maximum-likelihood" as const,
  "paule-mandel" as const,
);
type Study = { effect: number; variance: number };
const pool = (list: readonly Study[], by: Parameters<typeof pooledEffect>[2]["method"], scale = 1, shift = 0) => {
  const found = pooledEffect(
    list.map(({ effect }) => (effect / 10) * scale + shift),
    list.map(({ variance }) => (variance / 20) * scale ** 2),
    { method: by },
  );
  if (found.kind !== "pooled-effect") throw new Error(found.reason);
  return found;
};

describe("pooled effect", () => {
  it("lies between the smallest and the largest effect, in its interval, which lies in the prediction interval", () => {
    fc.assert(
      fc.property(studies, method, (list, by) => {
        const { estimate, predictionInterval, tauSquared, iSquared } = pool(list, by);
        const effects = list.map(({ effect }) => effect / 10);
        expect(estimate.value).toBeGreaterThanOrEqual(Math.min(...effects) - 1e-12);
        expect(estimate.value).toBeLessThanOrEqual(Math.max(...effects) + 1e-12);
        expect(estimate.interval.low).toBeLessThan(estimate.value);
        expect(estimate.interval.high).toBeGreaterThan(estimate.value);
        if (predictionInterval !== null) expect(predictionInterval.low).toBeLessThanOrEqual(estimate.interval.low);
        expect(tauSquared).toBeGreaterThanOrEqual(0);
        expect(iSquared).toBeGreaterThanOrEqual(0);
        expect(iSquared).toBeLessThanOrEqual(100);
      }),
    );
  });

  it("ignores the order of studies, and moves with shift and unit", () => {
    fc.assert(
      fc.property(studies, method, (list, by) => {
        const plain = pool(list, by);
        const near = (found: number, wanted: number) =>
          expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(wanted)));
        near(pool([...list].reverse(), by).estimate.value, plain.estimate.value);
        near(pool(list, by, 1, 5).estimate.value, plain.estimate.value + 5);
        near(pool(list, by, 3).estimate.value, 3 * plain.estimate.value);
        near(pool(list, by, 3).tauSquared, 9 * plain.tauSquared);
        near(pool(list, by, -1).estimate.value, -plain.estimate.value);
        near(pool(list, by, 3).iSquared, plain.iSquared);
      }),
    );
  });
});
