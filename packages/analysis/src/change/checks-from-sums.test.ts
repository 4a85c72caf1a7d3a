import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ASSUMPTION_LIMITS } from "../assumption/limits";
import { checksFromSums, type SumsToCheck } from "./checks-from-sums";
import type { FollowUpChange } from "./cohort-change";
import type { MeasureDescription } from "./measure-description";

const PHQ9: MeasureDescription = {
  measure: "phq9/total",
  label: { en: "Depression", zh: "抑郁" },
  improvement: "decrease",
  range: { minimum: 0, maximum: 27 },
  importantDifference: null,
  reliability: 0.84,
  domain: "outcome.psychological",
  outcomes: [],
  askedOf: "everyone",
};
const HIDDEN: FollowUpChange["summary"] = { kind: "suppressed", rule: "small-count" };
const exact = (n: number) => ({ kind: "exact", n }) as const;
const value = (one: number) => ({ kind: "value", value: one }) as const;

function summaryOf(before: readonly number[]): FollowUpChange["summary"] {
  const n = before.length;
  const mean = before.reduce((sum, one) => sum + one, 0) / n;
  const variance = before.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1);
  const rest = { meanAfter: value(0), sdAfter: value(1), correlation: value(0) };
  return { kind: "summary", meanBefore: value(mean), sdBefore: value(Math.sqrt(variance)), ...rest };
}

function check(id: string, sums: Partial<SumsToCheck>) {
  const followUp = { paired: exact(60), lost: exact(5), summary: HIDDEN };
  const all = checksFromSums({ description: PHQ9, baseline: exact(65), followUp, chosenByScore: null, ...sums });
  return all.find((one) => one.id === id);
}

const lost = (baseline: SumsToCheck["baseline"], gone: SumsToCheck["baseline"]) =>
  check("missing-at-random", { baseline, followUp: { paired: exact(60), lost: gone, summary: HIDDEN } });

describe("people without the later score", () => {
  it.each([
    [exact(100), exact(10), "pass", 0.1],
    [exact(100), exact(11), "warn", 0.11],
    [exact(100), exact(41), "fail", 0.41],
  ] as const)("%o lost %o", (baseline, gone, status, figure) => {
    expect(lost(baseline, gone)).toMatchObject({ status, figure });
  });

  it("are judged without a figure where both ends of a range agree", () => {
    expect(lost(exact(100), { kind: "range", low: 12, high: 16 })).toEqual({
      ...{ id: "missing-at-random", status: "warn", limit: ASSUMPTION_LIMITS.missing.warn },
    });
  });

  it("cannot be judged where the ends of a range do not agree, nor where nobody was there", () => {
    expect(lost(exact(100), { kind: "range", low: 9, high: 13 })?.status).toBe("cannot-check");
    expect(lost(exact(0), exact(0))?.status).toBe("cannot-check");
  });
});

describe("room to move", () => {
  it("is proven by mean and spread only where few people can be at the good end", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 27 }), { minLength: 10, maxLength: 80 }), (before) => {
        const followUp = { paired: exact(before.length), lost: exact(0), summary: summaryOf(before) };
        const found = check("room-to-move", { followUp });
        const share = before.filter((score) => score === 0).length / before.length;
        if (found?.status === "pass") expect(share).toBeLessThanOrEqual(ASSUMPTION_LIMITS.goodEnd.warn);
        if (found?.status === "fail") expect(share).toBe(1);
      }),
    );
  });

  it("is found in an ordinary group, and not where everybody is at the good end", () => {
    const of = (before: readonly number[]) =>
      check("room-to-move", { followUp: { paired: exact(before.length), lost: exact(0), summary: summaryOf(before) } });
    expect(of([10, 12, 14, 11, 13, 12, 9, 15, 12, 12])?.status).toBe("pass");
    expect(of(new Array<number>(12).fill(0))).toMatchObject({ status: "fail", figure: 1 });
    expect(of([0, 0, 0, 5, 9, 0, 0, 3, 0, 1])?.status).toBe("cannot-check");
  });
});

describe("how the people were chosen", () => {
  it.each([
    [true, "fail"],
    [false, "pass"],
    [null, "cannot-check"],
  ] as const)("by this score: %s", (chosenByScore, status) => {
    expect(check("no-entry-cut-off", { chosenByScore })?.status).toBe(status);
  });
});

it("takes the reliability from the catalogue", () => {
  expect(check("reliable-scale", {})).toMatchObject({ status: "pass", figure: 0.84 });
  expect(check("reliable-scale", { description: { ...PHQ9, reliability: 0.6 } })?.status).toBe("warn");
  expect(check("reliable-scale", { description: { ...PHQ9, reliability: 0.4 } })?.status).toBe("fail");
});

it("leaves the shape of the changes to the rows unless people are so many that it does no harm", () => {
  const of = (n: number) =>
    check("normal-mean", { followUp: { paired: exact(n), lost: exact(0), summary: HIDDEN } })?.status;
  expect([of(99), of(100)]).toEqual(["cannot-check", "pass"]);
});
