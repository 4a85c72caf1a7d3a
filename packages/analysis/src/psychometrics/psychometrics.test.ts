import { describe, expect, it } from "vitest";
import { bthebRequest } from "../outcome/btheb-request.fixture";
import type { ItemAnswers, OutcomeRequest } from "../outcome/outcome-request";
import type { PersonSeries } from "../rows/person-series";
import { psychometrics } from "./psychometrics";
import fixtures from "./psychometrics.fixtures.json";

const rows: readonly (readonly number[])[] = fixtures.answers;
const answers = (people: number): ItemAnswers => ({
  itemIds: fixtures.items,
  rows: rows.slice(0, people),
  incomplete: 7,
});

function found(given: Partial<OutcomeRequest> = {}, chosen: (person: PersonSeries) => boolean = () => true) {
  const request = bthebRequest({ wave: 1, ...given });
  const people = request.data.people.filter((person) => person.cohortId === request.cohortId && chosen(person));
  return psychometrics(request, people);
}

describe("psychometrics", () => {
  it("gives R's alpha and omega of the items, people in rows", () => {
    const { consistency } = found({ items: answers(rows.length) });
    if (consistency.kind !== "consistency") throw new Error(consistency.kind);
    const { alpha, omega, items } = consistency;
    if (alpha.kind !== "estimate" || omega.kind !== "estimate") throw new Error("none");
    // R: psych::alpha, psych::alpha.ci, lavaan::cfa.
    expect(alpha.value).toBeCloseTo(fixtures.alpha.value, 10);
    expect(alpha.interval.low).toBeCloseTo(fixtures.alpha.low, 8);
    expect(alpha.interval.high).toBeCloseTo(fixtures.alpha.high, 8);
    expect(omega.value).toBeCloseTo(fixtures.omega, 5);
    expect(consistency).toMatchObject({ n: rows.length, incomplete: 7, stability: "stable", heywood: false });
    fixtures.restCorrelations.forEach((correlation, item) => {
      expect(items[item]?.restCorrelation).toBeCloseTo(correlation, 8);
      expect(items[item]?.alphaIfDropped).toBeCloseTo(fixtures.alphaIfDropped[item] ?? 0, 8);
    });
    expect(items.map(({ itemId }) => itemId)).toEqual(fixtures.items);
    expect(items.every(({ answersSeen, fewCategories }) => answersSeen > 4 && !fewCategories)).toBe(true);
  });

  it("points out items with four answers or fewer", () => {
    const coarse = rows.map((row) => row.map((value, item) => (item === 0 ? Math.min(value, 4) : value)));
    const { consistency } = found({ items: { ...answers(0), rows: coarse } });
    if (consistency.kind !== "consistency") throw new Error(consistency.kind);
    expect(consistency.items.map(({ fewCategories }) => fewCategories)).toEqual([true, false, false, false, false]);
    expect(consistency.items[0]?.answersSeen).toBe(4);
  });

  it("hides figures of fewer than 20 people and calls those of fewer than 50 unstable", () => {
    const stability = (people: number) => {
      const { consistency } = found({ items: answers(people) });
      return consistency.kind === "consistency" ? consistency.stability : consistency;
    };
    expect(stability(19)).toEqual({ kind: "hidden", needed: 20, had: 19 });
    expect(stability(20)).toBe("unstable");
    expect(stability(49)).toBe("unstable");
    expect(stability(50)).toBe("stable");
  });

  it("has nothing to say of measures that came as one number", () => {
    expect(found().consistency).toEqual({ kind: "no-items" });
    expect(found({ items: { itemIds: ["one"], rows: rows.map(() => [1]), incomplete: 0 } }).consistency).toEqual({
      kind: "no-items",
    });
  });

  it("tells when people crowd at an end, and which end is the good one", () => {
    const ends = (range: { minimum: number; maximum: number } | null, improvement: "increase" | "decrease" | "none") =>
      found({ description: { ...bthebRequest().description, range, improvement } }).ends;
    expect(ends({ minimum: 0, maximum: 63 }, "decrease")).toMatchObject({
      ...{ kind: "ends", n: 48, stability: "unstable", goodEnd: "floor" },
      ...{ floor: { share: 0, crowded: false }, ceiling: { share: 0, crowded: false } },
    });
    expect(ends({ minimum: 0, maximum: 63 }, "increase")).toMatchObject({ goodEnd: "ceiling" });
    expect(ends({ minimum: 0, maximum: 63 }, "none")).toMatchObject({ goodEnd: null });
    expect(ends(null, "decrease")).toEqual({ kind: "no-ends" });
    const { ends: few } = found({}, ({ row }) => row < 10);
    expect(few.kind).toBe("hidden");
  });

  it("calls an end crowded from 15 % on", () => {
    const atFloor = (count: number) => {
      const { ends } = psychometrics(
        bthebRequest({ wave: 1 }),
        bthebRequest()
          .data.people.slice(0, 20)
          .map((person, at) => ({ ...person, values: [at < count ? 0 : 30] })),
      );
      return ends.kind === "ends" ? ends.floor : null;
    };
    expect(atFloor(2)).toEqual({ share: 0.1, crowded: false });
    expect(atFloor(3)).toEqual({ share: 0.15, crowded: true });
  });

  it("measures how well the scale shows change", () => {
    const { responsiveness } = found();
    if (responsiveness.kind !== "responsiveness") throw new Error(responsiveness.kind);
    expect(responsiveness).toMatchObject({ n: 45, stability: "unstable" });
    const mean = responsiveness.standardisedResponseMean;
    if (mean.kind !== "estimate") throw new Error(mean.kind);
    // R: mean(change) / sd(change).
    expect(mean.value).toBeCloseTo(-0.478219780096559, 12);
    expect(mean.interval.low).toBeLessThan(mean.value);
    expect(mean.standardError).toBeCloseTo(Math.sqrt(1 / 45 + 0.478219780096559 ** 2 / 90), 12);
    expect(responsiveness.guyatt).toEqual({ kind: "not-known", why: "no-stable-group" });
    const compared = found({ cohortId: "BtheB", comparedWith: "TAU" }).responsiveness;
    if (compared.kind !== "responsiveness" || compared.guyatt.kind !== "value") throw new Error("none");
    expect(compared.guyatt.value).toBeCloseTo(-0.850679416517918, 12);
    expect(compared.guyatt.stableN).toBe(45);
    const late = found({ cohortId: "BtheB", comparedWith: "nobody" }).responsiveness;
    expect(late).toMatchObject({ guyatt: { kind: "not-known", why: "too-few" } });
  });

  it("passes on what is known of repeating from elsewhere", () => {
    expect(found().published).toMatchObject({ value: 0.9, kind: "test-retest" });
    expect(found({ reliability: null }).published).toBeNull();
  });
});
