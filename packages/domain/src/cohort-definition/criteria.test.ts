import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CohortCriteria, canonicalCriteria, cohortCriteria, isKnownAtBaseline } from "./criteria";

const A = "0a000000-0000-4000-8000-000000000001";
const B = "0b000000-0000-4000-8000-000000000002";

const bound = fc.option(fc.integer({ min: -1000, max: 1000 }), { nil: null });
const band = fc
  .record({ from: bound, below: bound })
  .filter(({ from, below }) => (from ?? below) !== null && (from === null || below === null || from < below));
const criteria: fc.Arbitrary<CohortCriteria> = fc.record(
  {
    arms: fc.array(fc.constantFrom(A, B), { minLength: 1, maxLength: 4 }),
    sites: fc.array(fc.uuid(), { minLength: 1, maxLength: 4 }),
    daysOnTreatment: band,
    baseline: fc.uniqueArray(
      fc
        .tuple(fc.constantFrom("phq9/total", "pozqol/total", "mos/total"), band)
        .map(([measure, of]) => ({ measure, ...of })),
      { selector: ({ measure }) => measure, minLength: 1, maxLength: 3 },
    ),
    standing: fc.array(fc.constantFrom("active", "completed", "lost"), { minLength: 1, maxLength: 4 }),
  },
  { requiredKeys: [] },
);

describe("criteria of a cohort", () => {
  it("take everybody when there are none", () => {
    expect(cohortCriteria.parse({})).toEqual({});
  });

  it.each([
    ["an unknown criterion", { hair: "brown" }],
    ["a list without values", { arms: [] }],
    ["a band open at both ends", { daysOnTreatment: { from: null, below: null } }],
    ["a band nobody can be in", { daysOnTreatment: { from: 5, below: 5 } }],
    ["a period that ends before it begins", { enrolled: { from: "2026-02-01", until: "2026-01-31" } }],
    ["a day that does not exist", { enrolled: { from: "2026-02-30", until: null } }],
    [
      "two bands of one measure",
      {
        baseline: [
          { measure: "phq9/total", from: 5, below: null },
          { measure: "phq9/total", from: null, below: 20 },
        ],
      },
    ],
    ["a bound that is no number", { baseline: [{ measure: "phq9/total", from: Number.NaN, below: null }] }],
  ])("refuse %s", (_, value) => {
    expect(cohortCriteria.safeParse(value).success).toBe(false);
  });

  it("take a period of one day", () => {
    expect(cohortCriteria.safeParse({ enrolled: { from: "2026-02-01", until: "2026-02-01" } }).success).toBe(true);
  });

  it("are written in one way, whatever the order in which they were chosen, and mean the same", () => {
    expect(canonicalCriteria({ standing: ["lost", "active", "lost"], arms: [B, A.toUpperCase(), B] })).toEqual({
      arms: [A, B],
      standing: ["active", "lost"],
    });
    fc.assert(
      fc.property(criteria, (one) => {
        const once = canonicalCriteria(one);
        expect(canonicalCriteria(once)).toEqual(once);
        expect(cohortCriteria.parse(once)).toEqual(once);
        const turned: CohortCriteria = {
          ...one,
          ...(one.arms && { arms: one.arms.toReversed() }),
          ...(one.baseline && { baseline: one.baseline.toReversed() }),
        };
        expect(JSON.stringify(canonicalCriteria(turned))).toBe(JSON.stringify(once));
      }),
    );
  });

  it("are known at the baseline unless they choose by what came of people", () => {
    expect(isKnownAtBaseline({ arms: [A], baseline: [{ measure: "phq9/total", from: 10, below: null }] })).toBe(true);
    expect(isKnownAtBaseline({ standing: ["completed"] })).toBe(false);
  });
});
