import { findThresholdRule } from "@alongside/domain/viral-load/threshold-rules.data";
import { pairedTotal } from "@alongside/statistics/proportions/paired-table";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundsOf } from "../disclosure-control/shown-count";
import type { UsableShift } from "../share-change/usable-shift";
import { below, type Given, HIGH, LOW, type MadePerson, madeData } from "../viral-load-rows/made-data.fixture";
import { shownPeople } from "./shown-people";
import {
  DENOMINATORS,
  type StatusPair,
  shiftOf,
  statusTable,
  TESTED_STATUSES,
  type TestedStatus,
} from "./status-table";
import { suppression } from "./suppression";
import { usableTable } from "./usable-table";

const status = fc.constantFrom(...TESTED_STATUSES);
const pairs = fc.array(fc.record({ before: status, after: status }), { maxLength: 80 });

function changeOf({ preOnly, postOnly, ...rest }: ReturnType<typeof shiftOf>): number {
  return (postOnly - preOnly) / Math.max(1, pairedTotal({ preOnly, postOnly, ...rest }));
}

/** Share after less share before, of whatever may be used; null of nothing. */
function usedChange(usable: UsableShift): number | null {
  if (usable.kind === "nothing") return null;
  if (usable.kind === "cells") return changeOf(usable.table);
  return (usable.after - usable.before) / Math.max(1, usable.n);
}

describe("denominators", () => {
  it("add up to everybody, and contain whatever the unknown results may have been", () => {
    fc.assert(
      fc.property(pairs, fc.infiniteStream(fc.boolean()), (people, guesses) => {
        const table = statusTable(people);
        const guess = (known: TestedStatus) => {
          if (known === "suppressed" || known === "unsuppressed") return known;
          return guesses.next().value === true ? "suppressed" : "unsuppressed";
        };
        const completed = people.map(({ before, after }) => ({ before: guess(before), after: guess(after) }));
        const truth = changeOf(shiftOf(statusTable(completed), "tested-only"));
        const [worst, best] = [shiftOf(table, "worst"), shiftOf(table, "best")];
        expect([pairedTotal(worst), pairedTotal(best)]).toEqual([people.length, people.length]);
        expect(truth).toBeGreaterThanOrEqual(changeOf(worst) - 1e-12);
        expect(truth).toBeLessThanOrEqual(changeOf(best) + 1e-12);
        const told = people.filter(({ before, after }) => before !== "undetermined" && after !== "undetermined");
        expect(pairedTotal(shiftOf(table, "missing-unsuppressed"))).toBe(told.length);
        expect(pairedTotal(shiftOf(table, "tested-only"))).toBeLessThanOrEqual(told.length);
      }),
    );
  });

  it("keep the bounds around the exact ones whatever is hidden", () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: 2, max: 8 }), (people, threshold) => {
        const table = statusTable(people);
        const { shifts } = usableTable(table, threshold);
        const [worst, best] = [usedChange(shifts.worst), usedChange(shifts.best)];
        expect(worst === null).toBe(best === null);
        if (worst === null || best === null) return;
        expect(worst).toBeLessThanOrEqual(changeOf(shiftOf(table, "worst")) + 1e-12);
        expect(best).toBeGreaterThanOrEqual(changeOf(shiftOf(table, "best")) - 1e-12);
      }),
    );
  });
});

const LEAST = { fewest: 0, fewestAlike: 0 };
/** The people with two categories, and those with one or no result: each a kind of pair. */
const KINDS: readonly (readonly [TestedStatus, TestedStatus])[] = [
  ["suppressed", "suppressed"],
  ["suppressed", "unsuppressed"],
  ["unsuppressed", "suppressed"],
  ["unsuppressed", "unsuppressed"],
  ["suppressed", "missing"],
  ["unsuppressed", "missing"],
  ["missing", "suppressed"],
  ["missing", "missing"],
  ["unsuppressed", "undetermined"],
];

/** Every way to spread at most so many people over the kinds. */
function* truths(most: number, kinds: number): Generator<readonly number[]> {
  if (kinds === 0) {
    yield [];
    return;
  }
  for (let count = 0; count <= most; count += 1) {
    for (const rest of truths(most - count, kinds - 1)) yield [count, ...rest];
  }
}

/**
 * Whether somebody who knows the rule can tell a number of people from 1 to k - 1 exactly: any cell, any share's numerator or
 * denominator, and any difference between two of the tables.
 */
