import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTooClose, peopleBetween, type TouchedPerson } from "./people-between";

const at = (siteId: string, before: Record<string, string>, now: Record<string, string>): TouchedPerson => ({
  siteId,
  before: new Map(Object.entries(before)),
  now: new Map(Object.entries(now)),
});
const sites = (...ids: string[]) => new Set(ids);
const same = { earlierSites: sites("a", "b"), sites: sites("a", "b") };
const come = (people: number) => Array.from({ length: people }, () => at("a", {}, { mood: "3" }));

describe("people between two releases", () => {
  it("are those who came, those who left, and those of whom something else is said", () => {
    const touched = [at("a", {}, { mood: "3" }), at("a", { mood: "3" }, {}), at("b", { mood: "3" }, { mood: "4" })];
    expect([...peopleBetween({ ...same, touched })]).toEqual([["mood", 3]]);
  });

  it("are not those who were looked at again and stayed as they were", () => {
    expect(peopleBetween({ ...same, touched: [at("a", { mood: "3" }, { mood: "3" })] }).size).toBe(0);
  });

  it("are everybody at a site that is in one of the two only, each once", () => {
    const stays = (siteId: string) => at(siteId, { mood: "2" }, { mood: "2" });
    const touched = [
      at("b", { mood: "1" }, { mood: "2" }),
      stays("b"),
      stays("b"),
      stays("a"),
      at("c", {}, { mood: "2" }),
    ];
    const pair = { earlierSites: sites("a", "b"), sites: sites("a"), touched };
    expect([...peopleBetween(pair)]).toEqual([["mood", 3]]);
  });

  it("are too few from one to one less than the threshold, in any figure", () => {
    expect([0, 1, 4, 5].map((n) => isTooClose({ ...same, touched: come(n) }, 5))).toEqual([false, true, true, false]);
    const touched = [...come(5), at("a", {}, { sleep: "1" })];
    expect(isTooClose({ ...same, touched }, 5)).toBe(true);
  });

  it("hold nothing back where nothing is hidden", () => {
    expect(isTooClose({ ...same, touched: come(1) }, 1)).toBe(false);
  });

  it("are as many from either side: the difference of two sets has no direction", () => {
    const person = fc.record({
      siteId: fc.constantFrom("a", "b", "c"),
      before: fc.option(fc.nat(2)),
      now: fc.option(fc.nat(2)),
    });
    const set = fc.uniqueArray(fc.constantFrom("a", "b", "c")).map((ids) => new Set(ids));
    fc.assert(
      fc.property(fc.array(person), set, set, (people, earlierSites, later) => {
        const entry = (value: number | null) => new Map(value === null ? [] : [["mood", String(value)]]);
        const touched = people.map(({ siteId, before, now }) => ({ siteId, before: entry(before), now: entry(now) }));
        const back = touched.map(({ siteId, before, now }) => ({ siteId, before: now, now: before }));
        const forth = { earlierSites, sites: later, touched };
        expect(peopleBetween(forth)).toEqual(
          peopleBetween({ earlierSites: later, sites: earlierSites, touched: back }),
        );
        const expected = people.filter(
          (one) => (earlierSites.has(one.siteId) ? one.before : null) !== (later.has(one.siteId) ? one.now : null),
        ).length;
        expect(peopleBetween(forth).get("mood") ?? 0).toBe(expected);
      }),
    );
  });
});
