import { describe, expect, it } from "vitest";
import type { PairedChange } from "./change-from-moments";
import { momentsFromPairs, pairedChange } from "./paired-change";
import fixtures from "./paired-change.fixtures.json";
import { type PairedSums, pairedChangeFromSums } from "./paired-change-from-sums";
import { sumsOfPairs } from "./sums-of-pairs";

type Route = (pre: readonly number[], post: readonly number[], level?: number) => PairedChange;
const routes: readonly (readonly [string, Route])[] = [
  ["values", pairedChange],
  ["sums", (pre, post, level) => pairedChangeFromSums(sumsOfPairs(pre, post), level)],
];

/** All figures under R's names; an absent figure fails the comparison because its object is not a number. */
function underRNames(from: Route, pre: readonly number[], post: readonly number[]): Record<string, unknown> {
  const result = from(pre, post);
  const value = (quantity: PairedChange["meanPre"]) => (quantity.kind === "value" ? quantity.value : quantity);
  const interval = (level: number) => {
    const { change } = from(pre, post, level);
    return change.kind === "estimate" ? [change.interval.low, change.interval.high] : change;
  };
  const test = result.test.kind === "test" ? result.test : undefined;
  return {
    n: result.n,
    mean_pre: value(result.meanPre),
    mean_post: value(result.meanPost),
    sd_pre: value(result.sdPre),
    sd_post: value(result.sdPost),
    r: value(result.correlation),
    mean_diff: result.change.kind === "estimate" ? result.change.value : result.change,
    sd_diff: value(result.sdChange),
    se: result.change.kind === "estimate" ? result.change.standardError : result.change,
    t: test?.statistic,
    df: test?.degreesOfFreedom,
    p_two_sided: test?.pValue,
    p_less: test?.pLess,
    p_greater: test?.pGreater,
    ci95: interval(0.95),
    ci99: interval(0.99),
    ci90: interval(0.9),
  };
}

describe.each(routes)("paired change from %s", (_, route) => {
  it.each(fixtures.cases)("gives R's figures for $data $columns", ({ pre, post, expected, tolerance }) => {
    const actual = underRNames(route, pre, post);
    expect(Object.keys(actual).sort()).toEqual(Object.keys(expected).sort());
    for (const [name, wanted] of Object.entries(expected)) {
      const found = actual[name];
      const pairs = Array.isArray(wanted) ? wanted.map((one, i) => [one, (found as number[])[i]]) : [[wanted, found]];
      for (const [want, got] of pairs) {
        const allowed = tolerance.absolute + tolerance.relative * Math.abs(Number(want));
        expect(Math.abs(Number(got) - Number(want)), name).toBeLessThanOrEqual(allowed);
      }
    }
  });

  it("says what is missing with nobody, one pair and two", () => {
    const none = route([], []);
    expect(none.meanPre).toEqual({ kind: "insufficient-data", reason: "too-few", needed: 1, had: 0 });
    expect(none.change).toEqual({ kind: "insufficient-data", reason: "too-few", needed: 2, had: 0 });

    const one = route([10], [7]);
    expect(one.meanChange).toEqual({ kind: "value", value: -3 });
    expect(one.sdPre).toEqual({ kind: "insufficient-data", reason: "too-few", needed: 2, had: 1 });
    expect(one.test).toEqual({ kind: "insufficient-data", reason: "too-few", needed: 2, had: 1 });

    const two = route([10, 12], [7, 4]);
    expect(two.change).toMatchObject({ kind: "estimate", value: -5.5, n: 2, degreesOfFreedom: 1 });
    expect(two.standardised).toEqual({ kind: "insufficient-data", reason: "too-few", needed: 3, had: 2 });
  });

  it("gives no interval where everyone changed alike", () => {
    const same = route([1, 2, 3], [3, 4, 5]);
    expect(same.meanChange).toEqual({ kind: "value", value: 2 });
    expect(same.sdChange).toEqual({ kind: "value", value: 0 });
    expect(same.change).toEqual({ kind: "insufficient-data", reason: "no-spread", needed: 3, had: 3 });
    expect(same.test).toEqual({ kind: "insufficient-data", reason: "no-spread", needed: 3, had: 3 });
    expect(same.correlation).toEqual({ kind: "value", value: 1 });
  });

  it("gives a change but no correlation where the baseline has no spread", () => {
    const flat = route([5, 5, 5], [3, 4, 6]);
    expect(flat.change.kind).toBe("estimate");
    expect(flat.correlation).toEqual({ kind: "insufficient-data", reason: "no-spread", needed: 3, had: 3 });
    expect(flat.standardised).toEqual({ kind: "insufficient-data", reason: "no-spread", needed: 3, had: 3 });
  });
});

