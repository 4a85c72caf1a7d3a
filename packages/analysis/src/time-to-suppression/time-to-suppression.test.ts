import { findThresholdRule } from "@alongside/domain/viral-load/threshold-rules.data";
import { describe, expect, it } from "vitest";
import { below, HIGH, LOW, type MadePerson, madeData, times } from "../viral-load-rows/made-data.fixture";
import fixtures from "../viral-load-rows/viral-load.fixtures.json";
import type { ViralLoadData } from "../viral-load-rows/viral-load-data";
import type { TimedEvent } from "./suppression-times";
import { suppressionTimes } from "./suppression-times";
import { type TimeToSuppressionRequest, timeToSuppression } from "./time-to-suppression";

const found = findThresholdRule("less-than-200");
if (found === undefined) throw new Error("No rule");
const rule = found;
const { toenail } = fixtures;

/** Visits of the toenail data: none or mild is suppressed. */
function toenailData(): ViralLoadData {
  const ids = [...new Set(toenail.id)];
  const cohortOf = (row: number) => (toenail.arm[row] === 1 ? "terbinafine" : "itraconazole");
  return {
    waves: [{ timepointId: "start", label: "Start", targetDay: 0 }],
    people: ids.map((id) => ({
      participantId: `${id}`,
      siteId: "site",
      cohortId: cohortOf(toenail.id.indexOf(id)),
      expected: [true],
      diedOn: null,
    })),
    rows: toenail.id.map((id, row) => ({
      participantId: `${id}`,
      siteId: "site",
      cohortId: cohortOf(row),
      timepointId: null,
      day: toenail.days[row] ?? 0,
      specimen: "plasma",
      result: toenail.good[row] === 1 ? LOW : HIGH,
    })),
  };
}

function timed(data: ViralLoadData, given: Partial<TimeToSuppressionRequest> = {}) {
  return timeToSuppression({
    data,
    cohortId: "own",
    comparedWith: null,
    rule,
    event: "suppression",
    confirmed: false,
    threshold: 1,
    ...given,
  });
}

describe("against R", () => {
  it.each([
    ["suppression", "suppression", false],
    ["rebound", "rebound", false],
    ["confirmed", "rebound", true],
  ] as const)("gives the curves and the log-rank test, %s", (name, event: TimedEvent, confirmed) => {
    const shown = timed(toenailData(), { cohortId: "terbinafine", comparedWith: "itraconazole", event, confirmed });
    const expected = toenail[name];
    for (const [cohort, curve] of [
      [shown.own, expected.terbinafine],
      [shown.other, expected.itraconazole],
    ] as const) {
      if (cohort?.curve.kind !== "curve") throw new Error("No curve");
      const { steps, n } = cohort.curve;
      expect(n).toBe(curve.n);
      expect(cohort.people?.atRisk).toEqual({ kind: "exact", n: curve.n });
      expect(steps.map(({ days }) => days)).toEqual(curve.days);
      expect(steps.map(({ atRisk }) => atRisk)).toEqual(curve.atRisk);
      steps.forEach(({ share, interval }, index) => {
        expect(share).toBeCloseTo(curve.share[index] ?? Number.NaN, 10);
        if (interval === null) return;
        expect(interval.low).toBeCloseTo(curve.low[index] ?? Number.NaN, 10);
        expect(interval.high).toBeCloseTo(curve.high[index] ?? Number.NaN, 10);
      });
      const [median] = curve.median;
      if (median === null) expect(cohort.curve.median).toBeNull();
      else expect(cohort.curve.median?.time).toEqual({ kind: "time", time: median });
    }
    if (shown.logRank?.kind !== "test") throw new Error("No test");
    expect(shown.logRank.statistic).toBeCloseTo(expected.chisq, 8);
    expect(shown.logRank.degreesOfFreedom).toBe(1);
    expect(shown.frame.claim.level).toBe(1);
  });
});

