import { findThresholdRule } from "@alongside/domain/viral-load/threshold-rules.data";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundsOf } from "../disclosure-control/shown-count";
import { below, type Given, HIGH, LOW, type MadePerson, madeData, times } from "../viral-load-rows/made-data.fixture";
import { transitions } from "./transitions";

const found = findThresholdRule("who-2023");
const other = findThresholdRule("less-than-200");
if (found === undefined || other === undefined) throw new Error("No rule");
const [rule, stricter] = [found, other];
const NONE: Given = { kind: "not-detected", limit: 40 };

function shown(people: readonly MadePerson[], threshold = 1, by = rule) {
  return transitions({ data: madeData(people), cohortId: "own", rule: by, threshold });
}

describe("transitions", () => {
  it("counts every way, with missing, undetermined and dead as states of their own", () => {
    const people = [
      ...times(6, { given: [HIGH, NONE, NONE] }),
      ...times(7, { given: [HIGH, LOW, "missing"] }),
      ...times(8, { given: [HIGH, "missing", "died"] }),
      ...times(9, { given: [LOW, below(1000), "not-expected"] }),
    ];
    const { nodes, flows, hiddenFrom, rule: named } = shown(people);
    expect(named.id).toBe("who-2023");
    expect(hiddenFrom).toEqual([]);
    const list = nodes.map(({ wave, state, count }) => [wave, state, boundsOf(count).low]);
    expect(list).toEqual([
      [0, "suppressed", 9],
      [0, "unsuppressed", 21],
      [1, "undetectable", 6],
      [1, "suppressed", 16],
      [1, "missing", 8],
      [2, "undetectable", 6],
      [2, "missing", 7],
      [2, "died", 8],
      [2, "not-expected", 9],
    ]);
    expect(flows.filter(({ from }) => from === 0)).toEqual([
      { from: 0, before: "suppressed", after: "suppressed", count: { kind: "exact", n: 9 } },
      { from: 0, before: "unsuppressed", after: "undetectable", count: { kind: "exact", n: 6 } },
      { from: 0, before: "unsuppressed", after: "suppressed", count: { kind: "exact", n: 7 } },
      { from: 0, before: "unsuppressed", after: "missing", count: { kind: "exact", n: 8 } },
    ]);
    const strict = shown(people, 1, stricter);
    expect(strict.nodes.find(({ wave, state }) => wave === 1 && state === "undetermined")?.count).toEqual({
      kind: "exact",
      n: 9,
    });
    expect(strict.frame.assumptions[0]?.status).toBe("warn");
  });

  it("keeps the bars where flows would show a few, and hides both where the bars would", () => {
    const flowing = (few: number) => [
      ...times(20, { given: [HIGH, LOW] }),
      ...times(few, { given: [LOW, HIGH] }),
      ...times(12, { given: [LOW, LOW] }),
      ...times(10, { given: [HIGH, HIGH] }),
    ];
    const hidden = shown(flowing(3), 5);
    expect(hidden).toMatchObject({ flows: [], hiddenFrom: [0], people: { kind: "exact", n: 45 } });
    expect(hidden.nodes.every(({ count }) => count.kind === "exact")).toBe(true);
    expect(shown(flowing(5), 5).flows).toHaveLength(4);
    const smallBar = shown([...flowing(5), ...times(2, { given: [HIGH, "missing"] })], 5);
    expect(smallBar).toMatchObject({ nodes: [], flows: [], hiddenWaves: [0, 1] });
    expect(smallBar.people).toEqual({ kind: "range", low: 48, high: 51 });
    expect(shown(times(4, { given: [HIGH, LOW] }), 5)).toMatchObject({ nodes: [], flows: [], hiddenWaves: [0, 1] });
  });

  it("hides the bars of a time whose table is hidden, and keeps those of the others", () => {
    const people = [
      ...times(20, { given: [HIGH, LOW, "not-expected"] }),
      ...times(20, { given: [HIGH, HIGH, "not-expected"] }),
      ...times(13, { given: [LOW, LOW, "not-expected"] }),
      ...times(7, { given: [LOW, LOW, LOW] }),
    ];
    const few = shown(people, 5);
    expect(few.hiddenWaves).toEqual([2]);
    expect(new Set(few.nodes.map(({ wave }) => wave))).toEqual(new Set([0, 1]));
    expect(new Set(few.flows.map(({ from }) => from))).toEqual(new Set([0]));
    expect(few.hiddenFrom).toEqual([1]);
    expect(few.awaiting).toEqual([0, 1].map((wave) => ({ wave, count: { kind: "exact", n: 0 } })));
    expect(shown(people).hiddenWaves).toEqual([]);
  });

  it("adds up to the cohort at every wave and between waves", () => {
    const given = fc.constantFrom<Given>(LOW, HIGH, NONE, below(1000), "missing", "died", "not-expected");
    fc.assert(
      fc.property(fc.array(fc.tuple(given, given, given), { maxLength: 50 }), (people) => {
        const { nodes, flows } = shown(people.map((one) => ({ given: one })));
        const total = (counts: readonly { readonly count: { readonly kind: string } }[]) =>
          counts.reduce((sum, { count }) => sum + ("n" in count ? Number(count.n) : Number.NaN), 0);
        if (people.length === 0) return;
        for (const wave of [0, 1, 2]) expect(total(nodes.filter((one) => one.wave === wave))).toBe(people.length);
        for (const from of [0, 1]) expect(total(flows.filter((one) => one.from === from))).toBe(people.length);
        for (const { wave, state, count } of nodes.filter((one) => one.wave === 1)) {
          expect(total(flows.filter((one) => one.from === wave - 1 && one.after === state))).toBe(boundsOf(count).low);
          expect(total(flows.filter((one) => one.from === wave && one.before === state))).toBe(boundsOf(count).low);
        }
      }),
    );
  });
});
