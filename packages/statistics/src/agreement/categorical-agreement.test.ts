import { describe, expect, it } from "vitest";
import type { Interval } from "../estimate";
import { CLOSED_FORM, expectWithin } from "../testing/within-tolerance";
import fixtures from "./agreement.fixtures.json";
import { cohenKappa } from "./cohen-kappa";
import { fleissKappa } from "./fleiss-kappa";
import { krippendorffAlpha } from "./krippendorff-alpha";
import { screeningAgreement } from "./screening-agreement";
import { gwetAc1, twoRaterAgreement } from "./two-rater-agreement";

const reason = (name: string, needed: number, had = needed) =>
  ({ kind: "insufficient-data", reason: name, needed, had }) as const;
const ends = ({ low, high }: Interval) => [low, high];

describe("two raters", () => {
  it.each(fixtures.kappas)("have the kappas of vcd for $table", (wanted) => {
    for (const weights of ["unweighted", "linear", "quadratic"] as const) {
      const found = cohenKappa(wanted.table, weights);
      if (found.kind !== "estimate") throw new Error(found.reason);
      const { interval, pValue, ...figures } = wanted[weights];
      expectWithin(found, figures, weights, CLOSED_FORM);
      expectWithin(ends(found.interval), interval, weights, CLOSED_FORM);
      expectWithin(found.test?.pValue, pValue, weights, { relative: 1e-9, absolute: 0 });
      expectWithin(found.test?.statistic, found.value / found.standardErrorIndependent, weights, CLOSED_FORM);
      expect(found).toMatchObject({
        weights,
        method: `cohen-kappa-${weights}`,
        n: wanted.table.flat().reduce((a, b) => a + b),
      });
    }
    const other = twoRaterAgreement(wanted.table);
    expectWithin(other, { scottPi: wanted.scottPi, pabak: wanted.pabak }, "others", CLOSED_FORM);
    const ac1 = gwetAc1(wanted.table, 0.9);
    expectWithin(ac1, wanted.ac1, "AC1", CLOSED_FORM);
    if (ac1.kind !== "estimate") throw new Error(ac1.kind);
    const half = 1.6448536269514722 * wanted.ac1.standardError;
    expectWithin(ends(ac1.interval), [wanted.ac1.value - half, wanted.ac1.value + half], "AC1", CLOSED_FORM);
  });

  it("agree perfectly with full marks, and against each other with less than nothing", () => {
    const same = cohenKappa(
      [
        [4, 0],
        [0, 6],
      ],
      "unweighted",
    );
    expect(same).toMatchObject({ value: 1, standardError: 0, observedAgreement: 1 });
    expect(
      gwetAc1([
        [4, 0],
        [0, 6],
      ]),
    ).toMatchObject({ value: 1, standardError: 0 });
    const against = cohenKappa(
      [
        [0, 5],
        [5, 0],
      ],
      "unweighted",
    );
    expect(against).toMatchObject({ value: -1, expectedAgreement: 0.5 });
  });

  it("have no test when one of them always says the same", () => {
    const found = cohenKappa(
      [
        [3, 0],
        [4, 0],
      ],
      "unweighted",
    );
    expect(found).toMatchObject({ value: 0, standardErrorIndependent: 0 });
    expect(found).not.toHaveProperty("test");
  });

  it("say what is missing", () => {
    expect(cohenKappa([[3]], "linear")).toEqual(reason("too-few", 2, 1));
    expect(
      cohenKappa(
        [
          [0, 0],
          [0, 0],
        ],
        "linear",
      ),
    ).toEqual(reason("too-few", 1, 0));
    expect(
      gwetAc1([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual(reason("too-few", 1, 0));
    expect(
      twoRaterAgreement([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual(reason("too-few", 1, 0));
    expect(
      cohenKappa(
        [
          [5, 0],
          [0, 0],
        ],
        "linear",
      ),
    ).toEqual(reason("no-spread", 5));
    expect(
      twoRaterAgreement([
        [5, 0],
        [0, 0],
      ]),
    ).toMatchObject({ agreement: 1, pabak: 1, scottPi: null });
    expect(
      gwetAc1([
        [5, 0],
        [0, 0],
      ]),
    ).toMatchObject({ value: 1 });
    expect(() =>
      cohenKappa(
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        "linear",
      ),
    ).toThrow(RangeError);
    for (const level of [0, 1]) {
      expect(() =>
        cohenKappa(
          [
            [1, 2],
            [4, 5],
          ],
          "linear",
          level,
        ),
      ).toThrow(RangeError);
      expect(() =>
        gwetAc1(
          [
            [1, 2],
            [4, 5],
          ],
          level,
        ),
      ).toThrow(RangeError);
    }
  });
});

describe("screeningAgreement", () => {
  it("refuses to correct for chance without what both left out", () => {
    const found = screeningAgreement({ both: 46, firstOnly: 3, secondOnly: 3, neither: null });
    expect(found.amongChosen).toMatchObject({ value: 46 / 52, n: 52 });
    expect(found.kappa).toEqual(reason("not-identifiable", 52));
    expect(found.ac1).toEqual(reason("not-identifiable", 52));
  });

  it("corrects for chance with the full table", () => {
    const found = screeningAgreement({ both: 46, firstOnly: 2, secondOnly: 4, neither: 100 }, 0.9);
    expect(found.kappa).toEqual(
      cohenKappa(
        [
          [46, 2],
          [4, 100],
        ],
        "unweighted",
        0.9,
      ),
    );
    expect(found.ac1).toEqual(
      gwetAc1(
        [
          [46, 2],
          [4, 100],
        ],
        0.9,
      ),
    );
    expect(found.amongChosen).toMatchObject({ interval: { level: 0.9 } });
  });
});

describe("several raters", () => {
  it.each(fixtures.fleiss)("have Fleiss's kappa for $counts", ({ counts, ...wanted }) => {
    const found = fleissKappa(counts);
    expectWithin(found, wanted, "kappa", CLOSED_FORM);
    expect(found).toMatchObject({ subjects: counts.length, raters: counts[0]?.reduce((a, b) => a + b) });
  });

  it("say what is missing for Fleiss's kappa", () => {
    expect(fleissKappa([])).toEqual(reason("too-few", 1, 0));
    expect(
      fleissKappa([
        [1, 0],
        [0, 1],
      ]),
    ).toEqual(reason("too-few", 2, 1));
    expect(
      fleissKappa([
        [3, 0],
        [3, 0],
      ]),
    ).toEqual(reason("no-spread", 2));
    expect(
      fleissKappa([
        [3, 0, 0],
        [0, 0, 3],
      ]),
    ).toMatchObject({ value: 1, byCategory: [1, null, 1] });
    expect(
      fleissKappa([
        [3, 0],
        [2, 0],
      ]),
    ).toEqual(reason("no-spread", 2));
    expect(
      fleissKappa([
        [1, 0],
        [0, 0],
        [0, 1],
      ]),
    ).toEqual(reason("too-few", 2, 1));
  });

  it("may give subjects different numbers of ratings", () => {
    // By hand: agreement (1 + 1/3 + 0) / 3 of those rated twice, shares (1 + 2/3 + 1/2 + 0) / 4 and the rest.
    const found = fleissKappa([
      [4, 0],
      [2, 1],
      [1, 1],
      [0, 1],
      [0, 0],
    ]);
    const share = 13 / 24;
    const chance = share ** 2 + (1 - share) ** 2;
    if (found.kind !== "fleiss-kappa") throw new Error(found.reason);
    expect(found).toMatchObject({
      subjects: 4,
      raters: 2.5,
      standardErrorRandom: null,
      zStatistic: null,
      pValue: null,
    });
    expect(found.observedAgreement).toBeCloseTo(4 / 9, 14);
    expect(found.expectedAgreement).toBeCloseTo(chance, 14);
    expect(found.value).toBeCloseTo((4 / 9 - chance) / (1 - chance), 14);
    // With two categories each against the other is the whole.
    for (const one of found.byCategory) expect(one).toBeCloseTo(found.value, 13);
  });

  it.each(fixtures.krippendorff)("have Krippendorff's alpha for $units", ({ units, ...wanted }) => {
    for (const metric of ["nominal", "ordinal", "interval", "ratio"] as const) {
      const found = krippendorffAlpha(units, metric);
      expectWithin(found, wanted[metric], metric, CLOSED_FORM);
      if (found.kind !== "krippendorff-alpha") throw new Error(found.reason);
      expect(found.metric).toBe(metric);
      expect(found.units).toBe(units.filter((values) => values.length > 1).length);
      expectWithin(1 - found.observedDisagreement / found.expectedDisagreement, found.value, metric, CLOSED_FORM);
    }
  });

  it("say what is missing for Krippendorff's alpha", () => {
    expect(krippendorffAlpha([], "nominal")).toEqual(reason("too-few", 1, 0));
    expect(krippendorffAlpha([[1], [2]], "nominal")).toEqual(reason("too-few", 1, 0));
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [1, 1],
        ],
        "ordinal",
      ),
    ).toEqual(reason("no-spread", 2));
    expect(
      krippendorffAlpha(
        [
          [1e300, -1e300],
          [1, 1],
        ],
        "interval",
      ),
    ).toEqual(reason("out-of-range", 2));
    expect(
      krippendorffAlpha(
        [
          [0, 0],
          [1, 1],
        ],
        "ratio",
      ),
    ).toMatchObject({ value: 1 });
    expect(krippendorffAlpha([[1, Number.NaN]], "nominal")).toMatchObject({ reason: "not-finite" });
    expect(() => krippendorffAlpha([[1, -1]], "ratio")).toThrow(RangeError);
  });
});
