import { describe, expect, it } from "vitest";
import { below, copies, HIGH, LOW, madeData, times } from "../viral-load-rows/made-data.fixture";
import fixtures from "../viral-load-rows/viral-load.fixtures.json";
import { analysed, figures, must, respiratory, rule, SHIFTED } from "./analysed.fixture";
import type { Denominator } from "./status-table";
import { type RuledSuppression, suppression } from "./suppression";

describe("suppression of one cohort", () => {
  it("gives the worked example of Newcombe's tenth method and McNemar's tests", () => {
    const found = analysed(SHIFTED);
    const tested = figures(found, "tested-only");
    expect(tested.shift).toEqual({ kind: "shift", gained: 15, kept: 30, lost: 5, never: 10 });
    const difference = must(tested.difference);
    expect(difference.value).toBeCloseTo(1 / 6, 12);
    expect(difference.interval.low).toBeCloseTo(0.021, 3);
    expect(difference.interval.high).toBeCloseTo(0.303, 3);
    if (tested.mcnemar.kind !== "mcnemar-tests") throw new Error(tested.mcnemar.kind);
    expect(tested.mcnemar.midPValue).toBeCloseTo(0.0266, 4);
    expect(tested.mcnemar.exactPValue).toBeCloseTo(0.0414, 4);
    expect(difference.test?.pValue).toBe(tested.mcnemar.midPValue);
    expect(must(tested.oddsRatio)).toMatchObject({ value: 3 });
    expect(must(tested.before).value).toBeCloseTo(35 / 60, 12);
    expect(must(tested.after).value).toBeCloseTo(45 / 60, 12);
    expect(found.rule).toEqual({ id: "who-2023", validFrom: "2023-07-23" });
    expect(found.frame.claim).toEqual({ level: 1, wording: "changed" });
    expect(found.frame.estimand).toMatchObject({
      summary: "risk-difference",
      timepointId: "wave-1",
      rule: { id: "who-2023" },
      comparison: { kind: "baseline" },
    });
    // Nobody is missing: all four denominators are the same people.
    expect(found.own.figures.map(({ n, shift }) => [n, shift])).toEqual(
      Array.from({ length: 4 }, () => [60, tested.shift]),
    );
    expect(found.own.cautions).toEqual([]);
  });

  it.each([
    ["own", 1],
    ["other", 0],
  ] as const)("gives R's figures of the respiratory data, arm %s", (name, arm) => {
    const expected = fixtures.respiratory.shifts[name];
    const tested = figures(analysed(respiratory("center", arm, "own")), "tested-only");
    const { gained, kept, lost, never } = expected;
    expect(tested.shift).toEqual({ kind: "shift", gained, kept, lost, never });
    if (tested.mcnemar.kind !== "mcnemar-tests") throw new Error(tested.mcnemar.kind);
    expect(tested.mcnemar.uncorrected.pValue).toBeCloseTo(expected.uncorrected, 10);
    expect(tested.mcnemar.corrected.pValue).toBeCloseTo(expected.corrected, 10);
    expect(tested.mcnemar.exactPValue).toBeCloseTo(expected.exact, 10);
    expect(tested.mcnemar.midPValue).toBeCloseTo(expected.mid, 10);
    const odds = must(tested.oddsRatio);
    [odds.value, odds.interval.low, odds.interval.high].forEach((value, index) => {
      expect(value).toBeCloseTo(expected.odds[index] ?? Number.NaN, 7);
    });
    for (const which of ["before", "after"] as const) {
      const { low, high } = must(tested[which]).interval;
      expect([low, high]).toEqual(expected[which].map((value) => expect.closeTo(value, 10)));
    }
  });

  it("keeps missing, undetermined and dead people apart, and puts the first two into the bounds", () => {
    const people = [
      ...SHIFTED,
      ...times(4, { given: [LOW, "missing"] }),
      ...times(3, { given: ["missing", LOW] }),
      ...times(2, { given: ["missing", "missing"] }),
      // Below 1000 says nothing under a rule of 200.
      ...times(6, { given: [HIGH, below(1000)] }),
      ...times(7, { given: [HIGH, "died"] }),
      ...times(8, { given: [HIGH, "not-expected"] }),
    ];
    const found = analysed(people, { rules: [rule("less-than-200")] });
    const exact = (n: number) => ({ kind: "exact", n });
    expect(found.own.people).toEqual({
      enrolled: exact(90),
      expected: exact(75),
      tested: exact(60),
      missing: exact(9),
      undetermined: exact(6),
      died: exact(7),
      notExpected: exact(8),
    });
    const shift = (denominator: Denominator) => figures(found, denominator).shift;
    expect(shift("tested-only")).toMatchObject({ gained: 15, kept: 30, lost: 5, never: 10 });
    expect(shift("missing-unsuppressed")).toMatchObject({ gained: 18, kept: 30, lost: 9, never: 12 });
    expect(shift("worst")).toMatchObject({ gained: 15, kept: 33, lost: 11, never: 16 });
    expect(shift("best")).toMatchObject({ gained: 26, kept: 34, lost: 5, never: 10 });
    expect(must(figures(found, "worst").difference).value).toBeCloseTo(4 / 75, 12);
    expect(must(figures(found, "best").difference).value).toBeCloseTo(21 / 75, 12);
    expect(found.own.sharpBounds).toBe(true);
    expect(found.own.cautions).toEqual(["undetermined"]);
    expect(found.frame.assumptions.map(({ id, status }) => [id, status])).toEqual([
      ["missing-at-random", "warn"],
      ["category-known", "warn"],
    ]);
  });

  it("warns where first tests would pass for gains, and where most are missing", () => {
    const people = [...SHIFTED, ...times(50, { given: ["missing", LOW] })];
    const found = analysed(people);
    expect(found.own.cautions).toEqual(["missing-before", "mostly-missing"]);
    expect(figures(found, "missing-unsuppressed").shift).toMatchObject({ gained: 65 });
    expect(found.frame.assumptions[0]?.status).toBe("fail");
  });

  it("puts a result at the limit where the rule puts it", () => {
    const at1000 = times(12, { given: [HIGH, copies(1000)] });
    const kept = (id: string) => figures(analysed(at1000, { rules: [rule(id)] }), "tested-only").shift;
    expect(kept("who-2023")).toMatchObject({ gained: 12, never: 0 });
    expect(kept("less-than-1000")).toMatchObject({ gained: 0, never: 12 });
    // A band of its own is not suppressed.
    const low = times(12, { given: [HIGH, copies(600)] });
    expect(figures(analysed(low, { rules: [rule("ethiopia-bands")] }), "tested-only").shift).toMatchObject({
      never: 12,
    });
    // "Below 1000" is suppressed by a rule of 1000, whichever way it treats the limit, and never unsuppressed.
    const limits = times(12, { given: [HIGH, below(1000)] });
    for (const id of ["who-2023", "less-than-1000"]) {
      expect(figures(analysed(limits, { rules: [rule(id)] }), "tested-only").shift).toMatchObject({ gained: 12 });
    }
    const orEqual = times(12, { given: [HIGH, { kind: "below", limit: 1000, inclusive: true }] });
    expect(figures(analysed(orEqual, { rules: [rule("less-than-1000")] }), "tested-only").n).toBe(0);
    expect(figures(analysed(orEqual), "tested-only").n).toBe(12);
  });

  it("has no figures of nobody, and says so", () => {
    const found = analysed([{ given: ["missing", "missing"] }]);
    const tested = figures(found, "tested-only");
    expect(tested).toMatchObject({ n: 0, before: { reason: "too-few" }, difference: { reason: "too-few" } });
    expect(tested.mcnemar).toMatchObject({ kind: "insufficient-data" });
    const nobody = analysed([], { data: madeData([]) });
    expect(figures(nobody, "best")).toMatchObject({ n: 0, difference: { kind: "insufficient-data" } });
    expect(nobody.frame.assumptions[0]).toMatchObject({ status: "cannot-check" });
  });
});

