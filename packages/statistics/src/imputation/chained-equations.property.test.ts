import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completeData, type ImputationPlan } from "./chained-equations";

const seeds = fc.integer({ min: 1, max: 1e9 }).map((first) => [first, 2, 3, 4, 5, 6] as const);
const gap = fc.option(fc.integer({ min: -30, max: 30 }), { freq: 3 });
const row = fc.tuple(fc.integer({ min: -30, max: 30 }), gap, gap, fc.option(fc.constantFrom(0, 1, 2), { freq: 4 }));
const rows = fc.array(row, { minLength: 15, maxLength: 30 });

function plan(
  people: readonly (readonly [number, number | null, number | null, number | null])[],
  seed: ImputationPlan["seed"],
  unit = 1,
): ImputationPlan {
  const scaled = (value: number | null) => (value === null ? null : value * unit);
  return {
    columns: [
      { name: "complete", values: people.map(([value]) => value), method: "normal" },
      { name: "drawn", values: people.map(([, value]) => scaled(value)), method: "normal" },
      { name: "matched", values: people.map(([, , value]) => value), method: "matching" },
      { name: "kind", values: people.map(([, , , value]) => value), method: "categories", levels: 3 },
    ],
    iterations: 2,
    seed,
  };
}

describe("completed data", () => {
  it("keep what was observed, have no gap left, and give observed values where they promise to", () => {
    fc.assert(
      fc.property(rows, seeds, fc.nat(5), (people, seed, index) => {
        const one = plan(people, seed);
        const found = completeData(one, index);
        if (found.kind !== "completed-data") {
          expect(["too-few", "not-identifiable"]).toContain(found.reason);
          return;
        }
        expect(completeData(one, index)).toEqual(found);
        one.columns.forEach(({ values, method }, column) => {
          values.forEach((value, position) => {
            const filled = found.columns[column]?.[position];
            expect(Number.isFinite(filled)).toBe(true);
            if (value !== null) expect(filled).toBe(value);
            else if (method !== "normal") expect(values).toContain(filled);
          });
        });
        for (const { mean, deviation } of found.trace.flat()) {
          expect(Number.isFinite(mean)).toBe(true);
          expect(deviation).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("change with the unit of a variable, and with nothing else of it", () => {
    fc.assert(
      fc.property(rows, seeds, (people, seed) => {
        const [plain, halved] = [completeData(plan(people, seed), 0), completeData(plan(people, seed, 0.5), 0)];
        if (plain.kind !== "completed-data" || halved.kind !== "completed-data") {
          expect(halved.kind).toBe(plain.kind);
          return;
        }
        halved.columns[1]?.forEach((value, position) => {
          expect(2 * value).toBeCloseTo(plain.columns[1]?.[position] ?? Number.NaN, 6);
        });
        expect(halved.columns[3]).toEqual(plain.columns[3]);
      }),
      { numRuns: 40 },
    );
  });
});
