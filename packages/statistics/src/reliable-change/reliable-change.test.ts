import { describe, expect, it } from "vitest";
import { clinicalCutOffs } from "./clinical-cut-offs";
import { cumulativeChange } from "./cumulative-change";
import { deteriorationTest } from "./deterioration-test";
import { type ReliableChangeRule, reliableChangeCategory, reliableChangeCounts } from "./reliable-change";
import { reliableChangeIndex, reliableChangeScale } from "./reliable-change-index";
import { isResponder, responderShare } from "./responders";

function scaleOf(sdPre: number, reliability: number) {
  const scale = reliableChangeScale(sdPre, reliability);
  if ("kind" in scale) throw new Error(scale.reason);
  return scale;
}

describe("reliableChangeScale", () => {
  it.each([
    // Threshold in standard deviations by reliability, from a table to two decimals.
    [0.53, 1.9],
    [0.64, 1.66],
    [0.8, 1.24],
    [0.84, 1.11],
    [0.9, 0.88],
  ])("gives the threshold at reliability %s", (reliability, threshold) => {
    expect(scaleOf(1, reliability).threshold).toBeCloseTo(threshold, 2);
    expect(scaleOf(5, reliability).threshold).toBeCloseTo(5 * scaleOf(1, reliability).threshold, 12);
  });

  it("follows the formulas", () => {
    const scale = scaleOf(10, 0.75);
    expect(scale).toMatchObject({ sdPre: 10, reliability: 0.75, standardErrorOfMeasurement: 5 });
    expect(scale.standardErrorOfDifference).toBeCloseTo(Math.sqrt(50), 14);
    expect(scale.threshold).toBeCloseTo(1.96 * Math.sqrt(50), 13);
    expect(reliableChangeIndex(20, 10, scale)).toBeCloseTo(-10 / Math.sqrt(50), 14);
  });

  it("gives a reason for what is no spread and no reliability", () => {
    for (const [sd, reliability, reason] of [
      [0, 0.8, "no-spread"],
      [-1, 0.8, "out-of-range"],
      [Number.POSITIVE_INFINITY, 0.8, "out-of-range"],
      [1, 1, "no-spread"],
      [1, -0.1, "out-of-range"],
      [1, Number.NaN, "out-of-range"],
    ] as const) {
      expect(reliableChangeScale(sd, reliability)).toMatchObject({ kind: "insufficient-data", reason });
    }
    expect(scaleOf(1, 0).standardErrorOfMeasurement).toBe(1);
  });
});

describe("clinicalCutOffs", () => {
  it("lie where Jacobson and Truax put them", () => {
    // Their example: clinical 40, general 60, standard deviations 7.5; higher is better.
    const clinical = { mean: 40, standardDeviation: 7.5 };
    const general = { mean: 60, standardDeviation: 7.5 };
    expect(clinicalCutOffs(clinical, general, false)).toEqual({ a: 55, b: 45, c: 50 });
    expect(clinicalCutOffs(general, clinical, true)).toEqual({ a: 45, b: 55, c: 50 });
    const uneven = clinicalCutOffs({ mean: 20, standardDeviation: 6 }, { mean: 5, standardDeviation: 3 }, true);
    expect(uneven).toEqual({ a: 8, b: 11, c: 10 });
  });

  it("need spread", () => {
    const none = { mean: 1, standardDeviation: 0 };
    const some = { mean: 1, standardDeviation: 1 };
    expect(() => clinicalCutOffs(none, some, true)).toThrow(RangeError);
    expect(() => clinicalCutOffs(some, none, true)).toThrow(RangeError);
  });
});

describe("reliable change", () => {
  // Standard error of the difference 1, so the index is the change itself.
  const scale = scaleOf(1, 0.5);
  const lower: ReliableChangeRule = { scale, lowerIsBetter: true };
  const higher: ReliableChangeRule = { scale, lowerIsBetter: false };

  it("needs more than 1.96", () => {
    expect(scale.standardErrorOfDifference).toBeCloseTo(1, 15);
    expect(reliableChangeCategory(10, 12, lower)).toBe("reliably-deteriorated");
    expect(reliableChangeCategory(10, 12, higher)).toBe("reliably-improved");
    expect(reliableChangeCategory(10, 8, lower)).toBe("reliably-improved");
    expect(reliableChangeCategory(10, 8, higher)).toBe("reliably-deteriorated");
    expect(reliableChangeCategory(10, 10, higher)).toBe("unchanged");
    const exact = scaleOf(Math.SQRT1_2, 0);
    for (const change of [-1.96, 1.96]) {
      const rule = { scale: { ...exact, standardErrorOfDifference: 1 }, lowerIsBetter: true };
      expect(reliableChangeCategory(0, change, rule)).toBe("unchanged");
    }
  });

  it("calls recovered who improved and crossed the line", () => {
    const rule = { ...lower, cutOff: 9 };
    expect(reliableChangeCategory(11, 8, rule)).toBe("recovered");
    expect(reliableChangeCategory(9, 6, rule)).toBe("recovered");
    expect(reliableChangeCategory(12, 9, rule)).toBe("reliably-improved");
    expect(reliableChangeCategory(8, 5, rule)).toBe("reliably-improved");
    expect(reliableChangeCategory(9.5, 8.5, rule)).toBe("unchanged");
    expect(reliableChangeCategory(8, 11, rule)).toBe("reliably-deteriorated");
    const up = { ...higher, cutOff: 9 };
    expect(reliableChangeCategory(7, 10, up)).toBe("recovered");
    expect(reliableChangeCategory(6, 9, up)).toBe("reliably-improved");
    expect(reliableChangeCategory(10, 13, up)).toBe("reliably-improved");
  });

  it("counts everyone once, beside what chance alone would give", () => {
    const counts = reliableChangeCounts([11, 12, 10, 10, 8], [8, 9, 10, 11, 11], { ...lower, cutOff: 9 });
    expect(counts).toMatchObject({
      kind: "counts",
      n: 5,
      recovered: 1,
      reliablyImproved: 1,
      unchanged: 2,
      reliablyDeteriorated: 1,
    });
    if (counts.kind === "counts") expect(counts.expectedByChance).toBeCloseTo(5 * 0.0249979, 6);
    expect(reliableChangeCounts([], [], lower)).toMatchObject({ reason: "too-few", needed: 1, had: 0 });
    expect(() => reliableChangeCounts([1], [1, 2], lower)).toThrow(RangeError);
    expect(reliableChangeCounts([1], [Number.NaN], lower)).toMatchObject({ reason: "not-finite" });
  });
});