describe("times", () => {
  const one = (given: MadePerson["given"], event: TimedEvent, confirmed = false) =>
    suppressionTimes(madeData([{ given }]), "own", rule, event, confirmed);
  const vague = below(1000);

  it("runs from the first result to the first suppressed one", () => {
    expect(one([HIGH, HIGH, LOW, HIGH], "suppression").times).toEqual([
      { siteId: "site", days: 364, event: true, gap: 182, awaiting: false },
    ]);
    expect(one([HIGH, HIGH, "missing", HIGH], "suppression").times).toEqual([
      { siteId: "site", days: 546, event: false, gap: null, awaiting: false },
    ]);
    expect(one([HIGH, "missing", "missing", LOW], "suppression").times[0]).toMatchObject({ days: 546, gap: 546 });
    expect(one([LOW, HIGH], "suppression")).toMatchObject({ times: [], notAtRisk: 1 });
    expect(one([HIGH, "missing"], "suppression")).toMatchObject({ times: [], onceOnly: 1 });
    expect(one(["missing", "died"], "suppression")).toMatchObject({ times: [], untested: 1 });
  });

  it("passes over results that do not tell", () => {
    expect(one([vague, HIGH, vague, LOW], "suppression").times).toEqual([
      { siteId: "site", days: 364, event: true, gap: 364, awaiting: false },
    ]);
    expect(one([vague, vague], "suppression")).toMatchObject({ untested: 1 });
    expect(one([HIGH, vague], "suppression")).toMatchObject({ onceOnly: 1 });
  });

  it("runs from the first suppressed result to the first that is not, confirmed by the next when asked", () => {
    expect(one([HIGH, LOW, HIGH, LOW], "rebound").times).toEqual([
      { siteId: "site", days: 182, event: true, gap: 182, awaiting: false },
    ]);
    // Not confirmed: the next was suppressed again, up to which the person was seen.
    expect(one([HIGH, LOW, HIGH, LOW], "rebound", true).times).toEqual([
      { siteId: "site", days: 364, event: false, gap: null, awaiting: false },
    ]);
    expect(one([LOW, HIGH, HIGH], "rebound", true).times).toEqual([
      { siteId: "site", days: 182, event: true, gap: 182, awaiting: false },
    ]);
    // The last one may yet be confirmed: it neither counts nor proves that there was no rebound.
    expect(one([LOW, LOW, HIGH], "rebound", true).times[0]).toMatchObject({ days: 182, event: false });
    expect(one([LOW, HIGH], "rebound", true)).toMatchObject({ times: [], onceOnly: 1 });
    expect(one([HIGH, HIGH], "rebound")).toMatchObject({ notAtRisk: 1 });
  });

  it("leaves what came before the programme to history, unless it is the baseline", () => {
    const data = madeData([{ given: [HIGH, LOW] }]);
    const early = { ...data, rows: data.rows.map((row, index) => (index === 0 ? { ...row, day: -20 } : row)) };
    expect(suppressionTimes(early, "own", rule, "suppression", false).times[0]).toMatchObject({ days: 202 });
    const older = { ...early, rows: early.rows.map((row) => ({ ...row, timepointId: null })) };
    expect(suppressionTimes(older, "own", rule, "suppression", false)).toMatchObject({ notAtRisk: 1 });
  });
});

