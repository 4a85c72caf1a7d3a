import { describe, expect, it } from "vitest";
import type { FollowUp } from "./follow-up";
import { kaplanMeier, type SurvivalCurve } from "./kaplan-meier";
import { commonHorizon, restrictedMean } from "./restricted-mean";
import { rmstDifference } from "./rmst-difference";
import fixtures from "./survival.fixtures.json";
import { survivalAt } from "./survival-at";
import type { SurvivalScale } from "./survival-interval";
import { type ReachedTime, survivalQuantile } from "./survival-quantile";

const { veteran, lung, staph } = fixtures.data;
const followUps: Record<string, FollowUp> = {
  veteran: { exit: veteran.exit, event: veteran.event },
  lung: { exit: lung.exit, event: lung.event },
  staph: { entry: staph.entry, exit: staph.exit, event: staph.event },
};

function curveOf(followUp: FollowUp | undefined, scale?: SurvivalScale, level?: number): SurvivalCurve {
  const curve = kaplanMeier(followUp ?? { exit: [], event: [] }, level, scale);
  if (curve.kind !== "curve") throw new Error(curve.reason);
  return curve;
}

/** Closed formulas: 1e-10 relative. */
function expectClose(actual: readonly (number | null)[], wanted: readonly (number | null)[], what: string): void {
  expect(actual.length, what).toBe(wanted.length);
  actual.forEach((value, i) => {
    const want = wanted[i] ?? null;
    if (want === null || value === null) expect(value, `${what} ${i}`).toBe(want);
    else expect(Math.abs(value - want), `${what} ${i}`).toBeLessThanOrEqual(1e-12 + 1e-10 * Math.abs(want));
  });
}

const timeOf = (reached: ReachedTime) => (reached.kind === "time" ? reached.time : null);
const scales: readonly SurvivalScale[] = ["plain", "log", "log-log", "logit"];
const curves = Object.entries(fixtures.curves).flatMap(([name, list]) => list.map((want) => ({ name, want })));

