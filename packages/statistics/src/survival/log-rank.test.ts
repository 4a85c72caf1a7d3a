import { describe, expect, it } from "vitest";
import { logRank } from "./log-rank";
import fixtures from "./survival.fixtures.json";

const { veteran, lung } = fixtures.data;
const frames = { veteran, lung };

/** Closed formulas: 1e-10 relative. */
function near(actual: number, wanted: number): void {
  expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(1e-12 + 1e-10 * Math.abs(wanted));
}

const cases = fixtures.logranks.flatMap(({ results, ...rest }) => results.map((want) => ({ ...rest, want })));

describe("logRank", () => {
  it.each(cases)("gives R's test of $data by $by, rho $want.rho, strata $strata", ({ data, by, strata, want }) => {
    const frame = data === "veteran" ? frames.veteran : frames.lung;
    const groups = by === "group" ? frame.group : frame.stratum;
    const settings = { rho: want.rho, ...(strata ? { strata: frame.stratum } : {}) };
    const test = logRank({ exit: frame.exit, event: frame.event }, groups, Math.max(...groups) + 1, settings);
    expect(test.kind).toBe("test");
    if (test.kind !== "test") return;
    near(test.statistic, want.statistic);
    expect(test.degreesOfFreedom).toBe(want.df);
    near(test.pValue, want.p);
    expect(test.observed.length).toBe(want.observed.length);
    test.observed.forEach((value, i) => {
      near(value, want.observed[i] ?? Number.NaN);
    });
    test.expected.forEach((value, i) => {
      near(value, want.expected[i] ?? Number.NaN);
    });
  });

  const exit = [1, 2, 3, 4];
  const event = [true, true, true, false];
  it("is the log-rank test unless told otherwise", () => {
    const groups = [0, 1, 0, 1];
    expect(logRank({ exit, event }, groups, 2)).toEqual(logRank({ exit, event }, groups, 2, { rho: 0 }));
  });

  it("leaves out a group that nobody is in", () => {
    const test = logRank({ exit, event }, [0, 2, 0, 2], 3);
    expect(test).toMatchObject({ kind: "test", degreesOfFreedom: 1 });
    if (test.kind === "test") expect(test.expected[1]).toBe(0);
  });

  it("says why there is no test", () => {
    expect(logRank({ exit: [], event: [] }, [], 2)).toMatchObject({ reason: "too-few", needed: 2, had: 0 });
    expect(logRank({ exit, event }, [1, 1, 1, 1], 2)).toMatchObject({ reason: "too-few", needed: 2, had: 1 });
    const never = [false, false, false, false];
    expect(logRank({ exit, event: never }, [0, 1, 0, 1], 2)).toMatchObject({ reason: "no-events", had: 4 });
    const once = { exit: [1, 2], event: [false, true] };
    expect(logRank(once, [0, 1], 2)).toMatchObject({ reason: "no-events" });
    const all = { exit: [1, 1, 2], event: [true, true, false] };
    expect(logRank({ exit: [1, 1], event: [true, true] }, [0, 1], 2)).toMatchObject({ reason: "not-identifiable" });
    expect(logRank(all, [0, 1, 0], 2)).toMatchObject({ kind: "test" });
  });

  it("counts weights as people and compares late entrants only while they are there", () => {
    const weighted = logRank({ exit: [1, 2, 3], event: [true, true, true], weights: [2, 1, 1] }, [0, 1, 1], 2);
    const repeated = logRank({ exit: [1, 1, 2, 3], event: [true, true, true, true] }, [0, 0, 1, 1], 2);
    expect(weighted).toEqual(repeated);
    // The late entrant, at risk at 3 only, adds nothing at 1 and 2.
    const late = { exit: [1, 2, 3, 3], event: [true, true, true, false], entry: [0, 0, 0, 2] };
    const test = logRank(late, [0, 1, 0, 1], 2);
    if (test.kind !== "test") throw new Error(test.reason);
    near(test.expected[0] ?? 0, 2 / 3 + 1 / 2 + 1 / 2);
  });

  it.each<[string, () => unknown]>([
    ["a group beyond the count", () => logRank({ exit, event }, [0, 1, 2, 0], 2)],
    ["a group below 0", () => logRank({ exit, event }, [0, -1, 0, 0], 2)],
    ["half a group", () => logRank({ exit, event }, [0, 0.5, 0, 0], 2)],
    ["too few groups", () => logRank({ exit, event }, [0, 1], 2)],
    ["too few strata", () => logRank({ exit, event }, [0, 1, 0, 1], 2, { strata: [1] })],
    ["an endless rho", () => logRank({ exit, event }, [0, 1, 0, 1], 2, { rho: Number.POSITIVE_INFINITY })],
  ])("refuses %s", (_, call) => {
    expect(call).toThrow(RangeError);
  });
});