function leaks(k: number, most: number): string[] {
  const groups = new Map<string, Map<string, Set<number>>>();
  for (const counts of truths(most, KINDS.length)) {
    const people = KINDS.flatMap(([before, after], kind): StatusPair[] =>
      Array.from({ length: counts[kind] ?? 0 }, () => ({ participantId: "", siteId: "", before, after })),
    );
    const table = statusTable(people);
    const usable = usableTable(table, k, LEAST);
    const shown = shownPeople(people, k);
    // Only tables of which every possible truth is on the list.
    if (boundsOf(shown.expected).high > most) continue;
    const key = JSON.stringify([usable, shown]);
    const group = groups.get(key) ?? new Map<string, Set<number>>();
    for (const [name, value] of Object.entries(secretsOf(counts))) {
      const values = group.get(name) ?? new Set<number>();
      group.set(name, values.add(value));
    }
    groups.set(key, group);
  }
  return [...groups].flatMap(([key, seen]) =>
    [...seen].flatMap(([name, values]) => {
      const [only] = values;
      return values.size === 1 && only !== undefined && only > 0 && only < k ? [`${name} is ${only} in ${key}`] : [];
    }),
  );
}

function secretsOf(counts: readonly number[]): Record<string, number> {
  const [kept = 0, lost = 0, gained = 0, never = 0, lowOnly = 0, highOnly = 0, lateLow = 0, none = 0, vague = 0] =
    counts;
  const missing = lowOnly + highOnly + lateLow + none;
  return {
    kept,
    lost,
    gained,
    never,
    before: kept + lost,
    notBefore: gained + never,
    after: kept + gained,
    notAfter: lost + never,
    lowOnly,
    highOnly,
    lateLow,
    none,
    vague,
    missing,
    tested: kept + lost + gained + never,
    lowBefore: kept + lost + lowOnly,
    highBefore: gained + never + highOnly,
    others: missing + vague,
  };
}

describe("what is shown of a table", () => {
  it("tells nobody a small number of people, k = 3", { timeout: 120_000 }, () => {
    expect(leaks(3, 10)).toEqual([]);
  });
});

const given = fc.constantFrom<Given>(LOW, HIGH, below(1000), "missing", "died", "not-expected");
const person = fc.tuple(given, given, fc.integer({ min: 0, max: 4 }), fc.boolean()).map(
  ([before, after, site, own]): MadePerson => ({
    cohortId: own ? "own" : "other",
    siteId: `s${site}`,
    given: [before, before === "died" ? "died" : after],
  }),
);

describe("the whole analysis", () => {
  const rules = ["who-2023", "less-than-200"].flatMap((id) => findThresholdRule(id) ?? []);
  const analyse = (people: readonly MadePerson[], threshold: number, rename = (id: string) => id) => {
    const data = madeData(people);
    const renamed = {
      ...data,
      people: data.people.map((one) => ({ ...one, participantId: rename(one.participantId) })),
      rows: data.rows.map((one) => ({ ...one, participantId: rename(one.participantId) })),
    };
    return suppression({
      data: renamed,
      cohortId: "own",
      comparedWith: "other",
      wave: 1,
      rules,
      design: "cohorts",
      threshold,
    });
  };

  it("does not depend on the order or the names of people, and holds no number that is not one", () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 60 }), fc.constantFrom(1, 5), (people, threshold) => {
        const found = analyse(people, threshold);
        expect(analyse(people, threshold, (id) => `other ${id}`)).toEqual(found);
        const text = JSON.stringify(found, (_, value) =>
          typeof value === "number" && !Number.isFinite(value) ? "not a number" : value,
        );
        expect(text).not.toContain("not a number");
        expect(JSON.parse(text)).toEqual(found);
        // Sums over people in another order differ in the last digit; numbers of people do not.
        const turned = analyse(people.toReversed(), threshold);
        expect(turned.rules.map(({ own }) => own)).toEqual(found.rules.map(({ own }) => own));
      }),
      { numRuns: 60 },
    );
  });

  it("turns around with the cohorts", () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 10, maxLength: 60 }), (people) => {
        const swapped = people.map((one) => ({ ...one, cohortId: one.cohortId === "own" ? "other" : "own" }));
        const [first, second] = [analyse(people, 1).rules[0]?.compared, analyse(swapped, 1).rules[0]?.compared];
        DENOMINATORS.slice(0, 2).forEach((_, index) => {
          const [a, b] = [first?.netDifference[index]?.estimate, second?.netDifference[index]?.estimate];
          expect(a?.kind).toBe(b?.kind);
          if (a?.kind !== "estimate" || b?.kind !== "estimate") return;
          expect(a.value).toBeCloseTo(-b.value, 10);
          expect(a.interval.low).toBeCloseTo(-b.interval.high, 10);
        });
        const [ratio, turned] = [first?.ratio.unadjusted, second?.ratio.unadjusted];
        if (ratio?.kind !== "estimate" || turned?.kind !== "estimate") return;
        expect(ratio.value * turned.value).toBeCloseTo(1, 6);
      }),
      { numRuns: 60 },
    );
  });
});
