import { findThresholdRule } from "@alongside/domain/viral-load/threshold-rules.data";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { below, copies, HIGH, LOW } from "../viral-load-rows/made-data.fixture";
import { type CascadeStep, cascade } from "./cascade";
import { type CascadePerson, cascadeCounts, TX_PVLS_WINDOW } from "./cascade-people";
import { CASCADE_STEPS, CASCADE_TEXTS, type CascadeStepId } from "./cascade-steps";

const found = findThresholdRule("less-than-1000");
if (found === undefined) throw new Error("No rule");
const rule = found;

const person = (given: Partial<CascadePerson> = {}): CascadePerson => ({
  inCare: true,
  treatment: { kind: "on-treatment", days: 400 },
  results: [{ daysAgo: 30, result: LOW }],
  ...given,
});
const many = (count: number, given: Partial<CascadePerson> = {}) => Array.from({ length: count }, () => person(given));

/** 100 in care: 8 unknown, 6 not treated, 86 treated, 80 of them long enough, 70 tested, 60 + 5 + 5 undetermined. */
const PROGRAMME: readonly CascadePerson[] = [
  ...many(9, { inCare: false }),
  ...many(8, { treatment: { kind: "unknown" } }),
  ...many(6, { treatment: { kind: "not-on-treatment" } }),
  ...many(6, { treatment: { kind: "on-treatment", days: 90 } }),
  ...many(10, { results: [{ daysAgo: 366, result: LOW }] }),
  ...many(60),
  ...many(5, { results: [{ daysAgo: 10, result: HIGH }] }),
  ...many(5, { results: [{ daysAgo: 365, result: { kind: "below", limit: 1000, inclusive: true } }] }),
];

function step(steps: readonly CascadeStep[], id: CascadeStepId): CascadeStep {
  const one = steps.find((candidate) => candidate.id === id);
  if (one === undefined) throw new Error(id);
  return one;
}

describe("cascade", () => {
  it("counts people by their latest result of twelve months, three months or longer on treatment", () => {
    expect(cascadeCounts(PROGRAMME, rule, TX_PVLS_WINDOW)).toEqual({
      inCare: 100,
      onTreatment: 86,
      treatmentUnknown: 8,
      eligible: 80,
      tested: 70,
      suppressed: 60,
      unsuppressed: 5,
      undetermined: 5,
      awaiting: 0,
    });
    const latest = person({
      results: [
        { daysAgo: 100, result: LOW },
        { daysAgo: 20, result: copies(1000) },
        { daysAgo: 200, result: LOW },
        // Not yet taken on the day of the report.
        { daysAgo: -5, result: LOW },
      ],
    });
    expect(cascadeCounts([latest], rule, TX_PVLS_WINDOW)).toMatchObject({ tested: 1, suppressed: 0, unsuppressed: 1 });
    const edge = person({ treatment: { kind: "on-treatment", days: 91 } });
    expect(cascadeCounts([edge], rule, TX_PVLS_WINDOW).eligible).toBe(1);
  });

  it("says what a programme knows, of whom, and what it cannot know", () => {
    const { steps, unknown, frame } = cascade({ people: PROGRAMME, rule, threshold: 1 });
    expect(steps.map(({ id }) => id)).toEqual([...CASCADE_STEPS]);
    const exact = (n: number) => ({ kind: "exact", n });
    expect(step(steps, "status")).toMatchObject({
      numerator: exact(100),
      denominator: null,
      share: { kind: "not-knowable" },
      target: 0.95,
    });
    const share = (id: CascadeStepId) => {
      const { share: estimate, bounds } = step(steps, id);
      if (estimate.kind !== "estimate") throw new Error(estimate.kind);
      return { value: estimate.value, n: estimate.n, bounds };
    };
    expect(share("treatment")).toEqual({ value: 0.86, n: 100, bounds: { low: 0.86, high: 0.94 } });
    expect(share("coverage")).toEqual({ value: 70 / 80, n: 80, bounds: null });
    expect(share("suppressed-tested")).toEqual({ value: 60 / 65, n: 65, bounds: null });
    expect(share("suppressed-all")).toEqual({ value: 60 / 80, n: 80, bounds: { low: 60 / 80, high: 75 / 80 } });
    expect(unknown).toEqual({ treatment: exact(8), undetermined: exact(5) });
    expect(frame.claim.level).toBe(0);
    expect(frame.assumptions.map(({ status }) => status)).toEqual(["warn", "warn"]);
  });

  it("shows a share only where both of its numbers may be shown", () => {
    const nearly = [...many(60), ...many(3, { results: [{ daysAgo: 10, result: HIGH }] })];
    const { steps } = cascade({ people: nearly, rule, threshold: 5 });
    expect(step(steps, "suppressed-tested")).toMatchObject({
      numerator: { kind: "exact", n: 60 },
      denominator: { kind: "range", low: 61, high: 64 },
      share: { kind: "suppressed" },
      bounds: null,
    });
    const few = cascade({ people: many(4), rule, threshold: 5 });
    expect(few.steps.every(({ share }) => share.kind !== "estimate")).toBe(true);
    const shownAll = cascade({ people: PROGRAMME, rule, threshold: 5 });
    expect(step(shownAll.steps, "suppressed-tested").share.kind).toBe("estimate");
  });

  it("has no share of nobody", () => {
    const { steps } = cascade({ people: [], rule, threshold: 5 });
    expect(step(steps, "treatment").share).toMatchObject({ kind: "insufficient-data" });
    expect(step(steps, "suppressed-all").bounds).toBeNull();
  });

  it("holds each number inside the one before, and the share inside its bounds", () => {
    const people = fc.array(
      fc.record({
        inCare: fc.boolean(),
        treatment: fc.oneof(
          fc.record({ kind: fc.constant("on-treatment" as const), days: fc.integer({ min: 0, max: 500 }) }),
          fc.constantFrom({ kind: "unknown" } as const, { kind: "not-on-treatment" } as const),
        ),
        results: fc.array(
          fc.record({ daysAgo: fc.integer({ min: -10, max: 500 }), result: fc.constantFrom(LOW, HIGH, below(5000)) }),
          { maxLength: 3 },
        ),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(people, fc.constantFrom(1, 5), (all, threshold) => {
        const counts = cascadeCounts(all, rule, TX_PVLS_WINDOW);
        expect(counts.suppressed + counts.unsuppressed + counts.undetermined).toBe(counts.tested);
        const chain = [
          all.length,
          counts.inCare,
          counts.onTreatment,
          counts.eligible,
          counts.tested,
          counts.suppressed,
        ];
        expect(chain).toEqual(chain.toSorted((a, b) => b - a));
        for (const { share, bounds, numerator, denominator } of cascade({ people: all, rule, threshold }).steps) {
          if (share.kind !== "estimate") continue;
          expect([numerator.kind, denominator?.kind]).toEqual(["exact", "exact"]);
          if (bounds === null) continue;
          expect(bounds.low).toBeLessThanOrEqual(share.value);
          expect(bounds.high).toBeGreaterThanOrEqual(share.value);
          expect(bounds.high).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("names every share and what it is of, in both languages", () => {
    for (const id of CASCADE_STEPS) {
      for (const text of Object.values(CASCADE_TEXTS[id])) {
        expect(text.en.length).toBeGreaterThan(5);
        expect(text.zh).toMatch(/\p{Script=Han}/u);
      }
    }
  });
});