describe("small groups", () => {
  it("hides a confirmed curve where few people lie between it and the other", () => {
    const steady = [...times(20, { given: [LOW, LOW, LOW] }), ...times(12, { given: [LOW, HIGH, HIGH] })];
    const ask = (few: number) => {
      const people = [...steady, ...times(few, { given: [LOW, HIGH, LOW] })];
      return timed(madeData(people), { event: "rebound", confirmed: true, threshold: 5 }).own;
    };
    expect(ask(0).curve.kind).toBe("curve");
    expect(ask(0).people?.atRisk).toEqual({ kind: "exact", n: 32 });
    for (const few of [1, 4]) {
      expect(ask(few).curve.kind).toBe("suppressed");
      expect(ask(few).people).toBeNull();
      expect(ask(few).medianGap).toBeNull();
    }
    expect(ask(5).curve.kind).toBe("curve");
    // Without confirmation there is nothing to compare it with, and without a threshold nothing to hide.
    const people = [...steady, ...times(1, { given: [LOW, HIGH, LOW] })];
    expect(timed(madeData(people), { event: "rebound", threshold: 5 }).own.curve.kind).toBe("curve");
    expect(timed(madeData(people), { event: "rebound", confirmed: true }).own.curve.kind).toBe("curve");
  });

  it("hides steps with few at risk, and everything under ten people", () => {
    const people = [
      ...times(20, { given: [HIGH, LOW, LOW, LOW] }),
      ...times(6, { given: [HIGH, HIGH, HIGH, LOW] }),
      ...times(6, { given: [LOW, LOW, LOW, LOW] }),
      ...times(20, { given: [LOW, HIGH, HIGH, HIGH] }),
    ];
    // Two of the six are seen half a year later, so the last steps rest on four and on two.
    const made = madeData(people);
    const slow = made.rows.map((row) =>
      row.timepointId === "wave-3" && ["p20", "p21"].includes(row.participantId) ? { ...row, day: 600 } : row,
    );
    const data = { ...made, rows: slow };
    const open = timed(data).own.curve;
    if (open.kind !== "curve") throw new Error("No curve");
    expect(open.steps.map(({ atRisk, share }) => [atRisk, share])).toEqual([
      [26, expect.closeTo(20 / 26, 12)],
      [6, expect.closeTo(24 / 26, 12)],
      [2, 1],
    ]);
    expect(open).toMatchObject({ endsEarly: false });
    const shown = timed(data, { threshold: 5 }).own.curve;
    if (shown.kind !== "curve") throw new Error("No curve");
    expect(shown.steps.map(({ atRisk }) => atRisk)).toEqual([26, 6]);
    expect(shown.endsEarly).toBe(true);
    expect(shown.risk.every(({ atRisk }) => atRisk >= 5)).toBe(true);
    expect(shown.median?.time).toEqual({ kind: "time", time: 182 });
    const nine = timed(madeData(times(9, { given: [HIGH, LOW] })), { threshold: 5 });
    expect(nine.own.curve.kind).toBe("suppressed");
    expect(nine.own.medianGap).toBeNull();
    const both = [...people, ...times(9, { cohortId: "other", given: [HIGH, LOW] })];
    expect(timed(madeData(both), { comparedWith: "other", threshold: 5 }).logRank?.kind).toBe("suppressed");
  });

  it("ends before the first time whose table of suppression is hidden, and says nothing where the first is", () => {
    const people = [
      ...times(20, { given: [HIGH, LOW, LOW] }),
      ...times(20, { given: [HIGH, HIGH, HIGH] }),
      ...times(20, { given: [LOW, LOW, LOW] }),
      // Three who lose it at the last time: there the table shows no cells.
      ...times(3, { given: [LOW, LOW, HIGH] }),
    ];
    const data = madeData(people);
    const rebound = timed(data, { event: "rebound", threshold: 5 });
    expect(rebound.own).toMatchObject({ until: 1, people: { atRisk: { kind: "exact", n: 23 } } });
    if (rebound.own.curve.kind !== "curve") throw new Error("No curve");
    expect(rebound.own.curve.steps).toEqual([]);
    expect(timed(data, { event: "rebound" }).own).toMatchObject({ until: null });
    const early = madeData(people.map(({ given }) => ({ given: given.toReversed() })));
    const hidden = timed(early, { threshold: 5 });
    expect(hidden.own).toMatchObject({ people: null, until: 0, curve: { kind: "suppressed" }, medianGap: null });
    expect(hidden.frame.sets).toEqual([]);
  });

  it("adds nobody up where the number of everybody is a range", () => {
    const people = [...times(20, { given: [HIGH, LOW] }), ...times(2, { given: ["died", "died"] })];
    const shown = timed(madeData(people), { threshold: 5 }).own.people;
    expect(shown).toMatchObject({ atRisk: { kind: "exact", n: 20 }, others: null });
    expect(timed(madeData(people)).own.people?.others?.untested).toEqual({ kind: "exact", n: 2 });
  });

  it("counts whose results wait for a second person", () => {
    const data = madeData([...times(12, { given: [HIGH, LOW] }), ...times(12, { given: [HIGH, HIGH] })]);
    const rows = data.rows.map((row, at) => (at < 12 ? { ...row, awaiting: true } : row));
    const waiting = timed({ ...data, rows }, { threshold: 5 }).own.people?.awaiting;
    expect(waiting).toEqual({ kind: "exact", n: 6 });
    expect(timed(data, { threshold: 5 }).own.people?.awaiting).toEqual({ kind: "exact", n: 0 });
  });

  it("warns of events dated by visits far apart", () => {
    const shown = timed(madeData(times(20, { given: [HIGH, LOW] })));
    expect(shown.own.medianGap).toBe(182);
    expect(shown.frame.assumptions[0]).toEqual({ id: "seen-at-visits", status: "warn", figure: 182, limit: 182 });
    const apart = timed(madeData(times(20, { given: [HIGH, "missing", LOW] })));
    expect(apart.frame.assumptions[0]?.status).toBe("fail");
    const nobody = timed(madeData([]));
    expect(nobody.own.curve).toMatchObject({ kind: "insufficient-data" });
    expect(nobody.frame.assumptions[0]?.status).toBe("cannot-check");
  });
});
