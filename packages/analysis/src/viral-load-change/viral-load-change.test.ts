import { normalQuantile } from "@alongside/statistics/distribution/normal";
import type { Estimate } from "@alongside/statistics/estimate";
import { describe, expect, it } from "vitest";
import { rule } from "../suppression/analysed.fixture";
import { below, copies, type MadePerson, madeData, times } from "../viral-load-rows/made-data.fixture";
import fixtures from "../viral-load-rows/viral-load.fixtures.json";
import type { ViralLoadReading } from "../viral-load-rows/viral-load-data";
import { changeMeaning } from "./change-meaning";
import { type ViralLoadChangeRequest, viralLoadChange } from "./viral-load-change";

const { cd4 } = fixtures;

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

/** CD4 counts of 20 people with limits laid over them, as the reference script does. */
const CD4: readonly MadePerson[] = cd4.before.map((before, row) => {
  const limit = cd4.limits[row] ?? 0;
  const reading = (value: number): ViralLoadReading => {
    if (value < limit) return below(limit);
    return value > cd4.upper ? { kind: "above", limit: cd4.upper } : copies(value);
  };
  return { given: [reading(before), reading(cd4.after[row] ?? 0)] };
});

describe("change of pairs", () => {
  it("agrees with a likelihood integrated numerically in R, limits on both sides", () => {
    const found = change(CD4);
    const shown = must(found.own.change);
    const { coefficients, se } = cd4.random;
    expect(shown.method).toBe("random-intercept-tobit");
    expect(shown.value).toBeCloseTo(coefficients[1] ?? Number.NaN, 5);
    // R's Hessian is by differences.
    expect(shown.standardError).toBeCloseTo(se[1] ?? Number.NaN, 4);
    expect(shown.interval.high - shown.value).toBeCloseTo(1.959963984540054 * shown.standardError, 10);
    expect(shown.n).toBe(20);
    const marginal = must(found.own.marginal);
    expect(marginal.value).toBeCloseTo(cd4.robust.value, 8);
    expect(marginal.standardError).toBeCloseTo(cd4.robust.se, 8);
    expect(found.own.gate).toBe("mean");
    expect(found.frame.claim.level).toBe(1);
    expect(found.frame.estimand).toMatchObject({
      summary: "mean-change",
      measure: "laboratory/viral-load",
      rule: null,
    });
    // Everybody has both, with one kind of specimen.
    expect(found.own.everybody).toBeNull();
    expect(found.own.sameSpecimen).toBeNull();
  });

  it("agrees with R on the difference of two cohorts' changes", () => {
    const people = CD4.map((person, row) => ({ ...person, cohortId: (row + 1) % 2 === 0 ? "own" : "other" }));
    const found = change(people, { comparedWith: "other" });
    const shown = must(found.compared?.changeDifference);
    const { coefficients, se } = cd4.interaction;
    expect(shown.value).toBeCloseTo(coefficients[3] ?? Number.NaN, 5);
    expect(shown.standardError).toBeCloseTo(se[3] ?? Number.NaN, 4);
    expect(found.compared?.frame.claim.level).toBe(2);
    // Values above a limit cannot be turned around for the test by ranks.
    expect(found.compared?.ranks).toMatchObject({ kind: "insufficient-data", reason: "not-identifiable" });
    const turned = change(people, { cohortId: "other", comparedWith: "own" });
    expect(must(turned.compared?.changeDifference).value).toBeCloseTo(-shown.value, 6);
    expect(must(turned.compared?.afterDifference).value).toBeCloseTo(-must(found.compared?.afterDifference).value, 6);
  });

  it("says what a change means: percent, and the noise of the assay", () => {
    const fall = (from: number, to: number) =>
      change(
        Array.from({ length: 40 }, (_, row) => ({
          // A spread of its own for each person, and a little between the two results.
          given: [copies(from * 10 ** ((row % 8) / 4)), copies(to * 10 ** ((row % 8) / 4 + (row % 5) / 50))],
        })),
      ).own;
    const tenth = fall(10_000, 1000);
    const shown = must(tenth.change);
    expect(shown.value).toBeCloseTo(-0.96, 6);
    expect(tenth.meaning?.percentFall.value).toBeCloseTo(100 * (1 - 10 ** -0.96), 5);
    expect(tenth.meaning?.percentFall.low).toBeCloseTo(100 * (1 - 10 ** shown.interval.high), 10);
    expect(tenth.meaning?.percentFall.high).toBeCloseTo(100 * (1 - 10 ** shown.interval.low), 10);
    expect(tenth.meaning?.noise).toBe("beyond");
    expect(fall(10_000, 8000).meaning?.noise).toBe("within");
    const across = { ...shown, interval: { low: -0.7, high: -0.3, level: 0.95 } };
    expect(changeMeaning(across)?.noise).toBe("unclear");
    expect(changeMeaning({ ...across, interval: { low: 0.5, high: 0.9, level: 0.95 } })?.noise).toBe("beyond");
    expect(changeMeaning({ ...across, interval: { low: -0.5, high: 0.4, level: 0.95 } })?.noise).toBe("unclear");
    expect(changeMeaning({ ...across, interval: { low: -0.49, high: 0.49, level: 0.95 } })?.noise).toBe("within");
    expect(changeMeaning({ kind: "suppressed", rule: "small-count" })).toBeNull();
    const rise = fall(1000, 10_000);
    expect(rise.meaning?.percentFall.value).toBeLessThan(-900);
    expect(rise.meaning?.times.value).toBeCloseTo(10 ** must(rise.change).value, 10);
    expect(rise.meaning?.times.low).toBeCloseTo(10 ** must(rise.change).interval.low, 10);
    expect(rise.meaning?.times.high).toBeCloseTo(10 ** must(rise.change).interval.high, 10);
  });

  it("compares substitution, without making a result of it", () => {
    const { substitution } = change(CD4).own;
    if (substitution?.kind !== "substitution") throw new Error("None");
    const mean = (shift: number, values: readonly number[]) =>
      values.reduce((sum, value, row) => {
        const limit = cd4.limits[row] ?? 0;
        const taken = value < limit ? Math.log10(limit) - shift : Math.log10(Math.min(value, cd4.upper));
        return sum + taken / values.length;
      }, 0);
    const expected = (shift: number) => mean(shift, cd4.after) - mean(shift, cd4.before);
    expect(substitution.limit).toBeCloseTo(expected(0), 10);
    expect(substitution.half).toBeCloseTo(expected(Math.log10(2)), 10);
    expect(substitution.overRootTwo).toBeCloseTo(expected(Math.log10(Math.SQRT2)), 10);
  });

  it("flags changes of specimen, and leaves them out beside", () => {
    const people = CD4.map((person, row) =>
      row < 6 ? { ...person, specimens: ["dried-blood-spot", "plasma"] } : person,
    );
    const found = change(people);
    expect(found.own.people.switched).toEqual({ kind: "exact", n: 6 });
    expect(must(found.own.sameSpecimen).value).toBeCloseTo(must(change(CD4.slice(6)).own.change).value, 8);
    expect(found.frame.assumptions.find(({ id }) => id === "same-specimen")?.status).toBe("warn");
    expect(change(CD4).frame.assumptions.find(({ id }) => id === "same-specimen")?.status).toBe("pass");
    // Four of twenty could be worked out from the two means.
    const few = people.map((person, row) => (row < 4 ? person : { given: person.given }));
    expect(change(few, { threshold: 5 }).own.sameSpecimen).toMatchObject({ kind: "suppressed" });
  });

  it("adds those with one result, unless they are a few", () => {
    const single = times(6, { given: [copies(400), "missing"] });
    const found = change([...CD4, ...single]);
    expect(found.own.people.oneResult).toEqual({ kind: "exact", n: 6 });
    expect(must(found.own.everybody).n).toBe(26);
    expect(must(found.own.change).value).toBeCloseTo(must(change(CD4).own.change).value, 10);
    expect(change([...CD4, ...single.slice(0, 3)], { threshold: 5 }).own.everybody).toMatchObject({
      kind: "suppressed",
    });
  });
});

