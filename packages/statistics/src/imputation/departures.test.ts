import { describe, expect, it } from "vitest";
import { insufficient } from "../estimate";
import { jumpToReference } from "./jump-to-reference";
import { missingOutcomeBounds } from "./missing-outcome-bounds";
import { poolEstimates } from "./rubin-pooling";
import { shiftImputed, tippingPoint } from "./tipping-point";

const SEED = [12345, 12345, 12345, 12345, 12345, 12345] as const;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("tippingPoint", () => {
  // The value moves by half of the shift; variances 1, no spread between imputations but a little.
  const at = (value: number) => (shift: number) => {
    const centre = value + shift / 2;
    const list = [centre - 0.1, centre + 0.1].map((one) => ({ value: one, variance: 1 }));
    return poolEstimates(list, "large", 100);
  };
  const reach = (() => {
    const pooled = at(0)(0);
    return pooled.kind === "pooled" ? pooled.estimate.interval.high : Number.NaN;
  })();

  it.each([
    ["above to both sides", 5, 0, -20, 2 * (reach - 5), reach],
    ["below to both sides", -5, 0, 20, 2 * (5 - reach), -reach],
    ["both sides to above", 0, 0, 20, 2 * reach, reach],
    ["both sides to below", 0, 0, -20, -2 * reach, -reach],
    ["above to below in one step", 5, 0, -2000, 2 * (reach - 5), reach],
  ])("finds where the interval goes from %s of zero", (_, value, from, to, shift, there) => {
    const found = tippingPoint(at(value), from, to);
    if (found.kind !== "tipping-point") throw new Error(found.kind);
    expect(found.shift).toBeCloseTo(shift, 8);
    expect(found.value).toBeCloseTo(there, 8);
  });

  it("tests against another value, and says when nothing changes", () => {
    const ratio = tippingPoint(at(5), 0, -20, 1);
    expect(ratio.kind === "tipping-point" && ratio.shift).toBeCloseTo(2 * (reach - 4), 8);
    expect(tippingPoint(at(5), 0, -1)).toEqual({ kind: "no-tipping-point", from: 0, to: -1 });
    expect(tippingPoint(() => insufficient("no-spread", 3), 0, 1)).toMatchObject({ reason: "no-spread" });
    expect(() => tippingPoint(at(5), 1, 1)).toThrow(RangeError);
    expect(() => tippingPoint(at(5), 0, Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => tippingPoint(at(5), 0, 1, 0, 0)).toThrow(RangeError);
    expect(() => tippingPoint(at(5), 0, 1, 0, 1.5)).toThrow(RangeError);
  });

  it("shifts only what was imputed, and only for those named", () => {
    expect(shiftImputed([1, 2, 3, 4], [1, null, null, 4], [true, true, false, false], -0.5)).toEqual([1, 1.5, 3, 4]);
  });
});

describe("jumpToReference", () => {
  const n = 400;
  const reference = Array.from({ length: n }, (_, row) => row % 2 === 0);
  const noise = (row: number, occasion: number) => {
    const x = Math.sin((row + 1) * 12.9898 + occasion * 78.233) * 43758.5453;
    return 3 * (x - Math.floor(x) - 0.5);
  };
  const person = (row: number) => 4 * noise(row, 9);
  const course = (row: number, occasion: number) =>
    (reference[row] ? 10 : 10 - 5 * occasion) + person(row) + noise(row, occasion);
  const leaves = (row: number) => (row % 8 === 1 ? 1 : row % 8 === 3 ? 2 : row % 8 === 2 ? 2 : 3);
  const occasions = [0, 1, 2].map((occasion) =>
    Array.from({ length: n }, (_, row) => (occasion < leaves(row) ? course(row, occasion) : null)),
  );

  it("brings those who leave to the reference group's mean, keeping what was their own", () => {
    const sets = Array.from({ length: 30 }, (_, index) => jumpToReference({ occasions, reference, seed: SEED }, index));
    const gather = (occasion: number, test: (row: number) => boolean) =>
      sets.flatMap((set) =>
        set.kind === "reference-completed"
          ? (set.occasions[occasion] ?? []).filter((_, row) => test(row))
          : [Number.NaN],
      );
    const last = (row: number) => leaves(row) === 1 && !reference[row];
    const late = (row: number) => leaves(row) === 2 && !reference[row];
    // Deviations from their own group's mean before leaving go on; means are the reference group's, 10.
    const deviation = (test: (row: number) => boolean) =>
      mean([...reference.keys()].filter(test).map((row) => person(row))) -
      mean([...reference.keys()].filter((row) => !reference[row]).map((row) => person(row)));
    const centre = mean([...reference.keys()].filter((row) => reference[row]).map((row) => person(row))) + 10;
    expect(Math.abs(mean(gather(2, last)) - centre - deviation(last))).toBeLessThan(0.5);
    expect(Math.abs(mean(gather(1, last)) - centre - deviation(last))).toBeLessThan(0.5);
    expect(Math.abs(mean(gather(2, late)) - centre - deviation(late))).toBeLessThan(0.5);
    // The reference group itself goes on as missing at random.
    const own = (row: number) => leaves(row) === 2 && reference[row] === true;
    const expected = mean([...reference.keys()].filter(own).map((row) => person(row))) + 10;
    expect(Math.abs(mean(gather(2, own)) - expected)).toBeLessThan(0.5);
  });

  it("leaves what was observed, and gives the same again", () => {
    const found = jumpToReference({ occasions, reference, seed: SEED }, 1);
    if (found.kind !== "reference-completed") throw new Error(found.reason);
    occasions.forEach((values, occasion) => {
      values.forEach((value, row) => {
        const filled = found.occasions[occasion]?.[row];
        if (value !== null) expect(filled).toBe(value);
        else expect(Number.isFinite(filled)).toBe(true);
      });
    });
    expect(jumpToReference({ occasions, reference, seed: SEED }, 1)).toEqual(found);
    expect(jumpToReference({ occasions, reference, seed: SEED }, 2)).not.toEqual(found);
  });

  it("says why there is none, and refuses what no program passes", () => {
    const plan = (rows: readonly (readonly (number | null)[])[], groups: readonly boolean[]) =>
      jumpToReference({ occasions: rows, reference: groups, seed: SEED }, 0);
    const groups = [true, true, true, false, false, false];
    const good = [
      [1, 2, 4, 3, 5, 4],
      [2, 3, 6, 1, null, 2],
    ];
    expect(plan(good, groups)).toMatchObject({ reason: "not-identifiable" });
    expect(plan([good[0] ?? [], [2, 3, 6, 1, 3, 2]], groups).kind).toBe("reference-completed");
    expect(
      plan(
        good,
        groups.map(() => true),
      ),
    ).toMatchObject({ reason: "too-few" });
    expect(plan([[1, 2, 4, 3, null, 4], good[1] ?? []], groups)).toMatchObject({ reason: "not-identifiable" });
    expect(plan([...good, [1, 2, 3, 4, 5, 6]], groups)).toMatchObject({ reason: "not-identifiable" });
    const enough = [...groups, ...groups];
    const twice = (rows: readonly number[]) => [...rows, ...rows.map((value) => value + 0.5)];
    const whole = [twice([1, 2, 4, 3, 5, 4]), twice([2, 3, 6, 1, 3, 2]), twice([3, 1, 4, 1, 5, 9])];
    expect(plan(whole, enough).kind).toBe("reference-completed");
    const returning = whole.map((values, occasion) => values.map((v, row) => (occasion === 1 && row === 0 ? null : v)));
    expect(plan(returning, enough)).toMatchObject({ reason: "not-identifiable", had: 12 });
    expect(plan([], groups)).toMatchObject({ reason: "not-identifiable" });
    expect(() => plan([[1]], groups)).toThrow(RangeError);
    expect(plan([[1, 2, 3, 4, 5, Number.NaN]], groups)).toMatchObject({ reason: "not-finite" });
  });
});

describe("missingOutcomeBounds", () => {
  it("fills in every way at the edge", () => {
    const groups = [
      { yes: 8, no: 2, missing: 3 },
      { yes: 5, no: 5, missing: 1 },
    ];
    expect(missingOutcomeBounds(groups)).toEqual({
      known: [
        { yes: 8, n: 10 },
        { yes: 5, n: 10 },
      ],
      missingAsNo: [
        { yes: 8, n: 13 },
        { yes: 5, n: 11 },
      ],
      bestForFirst: [
        { yes: 11, n: 13 },
        { yes: 5, n: 11 },
      ],
      worstForFirst: [
        { yes: 8, n: 13 },
        { yes: 6, n: 11 },
      ],
    });
    expect(missingOutcomeBounds([{ yes: 0, no: 0, missing: 0 }]).known).toEqual([{ yes: 0, n: 0 }]);
    expect(() => missingOutcomeBounds([{ yes: -1, no: 0, missing: 0 }])).toThrow(RangeError);
    expect(() => missingOutcomeBounds([{ yes: 1, no: 0.5, missing: 0 }])).toThrow(RangeError);
  });
});
