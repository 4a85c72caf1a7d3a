import { findThresholdRule, THRESHOLD_RULES } from "@alongside/domain/viral-load/threshold-rules.data";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { peopleAtWaves } from "../viral-load-rows/at-waves";
import { suppressionStatus } from "../viral-load-rows/category-rule";
import {
  below,
  copies,
  type Given,
  HIGH,
  LOW,
  type MadePerson,
  madeData,
  times,
} from "../viral-load-rows/made-data.fixture";
import type { ViralLoadData } from "../viral-load-rows/viral-load-data";
import { type WaveGate, waveGate } from "./wave-gate";
import { wholePage } from "./whole-page.fixture";

const [RULE] = THRESHOLD_RULES;
const K = 5;
const SLOW = { timeout: 240_000 };

/** Every number of an answer, wherever it stands. */
function numbersOf(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(numbersOf);
}

const suppressedValue = fc.double({ min: 20, max: 1000, noNaN: true }).map(copies);
const unsuppressedValue = fc.double({ min: 1001, max: 9e6, noNaN: true }).map(copies);
const limit = fc.constantFrom(below(20), below(50));
const low = fc.oneof({ weight: 3, arbitrary: suppressedValue }, { weight: 2, arbitrary: limit });
const high = unsuppressedValue;
const absent = fc.constantFrom<Given>("missing", "not-expected");

/** So many people who go one way over the three times. */
function group(ways: readonly fc.Arbitrary<Given>[], counts: readonly number[]): fc.Arbitrary<MadePerson[]> {
  const person = fc.tuple(...ways).map((given): MadePerson => ({ given }));
  return fc.constantFrom(...counts).chain((count) => fc.array(person, { minLength: count, maxLength: count }));
}

/** Cohorts near the edge: groups of none, of a few and of enough. */
const cohort = fc
  .tuple(
    group([high, low, low], [0, 6, 12, 20]),
    group([high, high, high], [0, 6, 9, 12]),
    group([low, low, low], [0, 6, 12]),
    group([low, high, low], [0, 0, 2, 5]),
    group([low, low, high], [0, 0, 3, 6]),
    group([high, low, high], [0, 0, 2, 7]),
    group([high, absent, low], [0, 0, 0, 3, 6]),
    group([low, low, absent], [0, 0, 0, 4, 8]),
  )
  .map((groups) => groups.flat());

function gateAt(data: ViralLoadData, wave: number): WaveGate {
  return waveGate(peopleAtWaves(data, "own"), wave, RULE, K);
}

/** The data with other results at one wave for people who have one there and at the baseline. */
function withResults(
  people: readonly MadePerson[],
  wave: number,
  change: (results: readonly Given[]) => readonly Given[],
): MadePerson[] {
  const has = ({ given }: MadePerson) => typeof given[0] === "object" && typeof given[wave] === "object";
  const changed = change(people.filter(has).flatMap(({ given }) => given[wave] ?? []));
  let next = 0;
  return people.map((person) => {
    if (!has(person)) return person;
    const result = changed[next];
    next += 1;
    return { ...person, given: person.given.map((one, at) => (at === wave && result !== undefined ? result : one)) };
  });
}

