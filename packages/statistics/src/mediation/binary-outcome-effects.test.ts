import { describe, expect, it } from "vitest";
import fixtures from "../causal/standardised-risks.fixtures.json";
import { binaryOutcomeEffects, binaryOutcomeStatistic } from "./binary-outcome-effects";

const { exposure, healthy, outcome, age } = fixtures.data;
const data = { exposure, mediators: [healthy], outcome, covariates: [age] };

describe("binaryOutcomeEffects", () => {
  it("gives what integrate gives over the predictions of lm and glm", () => {
    const found = binaryOutcomeEffects(data, 0, 1);
    if (found.kind !== "natural-effects") throw new Error(found.reason);
    const { natural } = fixtures;
    expect(found.pureDirect).toBeCloseTo(natural.pure_direct, 9);
    expect(found.totalDirect).toBeCloseTo(natural.total_direct, 9);
    expect(found.pureIndirect).toBeCloseTo(natural.pure_indirect, 9);
    expect(found.totalIndirect).toBeCloseTo(natural.total_indirect, 9);
    expect(found.total).toBeCloseTo(natural.total, 9);
    expect(found.total).toBeCloseTo(found.pureDirect + found.totalIndirect, 14);
    expect(found.total).toBeCloseTo(found.totalDirect + found.pureIndirect, 14);
    expect(found.n).toBe(exposure.length);
    const back = binaryOutcomeEffects(data, 1, 0);
    expect(back.kind === "natural-effects" && back.total).toBeCloseTo(-found.total, 14);
    const still = binaryOutcomeEffects(data, 1, 1);
    expect(still).toMatchObject({ pureDirect: 0, pureIndirect: 0, total: 0 });
    const rows = Int32Array.from(exposure.keys());
    const { pureDirect, totalDirect, pureIndirect, totalIndirect, total } = found;
    const figures = [pureDirect, totalDirect, pureIndirect, totalIndirect, total];
    expect(binaryOutcomeStatistic(data, 0, 1).compute(rows)).toEqual(figures);
    expect(binaryOutcomeStatistic(data, 0, 1).figures).toBe(5);
    expect(binaryOutcomeStatistic(data, 0, 1).compute(rows.map(() => 2))).toBeNull();
  });

  it("says why there is none, and refuses what no program passes", () => {
    const five = { exposure: [0, 1, 0, 1, 1], mediators: [[1, 3, 2, 5, 4]], outcome: [0, 1, 0, 1, 0], covariates: [] };
    const four = { exposure: [0, 1, 0, 1], mediators: [[1, 3, 2, 5]], outcome: [0, 1, 0, 1], covariates: [] };
    expect(binaryOutcomeEffects(four, 0, 1)).toEqual({
      kind: "insufficient-data",
      reason: "too-few",
      needed: 5,
      had: 4,
    });
    expect(binaryOutcomeEffects({ ...five, outcome: [1, 1, 1, 1, 1] }, 0, 1)).toMatchObject({ reason: "no-events" });
    expect(binaryOutcomeEffects({ ...five, exposure: [1, 1, 1, 1, 1] }, 0, 1)).toMatchObject({
      reason: "not-identifiable",
    });
    expect(binaryOutcomeEffects({ ...five, outcome: [0, 1, 0, 1, 1] }, 0, 1)).toMatchObject({
      reason: "not-identifiable",
    });
    expect(() => binaryOutcomeEffects({ ...five, mediators: [] }, 0, 1)).toThrow(RangeError);
    expect(() => binaryOutcomeEffects({ ...five, mediators: [[], []] }, 0, 1)).toThrow(RangeError);
    expect(() => binaryOutcomeEffects({ ...five, covariates: [[1]] }, 0, 1)).toThrow(RangeError);
    expect(() => binaryOutcomeEffects({ ...five, outcome: [0, 1, 0, 1, 2] }, 0, 1)).toThrow(RangeError);
    expect(binaryOutcomeEffects(five, 0, Number.NaN)).toMatchObject({ reason: "not-finite" });
  });
});
