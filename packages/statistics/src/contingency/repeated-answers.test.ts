import { describe, expect, it } from "vitest";
import type { InsufficientData } from "../estimate";
import { CLOSED_FORM, expectWithin } from "../testing/within-tolerance";
import type { ChiSquaredTest } from "./chi-squared-result";
import { cochranQ } from "./cochran-q";
import fixtures from "./contingency.fixtures.json";
import { friedman } from "./friedman";
import { bowkerTest, marginalHomogeneity } from "./marginal-homogeneity";

const figures = (test: ChiSquaredTest | InsufficientData) =>
  test.kind === "chi-squared-test" ? [test.statistic, test.degreesOfFreedom, test.pValue] : test.reason;
const reason = (name: string, needed: number, had = needed) =>
  ({ kind: "insufficient-data", reason: name, needed, had }) as const;

describe("marginal homogeneity", () => {
  it.each(fixtures.homogeneity)("is tested as by coin for $table", (wanted) => {
    const found = marginalHomogeneity(wanted.table);
    if (found.kind !== "marginal-homogeneity") throw new Error(found.reason);
    expectWithin(figures(found.stuartMaxwell), wanted.stuartMaxwell, "Stuart-Maxwell", CLOSED_FORM);
    if (found.bhapkar === null) throw new Error("no Bhapkar");
    expectWithin(figures(found.bhapkar), wanted.bhapkar, "Bhapkar", CLOSED_FORM);
    if (wanted.bowker) expectWithin(figures(bowkerTest(wanted.table)), wanted.bowker, "Bowker", CLOSED_FORM);
    expect([found.stuartMaxwell.method, found.bhapkar.method]).toEqual(["stuart-maxwell", "bhapkar"]);
  });

  it("ignores a category nobody used, and counts unconnected categories apart", () => {
    const small = [
      [20, 10, 5],
      [3, 30, 10],
      [1, 4, 17],
    ];
    const wide = [
      [20, 0, 10, 5],
      [0, 0, 0, 0],
      [3, 0, 30, 10],
      [1, 0, 4, 17],
    ];
    expect(marginalHomogeneity(wide)).toEqual(marginalHomogeneity(small));
    expect(bowkerTest(wide)).toEqual(bowkerTest(small));
    const apart = marginalHomogeneity([
      [4, 5, 0, 0],
      [1, 3, 0, 0],
      [0, 0, 7, 2],
      [0, 0, 9, 6],
    ]);
    if (apart.kind !== "marginal-homogeneity") throw new Error(apart.reason);
    // Two McNemar tests: (5 - 1)^2 / 6 + (9 - 2)^2 / 11.
    expectWithin(apart.stuartMaxwell.statistic, 16 / 6 + 49 / 11, "two parts", CLOSED_FORM);
    expect(apart.stuartMaxwell.degreesOfFreedom).toBe(2);
  });

  it("has no Bhapkar statistic when everybody moved the same way", () => {
    const found = marginalHomogeneity([
      [0, 6],
      [0, 0],
    ]);
    expectWithin(
      found,
      { stuartMaxwell: { statistic: 6, degreesOfFreedom: 1, n: 6 }, bhapkar: null },
      "all",
      CLOSED_FORM,
    );
  });

  it("says what is missing", () => {
    const still = [
      [3, 0],
      [0, 4],
    ];
    expect(marginalHomogeneity(still)).toEqual(reason("no-events", 7));
    expect(bowkerTest(still)).toEqual(reason("no-events", 7));
    expect(
      marginalHomogeneity([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual(reason("too-few", 1, 0));
    expect(
      bowkerTest([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual(reason("too-few", 1, 0));
    expect(() =>
      marginalHomogeneity([
        [1, 2, 3],
        [1, 2, 3],
      ]),
    ).toThrow(RangeError);
    expect(() =>
      bowkerTest([
        [1, 2, 3],
        [1, 2, 3],
      ]),
    ).toThrow(RangeError);
  });
});

describe("the same people several times", () => {
  it("is tested by Cochran's Q as by coin", () => {
    const rows = fixtures.cochranQ.answers.map((row) => row.map((answer) => answer === 1));
    const { statistic, pValue } = fixtures.cochranQ;
    expectWithin(cochranQ(rows), { statistic, pValue, degreesOfFreedom: 2, n: 8 }, "Q", CLOSED_FORM);
    expect(cochranQ([])).toEqual(reason("too-few", 1, 0));
    expect(cochranQ([[true]])).toEqual(reason("too-few", 2, 1));
    expect(
      cochranQ([
        [true, true],
        [false, false],
      ]),
    ).toEqual(reason("no-spread", 2));
    expect(() => cochranQ([[true, true], [false]])).toThrow(RangeError);
  });

  it("is tested by ranks as by R", () => {
    const found = friedman(fixtures.friedman.scores);
    if (found.kind !== "chi-squared-test") throw new Error(found.reason);
    expectWithin(figures(found), fixtures.friedman.test, "Friedman", CLOSED_FORM);
    expectWithin(found.concordance, found.statistic / 12, "W", CLOSED_FORM);
    expect(
      friedman([
        [1, 2, 3],
        [4, 7, 9],
      ]),
    ).toMatchObject({ statistic: 4, concordance: 1 });
    expect(friedman([])).toEqual(reason("too-few", 1, 0));
    expect(friedman([[1]])).toEqual(reason("too-few", 2, 1));
    expect(
      friedman([
        [1, 1],
        [2, 2],
      ]),
    ).toEqual(reason("no-spread", 2));
    expect(() => friedman([[1, 2], [1]])).toThrow(RangeError);
    expect(friedman([[1, Number.NaN]])).toMatchObject({ reason: "not-finite" });
  });
});