describe("two rules beside each other", () => {
  const rules = [rule("who-2023"), rule("less-than-200")];
  const between = (count: number) => [...SHIFTED, ...times(count, { given: [HIGH, copies(400)] })];
  const second = (count: number, threshold: number) => {
    const both = suppression({
      data: madeData(between(count)),
      cohortId: "own",
      comparedWith: null,
      wave: 1,
      rules,
      design: "cohorts",
      threshold,
    }).rules;
    expect(both.map((one) => one.rule.id)).toEqual(["who-2023", "less-than-200"]);
    expect(both[0]?.own.figures[0]?.shift.kind).toBe("shift");
    return both[1]?.own.figures[0];
  };

  it("gives both", () => {
    expect(second(3, 1)?.shift).toMatchObject({ gained: 15, never: 13 });
    expect(second(5, 5)?.shift).toMatchObject({ gained: 15, never: 15 });
    expect(second(0, 5)?.shift).toMatchObject({ gained: 15, never: 10 });
  });

  it("hides the second where subtraction would show the few between the limits", () => {
    expect(second(3, 5)).toMatchObject({ n: null, shift: { kind: "suppressed" }, difference: { kind: "suppressed" } });
    expect(second(4, 5)?.before.kind).toBe("suppressed");
  });

  it("leaves the shares where only who went where would show a few", () => {
    // Between the limits after: two of those suppressed before, eight of those who were not.
    const people = [
      ...SHIFTED,
      ...times(2, { given: [LOW, copies(400)] }),
      ...times(8, { given: [HIGH, copies(400)] }),
    ];
    const beside = suppression({
      ...{ data: madeData(people), cohortId: "own", comparedWith: null, wave: 1, rules, design: "cohorts" },
      threshold: 5,
    }).rules[1]?.own.figures;
    expect(beside?.[0]).toMatchObject({ n: 70, shift: { kind: "suppressed" }, after: { kind: "estimate" } });
    expect(beside?.[1]).toMatchObject({ n: null });
  });
});

