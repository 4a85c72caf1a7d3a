import { describe, expect, it } from "vitest";
import type { Interval } from "../estimate";
import { CLOSED_FORM, expectWithin } from "../testing/within-tolerance";
import fixtures from "./agreement.fixtures.json";
import { limitsOfAgreement } from "./bland-altman";
import { clusterCorrelation } from "./cluster-correlation";
import { intraclassCorrelations } from "./intraclass-correlation";

const reason = (name: string, needed: number, had = needed) =>
  ({ kind: "insufficient-data", reason: name, needed, had }) as const;
const ends = ({ low, high }: Interval) => [low, high];

describe("intraclass correlations", () => {
  it.each(fixtures.icc)("are those of psych for $ratings", ({ ratings, level, forms }) => {
    const found = intraclassCorrelations(ratings, level);
    if (found.kind !== "intraclass-correlations") throw new Error(found.reason);
    const { oneWay, agreement, consistency, oneWayMean, agreementMean, consistencyMean } = found;
    const six = [oneWay, agreement, consistency, oneWayMean, agreementMean, consistencyMean];
    expectWithin(six, forms, "forms", { relative: 1e-9, absolute: 1e-11 });
    expect(six.map(({ form }) => form)).toEqual(["1,1", "2,1", "3,1", "1,k", "2,k", "3,k"]);
    expect(six.every(({ interval }) => interval?.level === level)).toBe(true);
  });

  it("say what is missing", () => {
    expect(intraclassCorrelations([])).toEqual(reason("too-few", 2, 0));
    expect(intraclassCorrelations([[1, 2]])).toEqual(reason("too-few", 2, 1));
    expect(intraclassCorrelations([[1], [2]])).toEqual(reason("too-few", 2, 1));
    expect(
      intraclassCorrelations([
        [1, 1],
        [1, 1],
      ]),
    ).toEqual(reason("no-spread", 2));
    expect(
      intraclassCorrelations([
        [1, 2],
        [2, 3],
        [5, 6],
      ]),
    ).toEqual(reason("no-spread", 3));
    expect(
      intraclassCorrelations([
        [0.1, 0.4],
        [0.2, 0.5],
        [0.7, 1],
      ]),
    ).toEqual(reason("no-spread", 3));
    expect(
      intraclassCorrelations([
        [1, 2],
        [2, 1],
      ]),
    ).toEqual(reason("no-spread", 2));
    expect(
      intraclassCorrelations([
        [1e200, 0],
        [0, 1e200],
      ]),
    ).toEqual(reason("out-of-range", 2));
    expect(() => intraclassCorrelations([[1, 2], [1]])).toThrow(RangeError);
    expect(
      intraclassCorrelations([
        [1, 2],
        [1, Number.NaN],
      ]),
    ).toEqual(reason("not-finite", 2));
    for (const level of [0, 1])
      expect(() =>
        intraclassCorrelations(
          [
            [1, 2],
            [2, 2],
          ],
          level,
        ),
      ).toThrow(RangeError);
  });

  it("have no interval of agreement where its limits have no value", () => {
    // Mean squares 1, 4 and 4: the lower limit of one rater is -1, and that of the mean of two has no value.
    const found = intraclassCorrelations([
      [4, 4],
      [1, 5],
    ]);
    expect(found).toMatchObject({ agreement: { value: -0.6 }, agreementMean: { value: -3, interval: null } });
  });

  it.each(fixtures.clusters)("of groups are those of multilevel", ({ groups, interval, ...wanted }) => {
    const found = clusterCorrelation(groups);
    if (found.kind !== "cluster-correlation") throw new Error(found.reason);
    const n = groups.flat().length;
    expectWithin(
      found,
      { ...wanted, n, groups: groups.length, meanGroupSize: n / groups.length },
      "groups",
      CLOSED_FORM,
    );
    expectWithin(ends(found.interval), interval, "interval", CLOSED_FORM);
    expectWithin(found.fStatistic, wanted.meanSquareBetween / wanted.meanSquareWithin, "F", CLOSED_FORM);
    expect(clusterCorrelation([...groups, []])).toEqual(found);
  });

  it("of groups say what is missing", () => {
    expect(clusterCorrelation([[1, 2], []])).toEqual(reason("too-few", 2, 1));
    expect(clusterCorrelation([[1], [2]])).toEqual(reason("too-few", 3, 2));
    expect(
      clusterCorrelation([
        [1, 1],
        [2, 2],
      ]),
    ).toEqual(reason("no-spread", 4));
    expect(
      clusterCorrelation([
        [1, 1],
        [1, 1],
      ]),
    ).toEqual(reason("no-spread", 4));
    expect(
      clusterCorrelation([
        [1e200, 0],
        [0, 1],
      ]),
    ).toEqual(reason("out-of-range", 4));
    expect(
      clusterCorrelation([
        [0, 2],
        [0, 2],
      ]),
    ).toMatchObject({ value: -1, reliabilityOfMeans: null });
    expect(clusterCorrelation([[1, Number.NaN], [2]])).toMatchObject({ reason: "not-finite" });
    for (const level of [0, 1]) expect(() => clusterCorrelation([[1, 2], [2]], level)).toThrow(RangeError);
  });
});

describe("limitsOfAgreement", () => {
  it("are the limits of the differences with t intervals", () => {
    const { first, second, bias, sd, lower, upper } = fixtures.bland;
    const found = limitsOfAgreement(first, second);
    if (found.kind !== "limits-of-agreement") throw new Error(found.reason);
    for (const [figure, wanted] of [
      [found.bias, bias],
      [found.lower, lower],
      [found.upper, upper],
    ] as const) {
      if (figure.kind !== "estimate") throw new Error(figure.kind);
      expectWithin([figure.value, ...ends(figure.interval)], wanted, figure.method, CLOSED_FORM);
      expect(figure).toMatchObject({ degreesOfFreedom: first.length - 1, n: first.length });
    }
    expectWithin(found.sdOfDifferences, sd, "sd", CLOSED_FORM);
    expectWithin(found.bias, { standardError: sd / Math.sqrt(first.length) }, "error", CLOSED_FORM);
    expect(found.coverage).toBe(0.95);
    const narrow = limitsOfAgreement(first, second, 0.95, 0.8);
    if (narrow.kind !== "limits-of-agreement" || narrow.upper.kind !== "estimate") throw new Error("no limits");
    expectWithin(narrow.upper.value, (bias[0] ?? 0) + 1.2815515655446004 * sd, "narrow", CLOSED_FORM);
  });

  it("say what is missing", () => {
    expect(limitsOfAgreement([1, 2], [2, 1])).toEqual(reason("too-few", 3, 2));
    expect(limitsOfAgreement([1, 2, 3], [2, 3, 4])).toEqual(reason("no-spread", 3));
    expect(limitsOfAgreement([1e200, 2, 3], [2, 3, 4])).toEqual(reason("out-of-range", 3));
    expect(() => limitsOfAgreement([1, 2, 3], [2, 3])).toThrow(RangeError);
    expect(limitsOfAgreement([1, 2, 3], [2, 3, Number.NaN])).toMatchObject({ reason: "not-finite" });
    expect(limitsOfAgreement([Number.NaN, 2, 3], [2, 3, 4])).toEqual(reason("not-finite", 3));
    for (const wrong of [0, 1]) {
      expect(() => limitsOfAgreement([1, 2, 3], [2, 3, 5], wrong)).toThrow(RangeError);
      expect(() => limitsOfAgreement([1, 2, 3], [2, 3, 5], 0.95, wrong)).toThrow(RangeError);
    }
  });
});
