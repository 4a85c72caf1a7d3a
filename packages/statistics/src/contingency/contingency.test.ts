import { describe, expect, it } from "vitest";
import type { InsufficientData } from "../estimate";
import { CLOSED_FORM, expectWithin } from "../testing/within-tolerance";
import type { ChiSquaredTest } from "./chi-squared-result";
import fixtures from "./contingency.fixtures.json";
import { crossTabulate } from "./count-table";
import { fisherExactTest } from "./fisher-exact";
import { generalisedMantelHaenszelTest } from "./generalised-mantel-haenszel";
import { independenceTest } from "./independence";
import { commonOddsRatio, mantelHaenszelTest, type TwoByTwo } from "./mantel-haenszel";
import { trendTest } from "./trend";

const figures = (test: ChiSquaredTest | InsufficientData) =>
  test.kind === "chi-squared-test" ? [test.statistic, test.degreesOfFreedom, test.pValue] : test.reason;
const reason = (name: string, needed: number, had = needed) =>
  ({ kind: "insufficient-data", reason: name, needed, had }) as const;
const pair = (row: readonly number[] | undefined): [number, number] => [row?.[0] ?? 0, row?.[1] ?? 0];

describe("independence", () => {
  it.each(fixtures.independence)("is tested as in R for $table", (wanted) => {
    const found = independenceTest(wanted.table);
    if (found.kind !== "chi-squared-test") throw new Error(found.reason);
    expectWithin(figures(found), wanted.pearson, "pearson", CLOSED_FORM);
    expectWithin(found.expected, wanted.expected, "expected", CLOSED_FORM);
    expectWithin(found.standardisedResiduals, wanted.residuals, "residuals", CLOSED_FORM);
    expectWithin(found.cramerV, wanted.cramerV, "V", CLOSED_FORM);
    expect(found.smallestExpected).toBe(Math.min(...found.expected.flat()));
    expect(found.n).toBe(wanted.table.flat().reduce((sum, count) => sum + count, 0));
    const corrected = independenceTest(wanted.table, true);
    if (wanted.yates) expectWithin(figures(corrected), wanted.yates, "yates", CLOSED_FORM);
    expect([found.method, corrected.kind === "chi-squared-test" && corrected.method]).toEqual([
      "chi-squared",
      "chi-squared-yates",
    ]);
    const exact = fisherExactTest(wanted.table);
    expectWithin(exact, { n: found.n, pValue: wanted.fisher }, "fisher", { relative: 1e-8, absolute: 1e-12 });
    const turned = wanted.table[0]?.map((_, column) => wanted.table.map((row) => row[column] ?? 0)) ?? [];
    expectWithin(fisherExactTest(turned), { pValue: wanted.fisher }, "turned", { relative: 1e-8, absolute: 1e-12 });
  });

  it("says what is missing", () => {
    expect(independenceTest([[1, 2]])).toEqual(reason("too-few", 2, 1));
    expect(independenceTest([[1], [2]])).toEqual(reason("too-few", 2, 1));
    expect(independenceTest([])).toEqual(reason("too-few", 2, 0));
    const empty = [
      [0, 0],
      [0, 0],
    ];
    expect(independenceTest(empty)).toEqual(reason("too-few", 1, 0));
    expect(fisherExactTest(empty)).toEqual(reason("too-few", 1, 0));
    const oneColumn = [
      [3, 0],
      [4, 0],
    ];
    const oneRow = [
      [3, 4],
      [0, 0],
    ];
    expect(independenceTest(oneColumn)).toEqual(reason("no-spread", 7));
    expect(independenceTest(oneRow)).toEqual(reason("no-spread", 7));
    expect(fisherExactTest(oneColumn)).toEqual(reason("no-spread", 7));
    expect(fisherExactTest(oneRow)).toEqual(reason("no-spread", 7));
    expect(() => independenceTest([[1, 2], [3]])).toThrow(RangeError);
    expect(() =>
      independenceTest([
        [1, 2],
        [3, -1],
      ]),
    ).toThrow(RangeError);
    expect(() =>
      fisherExactTest([
        [1, 2],
        [3, 0.5],
      ]),
    ).toThrow(RangeError);
  });

  it("leaves an empty category out of the exact test", () => {
    const found = fisherExactTest([
      [3, 0, 1],
      [4, 0, 9],
      [0, 0, 0],
    ]);
    expect(found).toEqual(
      fisherExactTest([
        [3, 1],
        [4, 9],
      ]),
    );
  });

  it("gives up on tables with too many possibilities", () => {
    const square = (size: number, cell: number) =>
      Array.from({ length: size }, () => Array.from({ length: size }, () => cell));
    expect(fisherExactTest(square(7, 40))).toEqual(reason("out-of-range", 1960));
    expect(fisherExactTest(square(5, 50))).toEqual(reason("out-of-range", 1250));
  }, 600_000);
});

