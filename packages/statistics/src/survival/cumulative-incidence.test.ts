import { describe, expect, it } from "vitest";
import { cumulativeIncidence } from "./cumulative-incidence";
import { grayTest } from "./gray-test";
import fixtures from "./survival.fixtures.json";

const { exit, cause, group, stratum } = fixtures.data.lung;

/** Closed formulas: 1e-10 relative. */
function near(actual: readonly (number | null)[], wanted: readonly (number | null)[], what: string): void {
  expect(actual.length, what).toBe(wanted.length);
  wanted.forEach((want, i) => {
    const value = actual[i] ?? null;
    if (want === null || value === null) expect(value, `${what} ${i}`).toBe(want);
    else expect(Math.abs(value - want), `${what} ${i}`).toBeLessThanOrEqual(1e-12 + 1e-10 * Math.abs(want));
  });
}

describe("cumulativeIncidence", () => {
  it.each(fixtures.incidences)("gives R's figures for cause $cause", (want) => {
    const curve = cumulativeIncidence({ exit, cause }, want.cause);
    const aalen = cumulativeIncidence({ exit, cause }, want.cause, 0.95, "aalen");
    if (curve.kind !== "curve" || aalen.kind !== "curve") throw new Error("none");
    near(
      curve.steps.map(({ time }) => time),
      want.time,
      "time",
    );
    near(
      curve.steps.map(({ incidence }) => incidence),
      want.incidence,
      "incidence",
    );
    near(
      curve.steps.map(({ standardError }) => standardError),
      want.standardErrorDelta,
      "delta",
    );
    near(
      aalen.steps.map(({ standardError }) => standardError),
      want.standardErrorAalen,
      "aalen",
    );
    const known = want.incidence.map((share) => share > 0);
    const shown = (values: readonly (number | null)[]) => values.filter((_, i) => known[i]);
    near(shown(curve.steps.map(({ interval }) => interval?.low ?? null)), shown(want.low), "low");
    near(shown(curve.steps.map(({ interval }) => interval?.high ?? null)), shown(want.high), "high");
    expect(curve.n).toBe(exit.length);
    expect(curve.events).toBe(cause.filter((code) => code === want.cause).length);
    for (const { incidence, interval } of curve.steps) if (incidence === 0) expect(interval).toBeNull();
  });

  it("shares the events out among the causes", () => {
    const times = [1, 2, 2, 3, 4];
    const causes = [1, 2, 1, 0, 1];
    const [first, second] = [1, 2].map((one) => cumulativeIncidence({ exit: times, cause: causes }, one));
    if (first?.kind !== "curve" || second?.kind !== "curve") throw new Error("none");
    const shares = (curve: typeof first) => curve.steps.map(({ incidence }) => incidence);
    near(shares(first), [0.2, 0.4, 0.8], "first cause");
    near(shares(second), [0, 0.2, 0.2], "second cause");
    expect(first.steps.map(({ atRisk, events, competing }) => [atRisk, events, competing])).toEqual([
      [5, 1, 0],
      [4, 1, 1],
      [1, 1, 0],
    ]);
    expect(cumulativeIncidence({ exit: [1, 1], cause: [1, 1] }, 1)).toMatchObject({
      steps: [{ incidence: 1, standardError: 0, interval: null }],
    });
  });

  it("needs somebody, and possible follow-up", () => {
    expect(cumulativeIncidence({ exit: [], cause: [] }, 1)).toMatchObject({ reason: "too-few", needed: 1, had: 0 });
    expect(() => cumulativeIncidence({ exit: [1], cause: [] }, 1)).toThrow(RangeError);
    expect(cumulativeIncidence({ exit: [Number.NaN], cause: [1] }, 1)).toMatchObject({ reason: "not-finite" });
    expect(() => cumulativeIncidence({ exit: [1], cause: [0.5] }, 1)).toThrow(RangeError);
    expect(() => cumulativeIncidence({ exit: [1], cause: [-1] }, 1)).toThrow(RangeError);
  });
});

describe("grayTest", () => {
  const cases = fixtures.grays.flatMap(({ by, results }) => results.map((want) => ({ by, ...want })));
  it.each(cases)("gives R's test of cause $cause by $by", ({ by, ...want }) => {
    const groups = by === "group" ? group : stratum;
    const test = grayTest({ exit, cause }, groups, Math.max(...groups) + 1, want.cause);
    if (test.kind !== "test") throw new Error(test.reason);
    near([test.statistic, test.pValue, test.degreesOfFreedom], [want.statistic, want.p, want.df], "test");
  });

  it("says why there is no test", () => {
    const followUp = { exit: [1, 2, 3, 4], cause: [1, 1, 2, 0] };
    expect(grayTest(followUp, [0, 0, 0, 0], 2, 1)).toMatchObject({ reason: "too-few", needed: 2, had: 1 });
    expect(grayTest(followUp, [0, 1, 0, 1], 2, 3)).toMatchObject({ reason: "no-events", had: 4 });
    expect(grayTest({ exit: [1, 1], cause: [1, 1] }, [0, 1], 2, 1)).toMatchObject({
      reason: "not-identifiable",
      had: 2,
    });
    expect(grayTest(followUp, [0, 2, 0, 2], 3, 1)).toMatchObject({ kind: "test", degreesOfFreedom: 1 });
  });

  it.each([[[0, 1]], [[0, 1, 2, 0]], [[0, -1, 1, 0]], [[0, 0.5, 1, 0]]])("refuses the groups %s", (groups) => {
    expect(() => grayTest({ exit: [1, 2, 3, 4], cause: [1, 1, 2, 0] }, groups, 2, 1)).toThrow(RangeError);
  });
});