describe("the gate", () => {
  /** Of 40 people after, so many below the limit; before, nobody. */
  const people = (censored: number) =>
    Array.from({ length: 40 }, (_, row): MadePerson => {
      const start = 3 + ((row * 7) % 40) / 20;
      return { given: [copies(10 ** start), row < censored ? below(50) : copies(10 ** (start - 1))] };
    });

  it.each([
    [20, "mean", "estimate", null],
    [21, "quantiles-only", "withheld", "over-half-censored"],
    [32, "quantiles-only", "withheld", "over-half-censored"],
    [33, "shares-only", "withheld", "over-four-fifths-censored"],
  ] as const)("with %s of 40 below the limit says %s", (censored, gate, kind, rule) => {
    const { own } = change(people(censored));
    expect(own.gate).toBe(gate);
    expect(own.change.kind).toBe(kind);
    expect(own.marginal.kind).toBe(kind);
    if (rule !== null) expect(own.change).toEqual({ kind: "withheld", rule });
    if (rule !== null) expect(own.meaning).toBeNull();
    const after = own.after;
    if ("kind" in after) throw new Error(after.kind);
    expect(must(after.belowLimit).value).toBeCloseTo(censored / 40, 12);
    expect(after.quartiles === null).toBe(gate === "shares-only");
    // A quartile that lies under the limit is not made up.
    if (gate === "quantiles-only") expect(after.quartiles?.[0]).toBeNull();
  });

  it("holds for both cohorts of a difference", () => {
    const both = [...people(5), ...people(25).map((person) => ({ ...person, cohortId: "other" }))];
    const found = change(both, { comparedWith: "other" });
    expect(found.own.change.kind).toBe("estimate");
    expect(found.compared?.changeDifference).toEqual({ kind: "withheld", rule: "over-half-censored" });
    expect(found.compared?.afterDifference.kind).toBe("withheld");
    expect(found.compared?.ranks.kind).toBe("test");
  });

  it("withholds means when many a limit is unknown, since leaving the lowest out would raise them", () => {
    const unknown: MadePerson = { given: [copies(5000), { kind: "not-detected", limit: null }] };
    const with1 = change([...people(5), unknown]);
    expect(with1.own.people.limitUnknown).toEqual({ kind: "exact", n: 1 });
    expect(with1.own.change.kind).toBe("estimate");
    const with3 = change([...people(5), ...times(3, unknown)]);
    expect(with3.own.change).toEqual({ kind: "withheld", rule: "limits-unknown" });
    // "Not detected" by a method with a known limit is a value below it.
    const known = people(5).map(
      ({ given: [first] }, row): MadePerson => ({
        given: [
          first ?? "missing",
          row < 5 ? { kind: "not-detected", limit: 50 } : copies(10 ** (2 + ((row * 7) % 40) / 20)),
        ],
      }),
    );
    expect(must(change(known).own.change).value).toBeCloseTo(must(change(people(5)).own.change).value, 8);
  });

  it("points out two humps", () => {
    const humps = Array.from({ length: 60 }, (_, row): MadePerson => {
      const spread = 10 ** ((row % 6) / 30);
      return { given: [copies(100_000 * spread), row % 2 === 0 ? copies(30 * spread) : copies(80_000 * spread)] };
    });
    const { own, frame } = change(humps);
    expect(own.twoHumps).toBe(true);
    expect(frame.assumptions.find(({ id }) => id === "normal-logarithm")?.status).toBe("fail");
    expect(change(people(5)).own.twoHumps).toBe(false);
    // One heap cut off at the limit is not two, although two fifths of the values stand at one number.
    const heap = Array.from({ length: 100 }, (_, row): MadePerson => {
      const log = 2 + 1.2 * normalQuantile((row + 0.5) / 100);
      return { given: [copies(10 ** (log + 2 + (row % 3) / 10)), log < 1.7 ? below(50) : copies(10 ** log)] };
    });
    const cut = change(heap).own.after;
    if ("kind" in cut) throw new Error(cut.kind);
    expect(must(cut.belowLimit).value).toBe(0.4);
    expect(cut.hump?.coefficient).toBeGreaterThan(5 / 9);
    expect(cut.hump?.ofOneHeap).toBeCloseTo(cut.hump?.coefficient ?? 0, 2);
    expect(cut.hump?.two).toBe(false);
    const after = own.after;
    if ("kind" in after) throw new Error(after.kind);
    expect(after.histogram.map(({ from, to, count }) => [from, to, count])).toEqual([
      [1, 1.5, 10],
      [1.5, 2, 20],
      ...[2, 2.5, 3, 3.5, 4].map((from) => [from, from + 0.5, 0]),
      [4.5, 5, 10],
      [5, 5.5, 20],
    ]);
    // Joined with its neighbours until nobody stands alone.
    const joined = change(humps, { threshold: 11 }).own.after;
    if ("kind" in joined) throw new Error(joined.kind);
    expect(joined.histogram.filter(({ count }) => count > 0).map(({ count }) => count)).toEqual([30, 30]);
  });
});

describe("nobody", () => {
  it("has nothing to say of nobody", () => {
    const none = change([{ given: ["missing", "missing"] }]);
    expect(none.own).toMatchObject({ gate: "no-values", change: { kind: "insufficient-data", reason: "too-few" } });
    expect(none.own.substitution).toBeNull();
  });
});