describe("crossTabulate", () => {
  it("counts pairs of categories", () => {
    expect(crossTabulate([0, 1, 1, 0], [2, 0, 0, 1], 2, 3)).toEqual([
      [0, 1, 1],
      [2, 0, 0],
    ]);
    expect(() => crossTabulate([0], [0, 1], 2, 2)).toThrow(RangeError);
    expect(() => crossTabulate([2], [0], 2, 2)).toThrow(RangeError);
    expect(() => crossTabulate([0], [2], 2, 2)).toThrow(RangeError);
  });
});

describe("Mantel-Haenszel", () => {
  it.each(fixtures.strata)("is R's over $strata, corrected $correct", (wanted) => {
    const strata: TwoByTwo[] = wanted.strata.map(([first, second]) => [pair(first), pair(second)]);
    expectWithin(figures(mantelHaenszelTest(strata, wanted.correct)), wanted.test, "test", CLOSED_FORM);
    const ratio = commonOddsRatio(strata);
    if (ratio.kind !== "estimate") throw new Error(ratio.kind);
    const { value, interval } = ratio;
    expectWithin([value, interval.low, interval.high], wanted.oddsRatio, "odds ratio", CLOSED_FORM);
    expectWithin(ratio.standardError, Math.log(interval.high / value) / 1.959963984540054, "error", CLOSED_FORM);
    const corrected = mantelHaenszelTest(strata);
    expect(ratio.test?.pValue).toBe(corrected.kind === "chi-squared-test" ? corrected.pValue : undefined);
    const withOne: TwoByTwo[] = [
      ...strata,
      [
        [0, 1],
        [0, 0],
      ],
    ];
    expect(commonOddsRatio(withOne)).toEqual(ratio);
  });

  it("leaves the correction out when the sum is nearer than a half", () => {
    const near: TwoByTwo[] = [
      [
        [5, 5],
        [5, 6],
      ],
    ];
    expect(figures(mantelHaenszelTest(near, true))).toEqual(figures(mantelHaenszelTest(near, false)));
  });

  it("says what is missing", () => {
    expect(mantelHaenszelTest([])).toEqual(reason("no-spread", 0));
    expect(
      mantelHaenszelTest([
        [
          [3, 0],
          [4, 0],
        ],
      ]),
    ).toEqual(reason("no-spread", 7));
    expect(
      commonOddsRatio([
        [
          [3, 0],
          [4, 0],
        ],
      ]),
    ).toEqual(reason("no-events", 7));
    expect(
      commonOddsRatio([
        [
          [3, 0],
          [0, 4],
        ],
      ]),
    ).toEqual(reason("no-events", 7));
    expect(
      commonOddsRatio([
        [
          [0, 3],
          [4, 0],
        ],
      ]),
    ).toEqual(reason("no-events", 7));
    expect(() =>
      commonOddsRatio([
        [
          [0, 3],
          [4, -1],
        ],
      ]),
    ).toThrow(RangeError);
    expect(() => commonOddsRatio([], 1)).toThrow(RangeError);
    expect(() => commonOddsRatio([], 0)).toThrow(RangeError);
  });
});

