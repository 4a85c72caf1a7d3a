import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { retention } from "./retention";
import { ENDINGS, endingOf, type RetentionPerson } from "./retention-person";
import { shownDays } from "./shown-days";
import { shownEndings } from "./shown-endings";

/** Where nobody logs contacts. */
const UNSEEN = { seen: [], loggedFrom: null } as const;

/** A made cohort, by the same rule as in the R call below. */
const PEOPLE: readonly RetentionPerson[] = Array.from({ length: 90 }, (_, i) => {
  const days = 10 + ((i * 37) % 350);
  const status =
    i % 5 === 0 ? "lost" : i % 9 === 1 ? "transferred" : i % 11 === 2 ? "died" : days >= 300 ? "completed" : "active";
  return { cohortId: "one", days, status, ...UNSEEN };
});

/**
 * R 4.2.2, survival: i <- 0:89; days <- 10 + (i * 37) %% 350; kind as above; survfit(Surv(days, factor(kind)) ~ 1,
 * conf.type = "log-log"); "gone" is any of left, transferred and died. Read at 60, 120, 180, 240 and 300 days.
 */
const R = {
  days: [60, 120, 180, 240, 300],
  stayed: [0.931288708587, 0.865903332015, 0.787063603361, 0.70439405887, 0.530896979849],
  low: [0.865528762096, 0.782526562343, 0.686923425155, 0.588188384956, 0.391314255965],
  high: [0.971955777102, 0.92906172946, 0.872565626669, 0.812534650871, 0.684652928014],
  left: [0.034421756442, 0.0741053025827, 0.1225624581838, 0.1860353294226, 0.2773577090715],
  leftLow: [0.00920873875411, 0.03009707075828, 0.05941421237698, 0.09943626589267, 0.15633760480846],
  leftHigh: [0.0887962973705, 0.1447188669543, 0.2099768720169, 0.293640378815, 0.4121933657225],
};

function pointsOf(people: readonly RetentionPerson[], threshold: number) {
  const { curve } = cohort(people, threshold);
  if (curve.kind !== "curve") throw new Error(curve.kind);
  return curve.points;
}

function cohort(people: readonly RetentionPerson[], threshold: number) {
  const n = { kind: "exact", n: people.length } as const;
  const [found] = retention({ people, cohorts: [{ id: "one", n }], threshold }).cohorts;
  if (found === undefined) throw new Error("No cohort");
  return found;
}

