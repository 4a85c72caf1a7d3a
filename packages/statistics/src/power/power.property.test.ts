import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anovaPower } from "./anova-power";
import { correlationPower } from "./correlation-power";
import { mcnemarPower } from "./mcnemar-power";
import { proportionsPower } from "./proportions-power";
import { eventsPower } from "./survival-power";
import { tTestPower, tTestSampleSize } from "./t-test-power";

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const sizes = fc.integer({ min: 5, max: 400 });
const effects = between(0.05, 1.4);
const ALARM = { significance: 0.05, alternative: "two-sided" } as const;

describe("power", () => {
  it("lies between 0 and 1, and grows with people, with the effect and with the false findings allowed", () => {
    fc.assert(
      fc.property(sizes, effects, between(0.001, 0.2), (n, effect, significance) => {
        const powers = (people: number, size: number, alpha: number) => {
          const alarm = { significance: alpha, alternative: "two-sided" } as const;
          return [
            tTestPower({ ...alarm, groups: 2, difference: 2 * size, standardDeviation: 2 }, { n: people }),
            tTestPower({ ...alarm, groups: 1, difference: size, standardDeviation: 1 }, { n: people }),
            proportionsPower({ ...alarm, first: 0.5, second: 0.5 + size / 4 }, people),
            anovaPower({ groups: 3, betweenVariance: size ** 2, withinVariance: 1, significance: alpha }, people),
            correlationPower(0.3 + size / 3, people, alarm),
            eventsPower({ ...alarm, hazardRatio: Math.exp(size), share: 0.5 }, people),
            mcnemarPower({ ...alarm, toYes: 0.4 + size / 4, toNo: 0.1 }, people),
          ];
        };

        const base = powers(n, effect, significance);
        for (const more of [powers(n + 10, effect, significance), powers(n, effect * 1.1, significance)]) {
          more.forEach((power, index) => {
            expect(power, `design ${index}`).toBeGreaterThanOrEqual((base[index] ?? 1) * (1 - 1e-9));
            expect(power).toBeLessThanOrEqual(1);
          });
        }
        powers(n, effect, significance * 1.5).forEach((power, index) => {
          expect(power).toBeGreaterThanOrEqual((base[index] ?? 1) * (1 - 1e-9));
        });
        for (const power of base) expect(power).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 40 },
    );
  });

  it("does not depend on the unit of the measure, and sizes lead back to it", () => {
    fc.assert(
      fc.property(effects, between(0.1, 50), between(0.6, 0.95), (effect, unit, power) => {
        const design = { ...ALARM, groups: 2, difference: effect, standardDeviation: 1 } as const;
        const scaled = { ...design, difference: -effect * unit, standardDeviation: unit };
        const size = tTestSampleSize(design, power);
        if (size.kind !== "value") throw new Error(size.reason);
        expect(tTestPower(design, { n: size.value })).toBeCloseTo(power, 9);
        expect(tTestPower(scaled, { n: size.value })).toBeCloseTo(power, 9);
      }),
      { numRuns: 30 },
    );
  });
});