describe("generalisedMantelHaenszelTest", () => {
  it.each(fixtures.generalStrata)("is R's over $strata", ({ strata, test }) => {
    expectWithin(figures(generalisedMantelHaenszelTest(strata)), test, "test", CLOSED_FORM);
    const one = strata[0]?.map((row, i) => row.map((_, j) => (i + j === 0 ? 1 : 0))) ?? [];
    expect(generalisedMantelHaenszelTest([...strata, one])).toEqual(generalisedMantelHaenszelTest(strata));
  });

  it("is the test without correction in two by two, and Pearson's in one stratum but for the factor n - 1", () => {
    const strata: TwoByTwo[] = [
      [
        [5, 3],
        [2, 9],
      ],
      [
        [4, 4],
        [1, 6],
      ],
    ];
    expectWithin(
      figures(generalisedMantelHaenszelTest(strata)),
      figures(mantelHaenszelTest(strata, false)),
      "two by two",
      CLOSED_FORM,
    );
    const table = [
      [5, 3, 8],
      [2, 9, 4],
    ];
    const pearson = independenceTest(table);
    if (pearson.kind !== "chi-squared-test") throw new Error(pearson.reason);
    const found = generalisedMantelHaenszelTest([table]);
    expectWithin(found, { statistic: (pearson.statistic * 30) / 31, degreesOfFreedom: 2, n: 31 }, "one", CLOSED_FORM);
  });

  it("says what is missing", () => {
    expect(generalisedMantelHaenszelTest([])).toEqual(reason("no-spread", 0));
    expect(
      generalisedMantelHaenszelTest([
        [
          [3, 0],
          [4, 0],
        ],
      ]),
    ).toEqual(reason("no-spread", 7));
    expect(() => generalisedMantelHaenszelTest([[[3, 4]]])).toThrow(RangeError);
    expect(() => generalisedMantelHaenszelTest([[[3], [4]]])).toThrow(RangeError);
    expect(() =>
      generalisedMantelHaenszelTest([
        [
          [3, 1],
          [4, 2],
        ],
        [
          [3, 1, 1],
          [4, 2, 1],
        ],
      ]),
    ).toThrow(RangeError);
  });
});

describe("trend", () => {
  it.each(fixtures.trend)("is tested as in R for $successes of $totals", (wanted) => {
    const { successes, totals, scores, test } = wanted;
    expectWithin(figures(trendTest(successes, totals, scores)), test, "trend", CLOSED_FORM);
    const moved = scores.map((score) => 7 - 3 * score);
    expectWithin(figures(trendTest(successes, totals, moved)), test, "scores moved", CLOSED_FORM);
  });

  it("counts scores from one, and says what is missing", () => {
    const [x, n] = [
      [3, 0, 9],
      [10, 4, 14],
    ];
    expect(trendTest(x, n)).toEqual(trendTest(x, n, [1, 2, 3]));
    expect(trendTest([], [])).toEqual(reason("too-few", 1, 0));
    expect(trendTest([0, 0], [3, 4])).toEqual(reason("no-spread", 7));
    expect(trendTest([3, 4], [3, 4])).toEqual(reason("no-spread", 7));
    expect(trendTest([1, 2], [3, 4], [2, 2])).toEqual(reason("no-spread", 7));
    expect(() => trendTest([1], [3, 4])).toThrow(RangeError);
    expect(() => trendTest([1, 2], [3, 4], [1])).toThrow(RangeError);
    expect(() => trendTest([1, 5], [3, 4])).toThrow(RangeError);
    expect(() => trendTest([-1, 2], [3, 4])).toThrow(RangeError);
    expect(() => trendTest([0.5, 2], [3, 4])).toThrow(RangeError);
    expect(() => trendTest([1, 2], [3.5, 4])).toThrow(RangeError);
    expect(trendTest([1, 2], [3, 4], [1, Number.NaN])).toMatchObject({ reason: "not-finite" });
  });
});
