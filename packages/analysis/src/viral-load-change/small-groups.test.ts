import type { Estimate } from "@alongside/statistics/estimate";
import { describe, expect, it } from "vitest";
import { rule } from "../suppression/analysed.fixture";
import { below, copies, type MadePerson, madeData, times } from "../viral-load-rows/made-data.fixture";
import { type ViralLoadChangeRequest, viralLoadChange } from "./viral-load-change";

function change(people: readonly MadePerson[], given: Partial<ViralLoadChangeRequest> = {}) {
  return viralLoadChange({
    data: madeData(people),
    cohortId: "own",
    comparedWith: null,
    wave: 1,
    rule: rule("who-2023"),
    design: "cohorts",
    threshold: 1,
    ...given,
  });
}

function must(estimate: { readonly kind: string } | null | undefined) {
  if (estimate?.kind !== "estimate") throw new Error(JSON.stringify(estimate));
  return estimate as Extract<Estimate, { readonly kind: "estimate" }>;
}

describe("small groups", () => {
  /** Spread over a logarithm on either side, all with a number. */
  const spread = (count: number, from: number, to: number) =>
    Array.from({ length: count }, (_, row): MadePerson => {
      const by = 10 ** (((row * 7) % count) / count - 0.5);
      return { given: [copies(from * by), copies(to * (2 - by / 4))] };
    });

  it("says nothing under ten pairs, and no share that rests on a few", () => {
    const nine = change(spread(9, 50_000, 300), { threshold: 5 });
    expect(nine.own).toMatchObject({
      gate: "no-values",
      before: { kind: "suppressed" },
      change: { kind: "suppressed" },
      substitution: { kind: "suppressed" },
      people: { pairs: null, oneResult: null, limitUnknown: null, switched: null, awaiting: null },
      ...{ everybody: { kind: "suppressed" }, sameSpecimen: { kind: "suppressed" }, checked: { kind: "suppressed" } },
    });
    expect(nine.frame.sets).toEqual([]);
  });

  it("gives a mean without pairing where the table of suppression has no cells, and nothing where it has no shares", () => {
    const few = (lost: number) => [
      ...spread(20, 50_000, 300),
      ...spread(lost, 100, 40_000),
      ...spread(12, 200, 100),
      ...spread(9, 60_000, 30_000),
    ];
    const open = change(few(6), { threshold: 5 });
    expect(must(open.own.change)).toMatchObject({ method: "random-intercept-tobit", n: 47 });
    expect(open.own.marginal.kind).toBe("estimate");
    const { before, after } = open.own;
    if ("kind" in before || "kind" in after) throw new Error("Hidden");
    for (const { histogram } of [before, after]) {
      expect(histogram.every(({ count }) => count === 0 || count >= 5)).toBe(true);
      expect(histogram.reduce((sum, { count }) => sum + count, 0)).toBe(47);
    }
    // No bar reaches across the threshold: 18 suppressed before, 32 after.
    const under = (bars: typeof before.histogram) =>
      bars.filter(({ to }) => to !== null && to <= 3).reduce((sum, { count }) => sum + count, 0);
    expect([under(before.histogram), under(after.histogram)]).toEqual([18, 32]);
    expect(
      before.quartiles?.every((value) => value === null || Math.abs(10 * value - Math.round(10 * value)) < 1e-9),
    ).toBe(true);
    const margins = change(few(2), { threshold: 5 }).own;
    const paired = change(few(2)).own;
    const shown = must(margins.change);
    expect(shown).toMatchObject({ method: "tobit-without-pairing", n: 43 });
    expect(shown.test).toBeUndefined();
    expect(shown.value).toBeCloseTo(must(paired.marginal).value, 10);
    expect(margins).toMatchObject({ marginal: { kind: "suppressed" }, sameSpecimen: { kind: "suppressed" } });
    // Who was whom after does not matter to anything that is shown.
    const people = few(2);
    const given = people.map((one) => one.given[1] ?? "missing");
    const shuffled = people.map(
      (one, row): MadePerson => ({ given: [one.given[0] ?? "missing", given[row] ?? "missing"] }),
    );
    const swapped = shuffled.map((one, row): MadePerson => {
      const partner = row === 0 ? 1 : row === 1 ? 0 : row;
      return { given: [one.given[0] ?? "missing", given[partner] ?? "missing"] };
    });
    expect(change(swapped, { threshold: 5 }).own.change).toEqual(margins.change);
    const hidden = change([...spread(20, 50_000, 300), ...spread(3, 200, 100)], { threshold: 5 }).own;
    expect(hidden).toMatchObject({ change: { kind: "suppressed" }, before: { kind: "suppressed" }, gate: "no-values" });
  });

  it("gives nothing where a few stand between the table and the logarithms", () => {
    const people = [...spread(20, 50_000, 300), ...spread(12, 40_000, 20_000)];
    const vague = times(3, { given: [below(2000), copies(100)] });
    expect(change(people, { threshold: 5 }).own.change.kind).toBe("estimate");
    expect(change([...people, ...vague], { threshold: 5 }).own.change.kind).toBe("suppressed");
    const unknown = times(3, { given: [copies(40_000), { kind: "not-detected", limit: null }] });
    expect(change([...people, ...unknown], { threshold: 5 }).own.people.pairs).toBeNull();
  });

  it("leaves out, in a line of its own, what waits for a second person", () => {
    const people = [...spread(20, 50_000, 300), ...spread(40, 40_000, 20_000)];
    const ask = (waiting: readonly number[], threshold = 5) => {
      const data = madeData(people);
      const rows = data.rows.map((row, at) => (waiting.includes(at >> 1) ? { ...row, awaiting: true } : row));
      return change(people, { data: { ...data, rows }, threshold }).own;
    };
    const first = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);
    expect(ask([])).toMatchObject({ checked: null, people: { awaiting: { kind: "exact", n: 0 } } });
    const twenty = ask(first(20, 20));
    expect(twenty.people.awaiting).toEqual({ kind: "exact", n: 20 });
    expect(twenty.checked).toMatchObject({ kind: "estimate", n: 40 });
    // Of eight, all unsuppressed both times, it would be told that they are.
    expect(ask(first(20, 8)).checked?.kind).toBe("suppressed");
    const three = ask(first(20, 3));
    expect(three.people.awaiting?.kind).toBe("range");
    expect(three.checked?.kind).toBe("suppressed");
    expect(ask(first(20, 3), 1).checked).toMatchObject({ kind: "estimate", n: 57 });
  });
});