describe("kaplanMeier", () => {
  it.each(curves)("gives R's curve of $name on the scale $want.scale", ({ name, want }) => {
    const scale = scales.find((one) => one === want.scale);
    expect(scale).toBeDefined();
    const curve = curveOf(followUps[name], scale);
    const { steps } = curve;
    expectClose(
      steps.map((step) => step.time),
      want.time,
      "time",
    );
    expectClose(
      steps.map((step) => step.atRisk),
      want.atRisk,
      "at risk",
    );
    expectClose(
      steps.map((step) => step.events),
      want.events,
      "events",
    );
    expectClose(
      steps.map((step) => step.censored),
      want.censored,
      "censored",
    );
    expectClose(
      steps.map((step) => step.survival),
      want.survival,
      "survival",
    );
    expectClose(
      steps.map((step) => step.standardError),
      want.standardError,
      "standard error",
    );
    expectClose(
      steps.map((step) => step.cumulativeHazard),
      want.cumulativeHazard,
      "cumulative hazard",
    );
    expectClose(
      steps.map((step) => step.interval?.low ?? null),
      want.low,
      "low",
    );
    expectClose(
      steps.map((step) => step.interval?.high ?? null),
      want.high,
      "high",
    );
    const quartiles = [0.25, 0.5, 0.75].map((share) => survivalQuantile(curve, share));
    expectClose(
      quartiles.map(({ time }) => timeOf(time)),
      want.quartiles,
      "quartiles",
    );
    expectClose(
      quartiles.map(({ low }) => timeOf(low)),
      want.quartilesLow,
      "lower limits of quartiles",
    );
    expectClose(
      quartiles.map(({ high }) => timeOf(high)),
      want.quartilesHigh,
      "upper limits of quartiles",
    );
  });

  it("uses log-log limits at 95 % unless told otherwise", () => {
    expect(curveOf(followUps.veteran)).toEqual(curveOf(followUps.veteran, "log-log", 0.95));
    expect(curveOf(followUps.veteran).level).toBe(0.95);
  });

  // By hand: at 2 one of three at risk, at 3 one of two, at 4 the last.
  it("stops knowing its error when nobody is left", () => {
    const curve = curveOf({ exit: [1, 2, 3, 4], event: [false, true, true, true] });
    expect(curve.steps.map(({ survival }) => survival)).toEqual([1, 2 / 3, 1 / 3, 0]);
    expect(curve.steps.map(({ atRisk }) => atRisk)).toEqual([4, 3, 2, 1]);
    expect(curve.steps.at(0)).toMatchObject({ standardError: 0, interval: null });
    expect(curve.steps.at(-1)).toMatchObject({
      standardError: null,
      interval: null,
      cumulativeHazard: 1 / 3 + 1 / 2 + 1,
    });
    expect(curve).toMatchObject({ n: 4, events: 3 });
  });

  it("counts a row of weight 2 as two people", () => {
    const weighted = curveOf({ exit: [1, 2, 3], event: [true, false, true], weights: [2, 1, 3] });
    const repeated = curveOf({ exit: [1, 1, 2, 3, 3, 3], event: [true, true, false, true, true, true] });
    expect(weighted.steps).toEqual(repeated.steps);
  });

  it("takes times for one that only rounding tells apart", () => {
    const curve = curveOf({ exit: [0.1 + 0.2, 0.3, 1], event: [true, true, true] });
    expect(curve.steps.map(({ time, events }) => [time, events])).toEqual([
      [0.3, 2],
      [1, 1],
    ]);
  });

  it("needs somebody", () => {
    expect(kaplanMeier({ exit: [], event: [] })).toEqual({
      kind: "insufficient-data",
      reason: "too-few",
      needed: 1,
      had: 0,
    });
  });

  it.each<[string, FollowUp]>([
    ["unequal lengths", { exit: [1, 2], event: [true] }],
    ["too many weights", { exit: [1], event: [true], weights: [1, 1] }],
    ["a negative weight", { exit: [1], event: [true], weights: [-1] }],
    ["an entry at its exit", { exit: [1], event: [true], entry: [1] }],
  ])("refuses %s", (_, followUp) => {
    expect(() => kaplanMeier(followUp)).toThrow(RangeError);
  });

  it.each<[string, FollowUp]>([
    ["an endless time", { exit: [Number.POSITIVE_INFINITY], event: [true] }],
    ["a weight that is no number", { exit: [1], event: [true], weights: [Number.NaN] }],
    ["an endless weight", { exit: [1], event: [true], weights: [Number.POSITIVE_INFINITY] }],
    ["an entry that is no number", { exit: [1], event: [true], entry: [Number.NaN] }],
    ["an entry before time began", { exit: [1], event: [true], entry: [Number.NEGATIVE_INFINITY] }],
  ])("gives a reason for %s", (_, followUp) => {
    expect(kaplanMeier(followUp)).toMatchObject({ reason: "not-finite" });
  });
});

describe("survivalQuantile", () => {
  it("takes the middle of a flat stretch at the height itself", () => {
    const curve = curveOf({ exit: [1, 2, 5, 9], event: [true, true, true, false] });
    expect(timeOf(survivalQuantile(curve).time)).toBe(3.5);
    expect(timeOf(survivalQuantile(curve, 0.25).time)).toBe(1.5);
    expect(timeOf(survivalQuantile(curve, 0.6).time)).toBe(5);
    expect(survivalQuantile(curve, 0.8).time).toEqual({ kind: "not-reached" });
  });

  it("takes the start of the stretch when the curve falls no further", () => {
    expect(timeOf(survivalQuantile(curveOf({ exit: [1, 4], event: [true, false] })).time)).toBe(1);
  });

  it.each([0, 1, Number.NaN])("refuses the share %s", (share) => {
    expect(() => survivalQuantile(curveOf(followUps.veteran), share)).toThrow(RangeError);
  });
});