describe("deteriorationTest", () => {
  it("gives R's binom.test(7, 97, 0.025)", () => {
    const result = deteriorationTest(7, 97);
    if (result.kind !== "estimate") throw new Error("No estimate");
    expect(result.value).toBeCloseTo(7 / 97, 15);
    expect(result.test).toMatchObject({ distribution: "exact", statistic: 7, null: 0.025 });
    expect(result.test?.pValue).toBeCloseTo(0.0111004307415126, 12);
    expect(result.interval.low).toBeCloseTo(0.0295051654573597, 12);
    expect(result.interval.high).toBeCloseTo(0.143048455768069, 12);
    expect(result.standardError).toBeCloseTo(Math.sqrt(((7 / 97) * (90 / 97)) / 97), 15);
    expect(result.n).toBe(97);
  });

  it("needs people", () => {
    expect(deteriorationTest(0, 0)).toMatchObject({ reason: "too-few", needed: 1, had: 0 });
    expect(deteriorationTest(0, 10)).toMatchObject({ value: 0, interval: { low: 0 } });
    expect(() => deteriorationTest(2, 1)).toThrow(RangeError);
  });
});

describe("responders", () => {
  it("reach the size of change or not", () => {
    const five = { kind: "absolute", units: 5 } as const;
    expect(isResponder(15, 10, five, true)).toBe(true);
    expect(isResponder(15, 11, five, true)).toBe(false);
    expect(isResponder(15, 10, five, false)).toBe(false);
    expect(isResponder(10, 15, five, false)).toBe(true);
    const half = { kind: "relative", share: 0.5 } as const;
    expect(isResponder(20, 10, half, true)).toBe(true);
    expect(isResponder(20, 11, half, true)).toBe(false);
    expect(isResponder(-20, -10, half, false)).toBe(true);
    expect(isResponder(0, -10, half, true)).toBe(false);
  });

  it("are a share with Wilson's interval", () => {
    const pre = Array.from({ length: 60 }, () => 10);
    const post = pre.map((value, index) => (index < 45 ? value - 5 : value));
    const share = responderShare(pre, post, { kind: "absolute", units: 5 }, true);
    if (share.kind !== "estimate") throw new Error("No estimate");
    expect(share).toMatchObject({ value: 0.75, n: 60, method: "wilson" });
    expect(share.interval.low).toBeCloseTo(0.628, 3);
    expect(share.interval.high).toBeCloseTo(0.842, 3);
    expect(share.standardError).toBeCloseTo(Math.sqrt((0.75 * 0.25) / 60), 15);
  });

  it("need people and a size of change", () => {
    const rule = { kind: "absolute", units: 5 } as const;
    expect(responderShare([], [], rule, true)).toMatchObject({ reason: "too-few", needed: 1, had: 0 });
    expect(() => responderShare([1], [1, 2], rule, true)).toThrow(RangeError);
    expect(responderShare([1], [Number.NaN], rule, true)).toMatchObject({ reason: "not-finite" });
    expect(() => responderShare([1], [2], { kind: "absolute", units: 0 }, true)).toThrow(RangeError);
    expect(() => responderShare([1], [2], { kind: "relative", share: -1 }, true)).toThrow(RangeError);
  });
});

describe("cumulativeChange", () => {
  it("rises by steps to everyone", () => {
    expect(cumulativeChange([2, -1, 2, 0])).toEqual({
      kind: "curve",
      n: 4,
      points: [
        { change: -1, share: 0.25 },
        { change: 0, share: 0.5 },
        { change: 2, share: 1 },
      ],
    });
    expect(cumulativeChange([])).toMatchObject({ reason: "too-few", needed: 1, had: 0 });
    expect(cumulativeChange([Number.NaN])).toMatchObject({ reason: "not-finite" });
  });
});