describe("who stayed", () => {
  it("agrees with survfit where other endings compete", () => {
    const points = pointsOf(PEOPLE, 0);
    const { groups } = cohort(PEOPLE, 0);
    expect(groups.map(({ endings }) => endings)).toEqual([["left"], ["transferred"], ["died"]]);
    R.days.forEach((day, at) => {
      const point = points.find(({ days }) => days === day);
      expect(point?.stayed.share).toBeCloseTo(R.stayed[at] ?? 0, 10);
      expect(point?.stayed.interval?.low).toBeCloseTo(R.low[at] ?? 0, 9);
      expect(point?.stayed.interval?.high).toBeCloseTo(R.high[at] ?? 0, 9);
      expect(point?.ended?.[0]?.share).toBeCloseTo(R.left[at] ?? 0, 10);
      expect(point?.ended?.[0]?.interval?.low).toBeCloseTo(R.leftLow[at] ?? 0, 9);
      expect(point?.ended?.[0]?.interval?.high).toBeCloseTo(R.leftHigh[at] ?? 0, 9);
    });
  });

  it("begins with everybody, and never has more leave than there are", () => {
    const points = pointsOf(PEOPLE, 5);
    expect(points[0]).toMatchObject({ days: 0, atRisk: 90, stayed: { share: 1, interval: null } });
    for (const { stayed, ended } of points) {
      if (ended !== null) expect(stayed.share + ended.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
    }
  });

  it("is hidden of few people, where their number is not told, and where too few ended at all", () => {
    expect(cohort(PEOPLE.slice(0, 9), 5).curve).toMatchObject({ kind: "suppressed" });
    const range = { kind: "range", low: 88, high: 92 } as const;
    const [hidden] = retention({ people: PEOPLE, cohorts: [{ id: "one", n: range }], threshold: 5 }).cohorts;
    expect(hidden?.curve).toMatchObject({ kind: "suppressed" });
    const [nobody] = retention({ people: [], cohorts: [{ id: "one", n: range }], threshold: 5 }).cohorts;
    expect(nobody?.curve).toMatchObject({ kind: "suppressed" });
    const few = PEOPLE.map((one, at): RetentionPerson => ({ ...one, status: at < 4 ? "died" : "active" }));
    expect(cohort(few, 5).curve).toMatchObject({ kind: "suppressed" });
    expect(cohort([], 5).curve).toMatchObject({ kind: "insufficient-data" });
  });

  it("tests whether as many left only where every cohort tells how many did", () => {
    const both = [...PEOPLE, ...PEOPLE.map((one) => ({ ...one, cohortId: "two", days: one.days + 5 }))];
    const n = { kind: "exact", n: 90 } as const;
    const cohorts = [
      { id: "one", n },
      { id: "two", n },
    ];
    expect(retention({ people: both, cohorts, threshold: 5 }).leftAlike).toMatchObject({ kind: "test" });
    expect(retention({ people: both, cohorts, threshold: 20 }).leftAlike).toMatchObject({ kind: "suppressed" });
    expect(retention({ people: PEOPLE, cohorts: cohorts.slice(0, 1), threshold: 5 }).leftAlike).toBeNull();
  });
});

const status = fc.constantFrom("active", "completed", "withdrawn", "transferred", "lost", "died" as const);
const days = fc.integer({ min: 0, max: 400 });
const person = fc.record({
  ...{ cohortId: fc.constant("one"), days, status },
  ...{ seen: fc.array(days, { maxLength: 6 }), loggedFrom: fc.option(fc.integer({ min: -100, max: 200 })) },
});

describe("what can be worked out from the points", () => {
  it("is of nobody or of enough people: in every ending, between any two of them", () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 10, maxLength: 120 }), (people: readonly RetentionPerson[]) => {
        const { curve, groups } = cohort(people, 5);
        if (curve.kind !== "curve") return;
        const { points } = curve;
        const told = [...groups.map(({ endings }) => endings as readonly string[])];
        if (people.filter(({ status: one }) => one === "completed").length >= 5) told.push(["completed"]);
        const groupOf = (one: RetentionPerson) => told.findIndex((some) => some.includes(endingOf(one.status) ?? ""));
        const enough = (shown: readonly { readonly days: number }[], sets: readonly (readonly number[])[]) => {
          for (const [at, { days: until }] of shown.entries()) {
            for (const { days } of shown.slice(0, at)) {
              const from = days === 0 ? -1 : days;
              const between = people.filter((one) => one.days > from && one.days <= until);
              for (const set of sets) {
                const ended = between.filter((one) => set.includes(groupOf(one))).length;
                expect(ended === 0 || ended >= 5).toBe(true);
              }
            }
          }
        };
        const before = [...groups.keys()];
        const completed = told.length > groups.length ? [[groups.length]] : [];
        enough(points, [before, ...completed]);
        enough(
          points.filter(({ ended }) => ended !== null),
          [...before.map((group) => [group]), ...completed],
        );
        for (const { atRisk } of points) expect(atRisk).toBeGreaterThanOrEqual(5);
        const splits = points.flatMap(({ care, atRisk }) => (care === null ? [] : [{ ...care, atRisk }]));
        for (const [at, { seen, interrupted, unknown, atRisk }] of splits.entries()) {
          expect(seen + interrupted + unknown).toBe(atRisk);
          for (const some of [seen, interrupted, unknown]) expect(some === 0 || some >= 5).toBe(true);
          const gained = Math.abs((splits[at - 1]?.unknown ?? unknown) - unknown);
          expect(gained === 0 || gained >= 5).toBe(true);
        }
      }),
    );
  });

  it("joins as few endings as it can: alone whoever is enough alone", () => {
    const of = (left: number, moved: number, died: number) =>
      shownEndings(
        [
          ...new Array<RetentionPerson>(left).fill({ cohortId: "one", days: 9, status: "lost", ...UNSEEN }),
          ...new Array<RetentionPerson>(moved).fill({ cohortId: "one", days: 9, status: "transferred", ...UNSEEN }),
          ...new Array<RetentionPerson>(died).fill({ cohortId: "one", days: 9, status: "died", ...UNSEEN }),
        ],
        5,
      )?.map(({ endings, people }) => [endings.join(), people]);
    expect(of(9, 6, 5)).toEqual([
      ["left", 9],
      ["transferred", 6],
      ["died", 5],
    ]);
    expect(of(9, 3, 2)).toEqual([
      ["left", 9],
      ["transferred,died", 5],
    ]);
    expect(of(9, 6, 2)).toEqual([
      ["left", 9],
      ["transferred,died", 8],
    ]);
    expect(of(6, 0, 1)).toEqual([["left,died", 7]]);
    expect(of(2, 1, 1)).toBeUndefined();
    expect(of(0, 0, 0)).toEqual([]);
    expect(ENDINGS).toHaveLength(3);
  });

  it("has no day where the next stretch would tell of few", () => {
    const ended = (days: number, group: number | null) => ({ days, group });
    const many = Array.from({ length: 20 }, () => ended(200, null));
    const times = [
      ...many,
      ended(10, 0),
      ended(20, 0),
      ended(40, 1),
      ended(50, 1),
      ended(55, 0),
      ended(70, 0),
      ended(75, 0),
    ];
    const days = shownDays(
      [...times, ended(100, 1), ended(110, 1), ended(111, 1), ended(112, 1), ended(113, 1)],
      [[0, 1]],
      5,
    );
    expect(days.map(({ day }) => day)).toEqual([60, 120, 150, 180]);
    // The two of the second way by day 60 would be told by what is told at 120.
    expect(days.map(({ apart }) => apart)).toEqual([false, true, true, true]);
  });
});