describe("results that wait for a second person", () => {
  const ask = (waiting: (person: number) => boolean, threshold: number, people = SHIFTED) => {
    const data = madeData(people);
    const rows = data.rows.map((row, at) => (waiting(at >> 1) ? { ...row, awaiting: true } : row));
    return analysed(people, { data: { ...data, rows }, threshold }).own.awaiting;
  };

  it("are counted, and left out in a line of their own", () => {
    // Five of those who lost it, and eight who never had it.
    const found = ask((person) => person >= 30 && person < 35, 1);
    expect(found?.people).toEqual({ kind: "exact", n: 5 });
    expect(found?.without).toMatchObject({ n: 55, shift: { kept: 30, lost: 0, gained: 15, never: 10 } });
    expect(must(found?.without?.difference).value).toBeCloseTo(15 / 55, 12);
    expect(ask(() => false, 5)).toEqual({ people: { kind: "exact", n: 0 }, without: null });
  });

  it("are hidden where a few would follow by subtraction", () => {
    const few = ask((person) => person >= 50 && person < 53, 5);
    expect(few?.people.kind).toBe("range");
    expect(few?.without).toMatchObject({ n: null, difference: { kind: "suppressed" } });
    // What is left out would be five people of whom all lost it.
    const five = ask((person) => person >= 30 && person < 35, 5);
    expect(five?.without).toMatchObject({ n: null, shift: { kind: "suppressed" } });
    const twenty = ask((person) => person < 20, 5);
    expect(twenty?.without).toMatchObject({ n: 40, shift: { kept: 10, lost: 5 } });
    const nothing = ask((person) => person < 2, 5, times(9, { given: [HIGH, LOW] }));
    expect(nothing).toMatchObject({ people: { kind: "range", low: 0 }, without: { n: null } });
  });
});

describe("small groups", () => {
  it("shows shares without cells where a cell is small", () => {
    const people = [
      ...times(30, { given: [LOW, LOW] }),
      ...times(3, { given: [LOW, HIGH] }),
      ...times(15, { given: [HIGH, LOW] }),
      ...times(10, { given: [HIGH, HIGH] }),
    ];
    const tested = figures(analysed(people, { threshold: 5 }), "tested-only");
    expect(tested).toMatchObject({ n: 58, shift: { kind: "suppressed" }, mcnemar: { kind: "suppressed" } });
    const [shown, exact] = [must(tested.difference), must(figures(analysed(people), "tested-only").difference)];
    expect(shown.value).toBeCloseTo(exact.value, 12);
    expect(shown).toMatchObject({ method: "newcombe-without-pairing", n: 58 });
    expect(shown.test).toBeUndefined();
    // Most stay as they are, so leaving the pairing out widens the interval.
    expect(shown.interval.low).toBeLessThan(exact.interval.low);
    expect(shown.interval.high).toBeGreaterThan(exact.interval.high);
  });

  it("shows nothing where a share itself rests on a small group, or everybody is alike", () => {
    const nearlyAll = [...times(40, { given: [HIGH, LOW] }), ...times(3, { given: [HIGH, HIGH] })];
    expect(figures(analysed(nearlyAll, { threshold: 5 }), "tested-only").n).toBeNull();
    const alike = (count: number) => times(count, { given: [HIGH, LOW] });
    expect(figures(analysed(alike(19), { threshold: 5 }), "tested-only").n).toBeNull();
    expect(figures(analysed(alike(20), { threshold: 5 }), "tested-only").n).toBe(20);
    expect(figures(analysed(alike(9), { threshold: 5 }), "tested-only").n).toBeNull();
  });

  it("widens the bounds rather than show how the few others fared", () => {
    const people = [...SHIFTED, ...times(7, { given: [LOW, "missing"] }), ...times(2, { given: [HIGH, "missing"] })];
    const shown = analysed(people, { threshold: 5 });
    const exact = analysed(people);
    expect(shown.own.sharpBounds).toBe(false);
    expect(figures(shown, "missing-unsuppressed").difference.kind).toBe("suppressed");
    const value = (found: RuledSuppression, which: Denominator) => must(figures(found, which).difference).value;
    expect(value(shown, "worst")).toBeCloseTo(1 / 69, 12);
    expect(value(shown, "best")).toBeCloseTo(19 / 69, 12);
    expect(value(shown, "worst")).toBeLessThan(value(exact, "worst"));
    expect(value(shown, "best")).toBeGreaterThan(value(exact, "best"));
  });

  it("counts a few others as four at most, and everybody as a range", () => {
    const people = [...SHIFTED, ...times(2, { given: [LOW, "missing"] })];
    const shown = analysed(people, { threshold: 5 });
    expect(shown.own.people).toMatchObject({
      tested: { kind: "exact", n: 60 },
      expected: { kind: "range", low: 61, high: 64 },
      missing: { kind: "range", low: 0, high: 4 },
      undetermined: { kind: "range", low: 0, high: 4 },
    });
    expect(must(figures(shown, "worst").difference).value).toBeCloseTo(6 / 64, 12);
  });
});