describe("the whole page, for whoever may not open single results", () => {
  it("is the same whoever of those before was whom after, where the table of a time has no cells", SLOW, () => {
    let seen = 0;
    const wave = fc.constantFrom(1, 2);
    const order = fc.array(fc.nat(), { minLength: 100, maxLength: 100 });
    fc.assert(
      fc.property(cohort, wave, order, (people, at, keys) => {
        const data = madeData(people);
        const gate = gateAt(data, at);
        if (gate.reach === "cells" || data.waves.length < 3) return;
        const turned = madeData(
          withResults(people, at, (results) =>
            results
              .map((result, index) => ({ result, key: keys[index % keys.length] ?? 0 }))
              .toSorted((a, b) => a.key - b.key)
              .map(({ result }) => result),
          ),
        );
        const after = gateAt(turned, at);
        if (after.reach !== gate.reach || after.level !== gate.level) return;
        seen += 1;
        expect(wholePage(turned, K)).toEqual(wholePage(data, K));
      }),
      { numRuns: 120, seed: 20261122 },
    );
    expect(seen).toBeGreaterThan(10);
  });

  it("is the same whatever the results were, where the table of a time shows nothing", SLOW, () => {
    let seen = 0;
    fc.assert(
      fc.property(cohort, fc.constantFrom(1, 2), fc.infiniteStream(fc.oneof(low, high)), (people, at, results) => {
        const data = madeData(people);
        if (gateAt(data, at).reach !== "nothing" || data.waves.length < 3) return;
        const other = madeData(withResults(people, at, (before) => before.map(() => results.next().value ?? LOW)));
        if (gateAt(other, at).reach !== "nothing") return;
        seen += 1;
        expect(wholePage(other, K)).toEqual(wholePage(data, K));
      }),
      { numRuns: 120, seed: 20261122 },
    );
    expect(seen).toBeGreaterThan(5);
  });

  it("holds nobody's result, and no bar of a few", SLOW, () => {
    fc.assert(
      fc.property(cohort, (people) => {
        const data = madeData(people);
        const page = wholePage(data, K);
        const numbers = new Set(numbersOf(page));
        const results = data.rows.flatMap(({ result }) =>
          result.kind === "quantified" ? [result.copiesPerMl, Math.log10(result.copiesPerMl)] : [],
        );
        // Round numbers may be anything.
        const told = results.filter((one) => numbers.has(one) && Math.abs(one * 10 - Math.round(one * 10)) > 1e-9);
        expect(told).toEqual([]);
        for (const { level } of page.waves) {
          for (const side of [level.own.before, level.own.after]) {
            const bars = "kind" in side ? [] : side.histogram;
            expect(bars.filter(({ count }) => count > 0 && count < K)).toEqual([]);
          }
        }
        expect(page.ways.nodes.filter(({ count }) => count.kind !== "exact" || count.n < K)).toEqual([]);
        expect(page.ways.flows.filter(({ count }) => count.kind !== "exact" || count.n < K)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("has no share under another rule in its bars that the table of that rule hides", SLOW, () => {
    fc.assert(
      fc.property(cohort, (people) => {
        const data = madeData(people);
        for (const { wave, rules, level } of wholePage(data, K).waves) {
          for (const [, beside] of rules) {
            const rule = findThresholdRule(beside?.rule.id ?? "");
            if (rule === undefined || beside?.own.figures[0]?.n !== null) continue;
            const limitOf = rule.categories.findLast(({ category }) => category === "suppressed")?.upTo ?? 0;
            for (const [side, at] of [
              [level.own.before, 0],
              [level.own.after, wave],
            ] as const) {
              if ("kind" in side || side.histogram.length === 0) continue;
              const cut = Math.log10(limitOf);
              const least = sum(side.histogram.filter(({ to }) => to !== null && to < cut));
              const across = sum(
                side.histogram.filter(({ from, to }) => (from ?? -9) < cut && (to ?? 9) >= cut && from !== to),
              );
              const truth = peopleAtWaves(data, "own").filter(({ waves }) => {
                const [first, last] = [waves[0], waves[wave]];
                const own = waves[at];
                if (first?.kind !== "result" || last?.kind !== "result" || own?.kind !== "result") return false;
                return suppressionStatus(own.row.result, rule) === "suppressed";
              }).length;
              // Either the bars leave it open, or it is none, all or many, as bars are.
              if (across === 0) expect(truth === 0 || truth >= K || least === 0).toBe(true);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

function sum(bars: readonly { readonly count: number }[]): number {
  return bars.reduce((total, { count }) => total + count, 0);
}

describe("every truth of up to eleven people", () => {
  const kinds: readonly (readonly [Given, Given])[] = [
    [LOW, LOW],
    [LOW, HIGH],
    [HIGH, LOW],
    [HIGH, HIGH],
    [LOW, "missing"],
    [HIGH, "missing"],
  ];

  function* truths(most: number, left: number): Generator<readonly number[]> {
    if (left === 0) {
      yield [];
      return;
    }
    for (let count = 0; count <= most; count += 1) {
      for (const rest of truths(most - count, left - 1)) yield [count, ...rest];
    }
  }

  it("leaves no small number that the page as a whole would tell, k = 3", SLOW, () => {
    const groups = new Map<string, Map<string, Set<number>>>();
    for (const counts of truths(11, kinds.length)) {
      const people = kinds.flatMap((given, kind) => times(counts[kind] ?? 0, { given }));
      // Under ten nothing but numbers of people is shown, which the test of the table alone goes through.
      if (people.length < 10) continue;
      const page = wholePage(madeData(people), 3);
      const [first] = page.waves[0]?.rules[0] ?? [];
      const expected = first?.own.people.expected;
      if (expected?.kind !== "exact") continue;
      const key = JSON.stringify(page);
      const group = groups.get(key) ?? new Map<string, Set<number>>();
      const [kept = 0, lost = 0, gained = 0, never = 0, lowOnly = 0, highOnly = 0] = counts;
      const secrets = { kept, lost, gained, never, lowOnly, highOnly, before: kept + lost, after: kept + gained };
      for (const [name, value] of Object.entries(secrets)) {
        group.set(name, (group.get(name) ?? new Set<number>()).add(value));
      }
      groups.set(key, group);
    }
    const told = [...groups.values()].flatMap((group) =>
      [...group].flatMap(([name, values]) => {
        const [only] = values;
        return values.size === 1 && only !== undefined && only > 0 && only < 3
          ? [`${name} is ${only} in ${[...group].map(([a, b]) => `${a}:${[...b]}`)}`]
          : [];
      }),
    );
    expect(told.slice(0, 20)).toEqual([]);
  });
});
