import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limitsOfAgreement } from "./bland-altman";
import { clusterCorrelation } from "./cluster-correlation";
import { cohenKappa } from "./cohen-kappa";
import { fleissKappa } from "./fleiss-kappa";
import { intraclassCorrelations } from "./intraclass-correlation";
import { type AlphaMetric, krippendorffAlpha } from "./krippendorff-alpha";
import { gwetAc1 } from "./two-rater-agreement";

const count = fc.integer({ min: 0, max: 12 });
const squares = fc
  .integer({ min: 2, max: 5 })
  .chain((size) =>
    fc.array(fc.array(count, { minLength: size, maxLength: size }), { minLength: size, maxLength: size }),
  );
const turned = (table: readonly (readonly number[])[]) =>
  (table[0] ?? []).map((_, column) => table.map((row) => row[column] ?? 0));
const reversed = (table: readonly (readonly number[])[]) => [...table].reverse().map((row) => [...row].reverse());
const near = (a: number, b: number) => Math.abs(a - b) <= 1e-8 * Math.max(1, Math.abs(a), Math.abs(b));
const rating = fc.integer({ min: 1, max: 6 });
const ratings = fc
  .integer({ min: 2, max: 4 })
  .chain((raters) =>
    fc.array(fc.array(rating, { minLength: raters, maxLength: raters }), { minLength: 2, maxLength: 12 }),
  );

/** Every number of a result, by its path. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(numbersIn) : [];
}

describe("two raters", () => {
  it("agree the same whoever is first and from whichever end the scale is read", () => {
    fc.assert(
      fc.property(squares, fc.constantFrom("unweighted", "linear", "quadratic"), (table, weights) => {
        const found = [table, turned(table), reversed(table)].map((one) => cohenKappa(one, weights));
        const [first] = found;
        for (const one of found) {
          if (one.kind !== "estimate" || first?.kind !== "estimate") {
            expect(one.kind).toBe(first?.kind);
            continue;
          }
          expect(near(one.value, first.value)).toBe(true);
          expect(near(one.standardError, first.standardError)).toBe(true);
          expect(one.value).toBeLessThanOrEqual(1 + 1e-12);
          expect(one.interval.low <= one.value && one.value <= one.interval.high).toBe(true);
          expect(numbersIn(one).every(Number.isFinite)).toBe(true);
        }
        const [ac1, other] = [gwetAc1(table), gwetAc1(turned(table))];
        if (ac1.kind === "estimate" && other.kind === "estimate") {
          expect(near(ac1.value, other.value) && near(ac1.standardError, other.standardError)).toBe(true);
        } else expect(ac1.kind).toBe(other.kind);
      }),
    );
  });

  it("have one kappa for a yes/no question, whatever the weights", () => {
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const plain = cohenKappa(
          [
            [a, b],
            [c, d],
          ],
          "unweighted",
        );
        const weighted = cohenKappa(
          [
            [a, b],
            [c, d],
          ],
          "quadratic",
        );
        if (plain.kind !== "estimate" || weighted.kind !== "estimate") expect(plain.kind).toBe(weighted.kind);
        else expect(near(plain.value, weighted.value)).toBe(true);
      }),
    );
  });
});

describe("several raters", () => {
  it("give alpha whatever the order, and for numbers whatever the unit", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(rating, { maxLength: 4 }), { maxLength: 10 }),
        fc.constantFrom<AlphaMetric>("nominal", "ordinal", "interval", "ratio"),
        (units, metric) => {
          const found = krippendorffAlpha(units, metric);
          const other = krippendorffAlpha(
            [...units].reverse().map((values) => [...values].reverse().map((x) => 3 * x)),
            metric,
          );
          if (found.kind !== "krippendorff-alpha" || other.kind !== "krippendorff-alpha") {
            expect(found.kind).toBe(other.kind);
            return;
          }
          expect(near(found.value, other.value)).toBe(true);
          expect(found.value).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it("give a nominal alpha close to Fleiss's kappa, from which it differs by the small-sample term", () => {
    fc.assert(
      fc.property(ratings, (rows) => {
        const counts = rows.map((row) => [1, 2, 3, 4, 5, 6].map((level) => row.filter((one) => one === level).length));
        const [alpha, kappa] = [krippendorffAlpha(rows, "nominal"), fleissKappa(counts)];
        if (alpha.kind !== "krippendorff-alpha" || kappa.kind !== "fleiss-kappa") {
          expect(alpha.kind).toBe(kappa.kind);
          return;
        }
        expect(near(1 - alpha.value, (1 - kappa.value) * (1 - 1 / rows.flat().length))).toBe(true);
      }),
    );
  });
});

describe("ratings in numbers", () => {
  it("have correlations that unit and origin leave alone, in their intervals", () => {
    fc.assert(
      fc.property(ratings, fc.integer({ min: -50, max: 50 }), (rows, shift) => {
        const found = intraclassCorrelations(rows);
        const other = intraclassCorrelations([...rows].reverse().map((row) => row.map((one) => shift - 0.5 * one)));
        if (found.kind !== "intraclass-correlations" || other.kind !== "intraclass-correlations") {
          expect(found.kind).toBe(other.kind);
          return;
        }
        expect(numbersIn(found).every(Number.isFinite)).toBe(true);
        for (const form of ["oneWay", "agreement", "consistency", "oneWayMean", "consistencyMean"] as const) {
          expect(near(found[form].value, other[form].value), form).toBe(true);
          expect(found[form].value).toBeLessThanOrEqual(1);
        }
        for (const form of ["oneWay", "consistency"] as const) {
          const { value, interval } = found[form];
          if (interval === null) throw new Error("no interval");
          expect(interval.low <= value && value <= interval.high, form).toBe(true);
        }
        expect(found.consistencyMean.value >= found.consistency.value || found.consistency.value < 0).toBe(true);
        const groups = clusterCorrelation(rows);
        if (groups.kind === "cluster-correlation") expect(near(groups.value, found.oneWay.value)).toBe(true);
      }),
    );
  });

  it("have no agreement of means where its divisor is zero, in every unit", () => {
    const rows = [
      [6, 2, 2],
      [4, 3, 3],
      [4, 3, 6],
      [5, 6, 1],
      [1, 2, 6],
    ];
    for (const factor of [1, -0.5, 3]) {
      const found = intraclassCorrelations(rows.map((row) => row.map((one) => factor * one)));
      expect(found).toMatchObject({ reason: "not-identifiable" });
    }
  });

  it("have limits that turn round with the order of subtraction", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(rating, rating), { maxLength: 12 }), (pairs) => {
        const [first, second] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
        const [found, other] = [limitsOfAgreement(first, second), limitsOfAgreement(second, first)];
        if (found.kind !== "limits-of-agreement" || other.kind !== "limits-of-agreement") {
          expect(found).toEqual(other);
          return;
        }
        if (found.upper.kind !== "estimate" || other.lower.kind !== "estimate") throw new Error("no limit");
        expect(near(found.upper.value, -other.lower.value)).toBe(true);
        expect(near(found.upper.interval.low, -other.lower.interval.high)).toBe(true);
        expect(found.sdOfDifferences).toBeGreaterThan(0);
      }),
    );
  });
});