describe("survivalAt", () => {
  const curve = curveOf({ exit: [2, 4, 4, 7], event: [true, false, true, false] });
  it("reads the curve between its steps", () => {
    expect(survivalAt(curve, 1)).toMatchObject({
      atRisk: 4,
      survival: 1,
      standardError: 0,
      interval: { low: 1, high: 1 },
    });
    expect(survivalAt(curve, 2)).toMatchObject({ time: 2, atRisk: 4, survival: 0.75 });
    expect(survivalAt(curve, 3)).toMatchObject({ time: 3, atRisk: 3, survival: 0.75 });
    expect(survivalAt(curve, 4)).toMatchObject({ atRisk: 3, survival: 0.5 });
    expect(survivalAt(curve, 7)).toMatchObject({ atRisk: 1, survival: 0.5, interval: curve.steps.at(-1)?.interval });
  });
  it("knows nothing after the last person was seen", () => {
    expect(survivalAt(curve, 7.1)).toEqual({ kind: "after-follow-up" });
  });
});

describe("restrictedMean", () => {
  const areas = Object.entries(fixtures.areas).flatMap(([name, list]) => list.map((want) => ({ name, want })));
  it.each(areas)("gives R's area of $name up to $want.horizon", ({ name, want }) => {
    const area = restrictedMean(curveOf(followUps[name]), want.horizon);
    expect(area.kind).toBe("estimate");
    if (area.kind !== "estimate") return;
    expectClose([area.value, area.standardError], [want.value, want.standardError], "area");
    expect(area.interval.high - area.value).toBeCloseTo(1.959963984540054 * area.standardError, 9);
    expect(area.value - area.interval.low).toBeCloseTo(1.959963984540054 * area.standardError, 9);
  });

  it("has no error to give before the first event", () => {
    const curve = curveOf({ exit: [2, 4], event: [false, true] });
    expect(restrictedMean(curve, 3)).toMatchObject({ kind: "insufficient-data", reason: "no-events" });
    expect(restrictedMean(curve, 4)).toMatchObject({ kind: "estimate", value: 4, standardError: 0 });
  });

  it.each([0, -1, Number.POSITIVE_INFINITY, Number.NaN])("refuses the horizon %s", (horizon) => {
    expect(() => restrictedMean(curveOf(followUps.veteran), horizon)).toThrow(RangeError);
  });
});

describe("rmstDifference", () => {
  const arm = (group: number) => {
    const rows = [...veteran.exit.keys()].filter((row) => veteran.group[row] === group);
    return curveOf({
      exit: rows.map((row) => veteran.exit[row] ?? 0),
      event: rows.map((row) => veteran.event[row] ?? false),
    });
  };
  it("is the second less the first, with both errors", () => {
    const [first, second] = [restrictedMean(arm(0), 500), restrictedMean(arm(1), 500)];
    const difference = rmstDifference(arm(0), arm(1), 500);
    if (first.kind !== "estimate" || second.kind !== "estimate" || difference.kind !== "estimate")
      throw new Error("none");
    expect(difference.value).toBeCloseTo(second.value - first.value, 10);
    expect(difference.standardError ** 2).toBeCloseTo(first.standardError ** 2 + second.standardError ** 2, 8);
    expect(difference.n).toBe(137);
    expect(difference.test?.statistic).toBeCloseTo(difference.value / difference.standardError, 12);
    expect(difference.interval.high).toBeCloseTo(difference.value + 1.959963984540054 * difference.standardError, 9);
    const p = difference.test?.pValue ?? 0;
    // R: 2 * pnorm(-abs(z)).
    expect(p).toBeGreaterThan(0);
    expect(p).toBeLessThan(1);
  });
  it("needs events on both sides, spread, and one level", () => {
    const [never, always] = [
      curveOf({ exit: [5, 6], event: [false, false] }),
      curveOf({ exit: [2, 2], event: [true, true] }),
    ];
    expect(rmstDifference(never, arm(0), 4)).toMatchObject({ reason: "no-events", had: 2 });
    expect(rmstDifference(arm(0), never, 4)).toMatchObject({ reason: "no-events", had: 2 });
    expect(rmstDifference(always, always, 4)).toMatchObject({ reason: "no-spread", had: 4 });
    expect(() => rmstDifference(arm(0), curveOf(followUps.lung, "log", 0.9), 4)).toThrow(RangeError);
  });
  it("is compared up to where the shorter curve ends", () => {
    expect(commonHorizon([arm(0), arm(1)])).toBe(553);
    expect(commonHorizon([curveOf({ exit: [3], event: [true] }), curveOf({ exit: [2], event: [false] })])).toBe(2);
  });
});