describe("pairedChangeFromSums", () => {
  it("keeps every digit of a small spread around a large mean", () => {
    // Around 1e9 with a spread of 1: sums of squares near 1e18, beyond the whole numbers of a double.
    const shift = (values: readonly number[]) => values.map((value) => value + 1e9);
    const [pre, post] = [shift([0.1, 1.3, 2.2, 3.9]), shift([1.4, 1.1, 3.8, 4.2])];
    const small = pairedChange([0.1, 1.3, 2.2, 3.9], [1.4, 1.1, 3.8, 4.2]);
    const large = pairedChangeFromSums(sumsOfPairs(pre, post));
    expect(large.sdPre.kind === "value" && small.sdPre.kind === "value").toBe(true);
    if (large.sdPre.kind === "value" && small.sdPre.kind === "value") {
      // The doubles near 1e9 are 1.2e-7 apart, so the values themselves are only that good.
      expect(Math.abs(large.sdPre.value - small.sdPre.value)).toBeLessThan(1e-7);
    }
  });

  const good: PairedSums = { n: 2, sumX: "3", sumY: "7", sumXX: "5", sumYY: "25", sumXY: "11" };
  it.each([
    ["half a pair", { ...good, n: 1.5 }],
    ["fewer than no pairs", { ...good, n: -1 }],
    ["text", { ...good, sumX: "three" }],
    ["a negative spread", { ...good, sumXX: "4" }],
    ["a correlation above 1", { ...good, sumXY: "12" }],
  ])("refuses %s", (_, sums) => {
    expect(pairedChangeFromSums(good).n).toBe(2);
    expect(() => pairedChangeFromSums(sums)).toThrow(RangeError);
  });
});

describe("pairedChange", () => {
  it("takes more people than a call takes arguments", () => {
    const pre = Array.from({ length: 300_000 }, (_, index) => index % 7);
    const post = pre.map((value, index) => value - (index % 3));
    const { change, n } = pairedChange(pre, post);
    expect(n).toBe(300_000);
    expect(change.kind === "estimate" ? change.value : undefined).toBeCloseTo(-1, 12);
  });

  it("keeps the digits of a small spread around a large mean", () => {
    const near = [0, 0.5, 1, 1.5, 4];
    const far = near.map((value) => value + 2 ** 40);
    const { sdPre, sdChange } = pairedChange(far, near);
    const wanted = pairedChange(near, far).sdPre;
    if (sdPre.kind !== "value" || wanted.kind !== "value") throw new Error("No spread");
    expect(sdPre.value).toBeCloseTo(wanted.value, 12);
    expect(sdChange).toEqual({ kind: "value", value: 0 });
  });

  it("takes a spread that is only rounding error for none, in every unit", () => {
    for (const unit of [1, 3e5, 3e-5]) {
      const { sdPre, sdPost } = pairedChange([unit * (0.1 + 0.2), unit * 0.3, unit * 0.3], [unit, 2 * unit, 4 * unit]);
      expect(sdPre).toEqual({ kind: "value", value: 0 });
      expect(sdPost.kind === "value" ? sdPost.value / unit : undefined).toBeCloseTo(Math.sqrt(7 / 3), 12);
    }
    expect(pairedChange([1, 1 + 2 ** -40], [1, 2]).sdPre).toMatchObject({ kind: "value" });
    expect(pairedChange([1, 1 + 2 ** -40], [1, 2]).sdPre).not.toMatchObject({ value: 0 });
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("gives a reason for %s", (bad) => {
    const refused = { kind: "insufficient-data", reason: "not-finite", needed: 2, had: 2 };
    for (const { n, ...figures } of [pairedChange([1, bad], [1, 2]), pairedChange([1, 2], [bad, 2])]) {
      expect(n).toBe(2);
      expect(Object.values(figures)).toEqual(Array(10).fill(refused));
    }
    expect(() => momentsFromPairs([1, bad], [1, 2])).toThrow(RangeError);
  });
});
