import type { Estimate } from "@alongside/statistics/estimate";
import { describe, expect, it } from "vitest";
import { analyseBinary } from "./analyse-binary";
import { type AnswerGroup, binaryRequest, PUBLISHED } from "./binary-request.fixture";

function value(estimate: Estimate | null | undefined) {
  if (estimate?.kind !== "estimate") throw new Error("no estimate");
  return estimate;
}

/** Two lost to the follow-up with yes, six with no, three without a baseline, one with neither. */
const MISSING: readonly AnswerGroup[] = [
  ["A", "yes", "missing", 2],
  ["A", "no", "missing", 6],
  ["A", "missing", "yes", 3],
  ["A", "missing", "missing", 1],
  ["A", "yes", "not-expected", 4],
];

function cells(groups: readonly AnswerGroup[], given: Parameters<typeof binaryRequest>[1] = {}) {
  return analyseBinary(binaryRequest(groups, given)).figures.map(({ denominator, n, shift }) => ({
    denominator,
    n,
    ...(shift.kind === "shift" ? { cells: [shift.gained, shift.kept, shift.lost, shift.never] } : {}),
  }));
}

describe("analyseBinary", () => {
  it("gives the published example's difference, interval, mid-p and odds ratio", () => {
    const [known] = analyseBinary(binaryRequest(PUBLISHED)).figures;
    const difference = value(known?.difference);
    // Newcombe (1998), method 10, and R: binom.test(15, 20) for the odds; exact p less P(X = 5).
    expect(difference.value).toBeCloseTo(1 / 6, 12);
    expect(difference.interval.low).toBeCloseTo(0.021, 3);
    expect(difference.interval.high).toBeCloseTo(0.303, 3);
    expect(difference.test?.pValue).toBeCloseTo(0.0266, 4);
    expect(known?.mcnemar).toMatchObject({ kind: "mcnemar-tests", discordant: 20 });
    expect(value(known?.oddsRatio)).toMatchObject({ value: 3, n: 60 });
    expect(value(known?.before).value).toBeCloseTo(35 / 60, 12);
    expect(value(known?.after).value).toBeCloseTo(45 / 60, 12);
    expect(known?.shift).toEqual({ kind: "shift", gained: 15, kept: 30, lost: 5, never: 10 });
  });

  it("counts whoever is missing in four ways, and leaves out of whom nothing was due", () => {
    expect(cells([...PUBLISHED, ...MISSING])).toEqual([
      { denominator: "both-known", n: 60, cells: [15, 30, 5, 10] },
      // Missing is no: 2 lost, 6 never, 3 gained, 1 never.
      { denominator: "missing-as-bad", n: 72, cells: [18, 30, 7, 17] },
      // Yes before, no after: 2 lost, 6 never, 3 kept, 1 lost.
      { denominator: "worst", n: 72, cells: [15, 33, 8, 16] },
      // No before, yes after: 2 kept, 6 gained, 3 gained, 1 gained.
      { denominator: "best", n: 72, cells: [25, 32, 5, 10] },
    ]);
  });

  it("turns good and bad round where yes is the worse answer", () => {
    expect(cells([...PUBLISHED, ...MISSING], { improvement: "decrease" }).slice(1)).toEqual([
      // Missing is yes: 2 kept, 6 gained, 3 kept, 1 kept.
      { denominator: "missing-as-bad", n: 72, cells: [21, 36, 5, 10] },
      { denominator: "worst", n: 72, cells: [25, 32, 5, 10] },
      { denominator: "best", n: 72, cells: [15, 33, 8, 16] },
    ]);
  });

  it("says what it is about, and claims no more than change", () => {
    const found = analyseBinary(binaryRequest([...PUBLISHED, ...MISSING]));
    expect(found.findings).toMatchObject([
      {
        ...{ id: "share-change", about: "change", planned: false, claim: { level: 1, wording: "changed" } },
        estimand: { population: "complete-cases", summary: "share-change", comparison: { kind: "baseline" } },
      },
    ]);
    expect(found.findings[0].estimate).toEqual(found.figures[0]?.difference);
    expect(found.sets).toMatchObject({ enrolled: { kind: "exact", n: 76 }, completeCases: 60 });
    expect(found.comparison).toBeNull();
    expect(found.sharpBounds).toBe(true);
    expect(found.assumptions.map(({ id, status }) => `${id} ${status}`)).toEqual([
      "independence cannot-check",
      "missing-at-random warn",
      "same-meaning cannot-check",
      "no-entry-cut-off cannot-check",
    ]);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it("holds entry for unchecked until a plan says how people came in", () => {
    const entry = (given: Parameters<typeof binaryRequest>[1]) =>
      analyseBinary(binaryRequest(PUBLISHED, given)).assumptions.find(({ id }) => id === "no-entry-cut-off");
    expect(entry({})).toMatchObject({ status: "cannot-check" });
    expect(entry({ entryIsKnown: true })).toMatchObject({ status: "pass" });
    expect(entry({ entryIsKnown: true, entryCutOff: { value: 1, side: "at-least" } })).toMatchObject({
      status: "fail",
    });
  });

  it("has no test and no odds where nobody changed, and says nothing of nobody", () => {
    const [known] = analyseBinary(
      binaryRequest([
        ["A", "yes", "yes", 12],
        ["A", "no", "no", 12],
      ]),
    ).figures;
    expect(value(known?.difference)).toMatchObject({ value: 0, n: 24 });
    expect(value(known?.difference).test).toBeUndefined();
    expect(known?.mcnemar).toMatchObject({ reason: "no-events" });
    expect(known?.oddsRatio).toMatchObject({ reason: "no-events" });
    const [nobody] = analyseBinary(binaryRequest([["B", "yes", "yes", 3]])).figures;
    expect(nobody?.difference).toMatchObject({ kind: "insufficient-data", reason: "too-few" });
  });
});

describe("analyseBinary, two cohorts", () => {
  const other: readonly AnswerGroup[] = [
    ["B", "yes", "yes", 20],
    ["B", "yes", "no", 15],
    ["B", "no", "yes", 10],
    ["B", "no", "no", 10],
  ];
  const groups = [...PUBLISHED, ...other];
  const compared = (given: Parameters<typeof binaryRequest>[1] = {}) => {
    const { comparison } = analyseBinary(binaryRequest(groups, { comparedWith: "B", design: "cohorts", ...given }));
    if (comparison === null) throw new Error("no comparison");
    return comparison;
  };

  it("takes one change from the other, with both intervals squared and added", () => {
    const { netDifference, after, claim, other: figures } = compared();
    const [own, theirs] = [analyseBinary(binaryRequest(groups)).figures[0]?.difference, figures[0]?.difference];
    const [a, b, net] = [value(own), value(theirs), value(netDifference[0]?.estimate)];
    expect(net.value).toBeCloseTo(10 / 60 + 5 / 55, 12);
    expect(net.interval.low).toBeCloseTo(
      net.value - Math.hypot(a.value - a.interval.low, b.interval.high - b.value),
      12,
    );
    expect(net.interval.high).toBeCloseTo(
      net.value + Math.hypot(a.interval.high - a.value, b.value - b.interval.low),
      12,
    );
    // Newcombe's square-and-add for 45 of 60 against 30 of 55.
    expect(value(after).value).toBeCloseTo(0.2045, 4);
    expect(value(after).interval.low).toBeCloseTo(0.03, 3);
    expect(value(after).interval.high).toBeCloseTo(0.364, 3);
    // The difference is adjusted for nothing.
    expect(claim).toEqual({ level: 1, wording: "changed" });
    expect(compared({ design: "randomised" }).claim).toEqual({ level: 4, wording: "effect" });
  });

  it("says of each assumption no more than can be seen", () => {
    const rows = (given: Parameters<typeof binaryRequest>[1] = {}) => compared(given).assumptions;
    // 35 of 60 and 35 of 55 before.
    expect(rows({ sites: 12 })).toMatchObject([
      { id: "balance", status: "warn", limit: 0.1, n: 115, scoreAlone: true },
      { id: "overlap", status: "cannot-check", scoreAlone: true },
      { id: "parallel-change", status: "cannot-check" },
      { id: "independence", status: "warn", figure: 12 },
    ]);
    expect(rows()[0]?.figure).toBeCloseTo(0.1089, 4);
    expect(rows()[3]).toEqual({ id: "independence", status: "cannot-check", figure: 1 });
    const alike = analyseBinary(
      binaryRequest(
        [
          ["A", "yes", "yes", 20],
          ["B", "no", "yes", 20],
        ],
        { comparedWith: "B", design: "cohorts" },
      ),
    ).comparison;
    expect(alike?.assumptions[0]).toMatchObject({ id: "balance", status: "fail", figure: 2 });
    const same = analyseBinary(
      binaryRequest(
        [
          ["A", "yes", "no", 20],
          ["B", "yes", "yes", 20],
        ],
        { comparedWith: "B", design: "cohorts" },
      ),
    ).comparison;
    expect(same?.assumptions[0]).toMatchObject({ id: "balance", status: "warn", figure: 0, scoreAlone: true });
  });

  it("takes two sites that differ for no comparison of cohorts, however people came into them", () => {
    const apart = (sites: readonly string[]) => {
      const request = binaryRequest(groups, { comparedWith: "B", design: "randomised" });
      const people = request.data.people.map((person, at) => ({
        ...person,
        siteId: person.cohortId === "B" ? "far" : (sites[at % sites.length] ?? ""),
      }));
      return analyseBinary({ ...request, data: { ...request.data, people } }).comparison?.claim.level;
    };
    expect(apart(["near"])).toBe(1);
    expect(apart(["near", "nearer"])).toBe(1);
    expect(apart(["near", "far"])).toBe(4);
    expect(apart(["far"])).toBe(4);
  });

  it("leads with the difference only where the plan compares, and marks as planned what was", () => {
    const order = (given: Parameters<typeof binaryRequest>[1] = {}) =>
      analyseBinary(binaryRequest(groups, { comparedWith: "B", design: "cohorts", ...given })).findings.map(
        ({ id, planned }) => (planned ? `${id}!` : id),
      );
    expect(order()).toEqual(["share-change", "share-difference"]);
    expect(order({ model: "paired-change" })).toEqual(["share-change!", "share-difference"]);
    const planned = { model: "difference-in-differences", modelCompares: true } as const;
    expect(order(planned)).toEqual(["share-difference!", "share-change"]);
    expect(order({ ...planned, comparedWith: null })).toEqual(["share-change"]);
    const request = binaryRequest(groups, { comparedWith: "B", design: "cohorts", ...planned });
    const { findings, comparison } = analyseBinary(request);
    expect(findings[0]).toMatchObject({
      estimate: comparison?.netDifference[0]?.estimate,
      about: "difference",
      estimand: { summary: "share-difference", comparison: { kind: "cohorts", cohortId: "A", comparedWith: "B" } },
    });
  });

  it("allows for sites as far as there are enough of them", () => {
    const errors = (sites: number) => compared({ sites }).ratio;
    expect(errors(1).errors).toBe("by-person");
    expect(errors(3).errors).toBe("by-person");
    expect(errors(4)).toMatchObject({ errors: "by-few-sites", sites: 4 });
    expect(errors(9).errors).toBe("by-few-sites");
    expect(errors(10)).toMatchObject({ errors: "by-site", sites: 10 });
    expect(value(errors(1).unadjusted).value).toBeCloseTo(0.75 / (30 / 55), 8);
    expect(value(errors(4).unadjusted).degreesOfFreedom).toBeLessThan(4);
  });

  it("holds the worst of one cohort against the best of the other", () => {
    const missing: readonly AnswerGroup[] = [
      ["A", "yes", "missing", 5],
      ["B", "no", "missing", 5],
    ];
    const request = binaryRequest([...groups, ...missing], { comparedWith: "B", design: "cohorts" });
    const { netDifference } = analyseBinary(request).comparison ?? { netDifference: [] };
    const net = netDifference.map(({ denominator, estimate }) => [denominator, value(estimate).value] as const);
    const [known, , worst, best] = net;
    expect(net.map(([denominator]) => denominator)).toEqual(["both-known", "missing-as-bad", "worst", "best"]);
    // A: 10 of 60 net, 5 lost more at worst; B: -5 of 55, 5 gained more at best.
    expect(known?.[1]).toBeCloseTo(10 / 60 + 5 / 55, 12);
    expect(worst?.[1]).toBeCloseTo(5 / 65 - 0 / 60, 12);
    expect(best?.[1]).toBeCloseTo(10 / 65 + 5 / 60, 12);
  });
});
