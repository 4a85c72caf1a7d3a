import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { followsFromSets, peopleApart, type ReleasedSet } from "./sets-between";

const K = 5;
/** People by number who are in a group, each with the figure of everybody there. */
const group = (from: number, until: number): ReleasedSet =>
  new Map(Array.from({ length: until - from }, (_, at) => [`p${from + at}`, new Map([["enrolled", ""]])]));
const both = (...sets: readonly ReleasedSet[]): ReleasedSet => new Map(sets.flatMap((set) => [...set]));

describe("followsFromSets", () => {
  it.each<[name: string, asked: ReleasedSet, earlier: readonly ReleasedSet[], follows: boolean]>([
    ["the same again", group(0, 20), [group(0, 20)], false],
    ["another with nobody in common", group(20, 40), [group(0, 20)], false],
    ["four people more", group(0, 24), [group(0, 20)], true],
    ["five people more", group(0, 25), [group(0, 20)], false],
    ["four people less", group(0, 16), [group(0, 20)], true],
    ["two other people: one left and one came", group(1, 21), [group(0, 20)], true],
    ["nearly two released together", group(0, 41), [group(0, 20), group(20, 40)], true],
    ["a part that leaves few of a whole", group(0, 20), [group(0, 43), group(20, 40)], true],
    ["a part that leaves enough of a whole", group(0, 20), [group(0, 45), group(20, 40)], false],
    ["nearly two that share people", group(0, 31), [group(0, 20), group(10, 30)], false],
  ])("%s", (_name, asked, earlier, follows) => {
    expect(followsFromSets(asked, earlier, K)).toBe(follows);
  });

  it("looks at each figure: of five more people one alone was scored", () => {
    const more = new Map(group(20, 25));
    more.set(
      "p20",
      new Map([
        ["enrolled", ""],
        ["phq9 end", "7"],
      ]),
    );
    expect(followsFromSets(both(group(0, 20), more), [group(0, 20)], K)).toBe(true);
  });

  it("notices another value of somebody who is in both", () => {
    const scored = (value: string): ReleasedSet =>
      new Map(
        [...group(0, 20).keys()].map((person) => [person, new Map([["phq9 end", person === "p3" ? value : "1"]])]),
      );
    expect(peopleApart(scored("1"), [scored("2")])).toEqual(new Map([["phq9 end", 1]]));
    expect(followsFromSets(scored("1"), [scored("2")], K)).toBe(true);
  });

  it("hides nothing where nothing is hidden", () => {
    expect(followsFromSets(group(0, 21), [group(0, 20)], 1)).toBe(false);
  });
});

/** Every way to add and take away at most three groups, as whoever reads them could. */
function combinations(sets: readonly ReleasedSet[]): readonly (readonly number[])[] {
  const signs = sets.reduce<readonly (readonly number[])[]>(
    (all) => all.flatMap((one) => [-1, 0, 1].map((sign) => [...one, sign])),
    [[]],
  );
  return signs.filter((one) => {
    const used = one.filter((sign) => sign !== 0).length;
    return used === 2 || used === 3;
  });
}

describe("groups that were let through", () => {
  const members = fc.array(fc.subarray(Array.from({ length: 16 }, (_, at) => `p${at}`)), {
    minLength: 2,
    maxLength: 5,
  });

  it("tell no one to four people by a sum or difference of two, nor of three of which two share nobody", () => {
    fc.assert(
      fc.property(members, (drawn) => {
        const through: ReleasedSet[] = [];
        for (const people of drawn) {
          const set: ReleasedSet = new Map(people.map((person) => [person, new Map([["enrolled", ""]])]));
          if (!followsFromSets(set, through, K)) through.push(set);
        }
        for (const signs of combinations(through)) {
          const used = through.flatMap((set, at) => (signs[at] === 0 ? [] : [{ set, sign: signs[at] ?? 0 }]));
          const plus = used.filter(({ sign }) => sign === 1);
          const minus = used.filter(({ sign }) => sign === -1);
          // A sum alone is another group's figures; one against others that share nobody is what can tell a few.
          const [whole, parts] = plus.length === 1 ? [plus, minus] : [minus, plus];
          if (whole.length !== 1 || parts.length === 0) continue;
          const seen = parts.flatMap(({ set }) => [...set.keys()]);
          if (new Set(seen).size !== seen.length) continue;
          const weight = new Map<string, number>();
          for (const { set, sign } of used) {
            for (const person of set.keys()) weight.set(person, (weight.get(person) ?? 0) + sign);
          }
          const left = [...weight.values()].filter((one) => one !== 0).length;
          expect(left === 0 || left >= K).toBe(true);
        }
      }),
    );
  });
});
