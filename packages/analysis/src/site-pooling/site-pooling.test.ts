import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PersonSeries } from "../rows/person-series";
import { type PooledSites, sitePooling } from "./site-pooling";
import reference from "./site-pooling.fixtures.json";

/** Everybody at a site, with a score before and after. */
function peopleAt(siteId: string, pairs: readonly (readonly [number, number | null])[]): readonly PersonSeries[] {
  return pairs.map(([before, after], row) => ({
    ...{ row, cohortId: "c", siteId, volunteerId: null, standing: "active", values: [before, after] },
    states: ["scored", after === null ? "not-measured" : "scored"],
  }));
}
const people = reference.sites.flatMap(({ siteId, before, after }) =>
  peopleAt(
    siteId,
    before.map((value, at) => [value, after[at] ?? null]),
  ),
);
function pooled(found: PooledSites) {
  if (found.kind !== "site-pooling" || found.pooled.kind !== "estimate") throw new Error(found.kind);
  return { ...found, pooled: found.pooled };
}
const some = (count: number, shift = 1): readonly (readonly [number, number])[] =>
  Array.from({ length: count }, (_, at) => [at % 9, ((at * at) % 7) + shift]);

describe("sitePooling", () => {
  it("gives metafor's figures", () => {
    const found = pooled(sitePooling(people, 1, 10));
    const near = (value: number | undefined, expected: number) => expect(value).toBeCloseTo(expected, 6);
    near(found.pooled.value, reference.pooled);
    near(found.pooled.interval.low, reference.low);
    near(found.pooled.interval.high, reference.high);
    near(found.tau, reference.tau);
    near(found.iSquared, reference.iSquared);
    near(found.q.statistic, reference.q);
    near(found.q.pValue, reference.pValue);
    near(found.prediction?.low, reference.prediction[0] ?? Number.NaN);
    near(found.prediction?.high, reference.prediction[1] ?? Number.NaN);
    for (const { siteId, weight, without } of found.sites) {
      const at = siteId === "a" ? "a" : siteId === "b" ? "b" : "c";
      near(weight ?? Number.NaN, reference.weights[at]);
      near(without?.kind === "estimate" ? without.value : Number.NaN, reference.without[at]);
    }
  });

  it("tells small sites together, and leaves one small site out", () => {
    const large = [...peopleAt("a", some(20)), ...peopleAt("b", some(14, 2))];
    const two = pooled(sitePooling([...large, ...peopleAt("x", some(6)), ...peopleAt("y", some(5, 3))], 1, 10));
    expect(two.sites.map(({ siteId, sites, n }) => [siteId, sites, n])).toEqual([
      ["a", 1, 20],
      ["b", 1, 14],
      [null, 2, 11],
    ]);
    const one = pooled(sitePooling([...large, ...peopleAt("x", some(6))], 1, 10));
    expect(one.sites.map(({ siteId }) => siteId)).toEqual(["a", "b"]);
    expect(one.leftOut).toEqual({ sites: 1, people: 6 });
    expect(one.prediction).toBeNull();
  });

  it("says why it cannot: one site, or sites without spread", () => {
    expect(sitePooling(peopleAt("a", some(20)), 1, 10)).toMatchObject({ kind: "insufficient-data", reason: "too-few" });
    const flat = peopleAt(
      "b",
      Array.from({ length: 12 }, (_, at) => [at, at + 1]),
    );
    expect(sitePooling([...peopleAt("a", some(20)), ...flat], 1, 10)).toMatchObject({ reason: "too-few", had: 1 });
  });

  it("counts only people with both scores, and does not depend on their order", () => {
    const lost = peopleAt("a", [[9, null]]);
    expect(sitePooling([...people, ...lost], 1, 10)).toEqual(sitePooling(people, 1, 10));
    fc.assert(
      fc.property(fc.shuffledSubarray([...people], { minLength: people.length }), (shuffled) => {
        const [one, other] = [pooled(sitePooling(shuffled, 1, 10)), pooled(sitePooling(people, 1, 10))];
        expect(one.pooled.value).toBeCloseTo(other.pooled.value, 9);
        expect(one.sites.map(({ siteId }) => siteId)).toEqual(other.sites.map(({ siteId }) => siteId));
      }),
    );
  });
});
