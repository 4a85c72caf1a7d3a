import { describe, expect, it } from "vitest";
import { attrition } from "../attrition/attrition";
import { cohortCounts } from "../change/cohort-counts";
import { suppressCount } from "../disclosure-control/shown-count";
import { bthebRequest } from "../outcome/btheb-request.fixture";
import type { OutcomeRequest } from "../outcome/outcome-request";
import { countedPeople } from "./counted-people";
import type { PersonSeries } from "./person-series";

/** Where people are scored: at the baseline, at the first and at the second time after it. */
const PATTERNS = ["---", "b--", "bx-", "b-x", "bxx", "-x-", "--x", "-xx"] as const;
const TIMES = [0, 1, 2];
const WAVES = TIMES.map((at) => ({ timepointId: `w${at}`, label: "", targetDay: at }));
const isScored = (pattern: string | undefined, wave: number) => pattern?.[wave] !== "-";

function peopleOf(numbers: readonly number[]): readonly PersonSeries[] {
  return PATTERNS.flatMap((pattern, at) =>
    Array.from({ length: numbers[at] ?? 0 }, (): PersonSeries => {
      const values = TIMES.map((wave) => (isScored(pattern, wave) ? 5 : null));
      const states = values.map((value) => (value === null ? ("not-expected" as const) : ("scored" as const)));
      return { row: at, cohortId: "A", siteId: "s", volunteerId: null, standing: "active", values, states };
    }),
  );
}

/** What the Change page says of these people. */
function changePage(numbers: readonly number[], k: number) {
  const scored = (...waves: readonly number[]) =>
    numbers.filter((_, at) => waves.every((wave) => isScored(PATTERNS[at], wave))).reduce((sum, n) => sum + n, 0);
  const none = { sum: "0", sumSquares: "0", sumX: "0", sumY: "0", sumXX: "0", sumYY: "0", sumXY: "0" };
  const cells = WAVES.map(({ timepointId }, wave) => {
    const cell = { measure: "m", cohortId: "A", siteId: "s", timepointId, unscored: 0, ...none };
    return [timepointId, { ...cell, n: scored(wave), pairs: wave === 0 ? 0 : scored(0, wave) }] as const;
  });
  const enrolled = numbers.reduce((sum, n) => sum + n, 0);
  const counts = cohortCounts(enrolled, new Map([["m", new Map(cells)]]), "w0", k);
  return {
    enrolled: counts.enrolled,
    scored: WAVES.map(({ timepointId }) => counts.scored("m", timepointId)),
    paired: WAVES.slice(1).map(({ timepointId }) => counts.paired("m", timepointId)),
  };
}

/** Everything on the Change page, on the page of one outcome and in its script that says how many people there are. */
function look(numbers: readonly number[], wave: number, k: number) {
  const change = changePage(numbers, k);
  const baseline = change.scored[0] ?? { kind: "exact", n: 0 };
  const request: OutcomeRequest = bthebRequest({
    data: { measure: "m", waves: WAVES, people: peopleOf(numbers) },
    ...{ cohortId: "A", comparedWith: null, items: null, wave, threshold: k },
    shown: { A: { enrolled: change.enrolled, baseline } },
  });
  const counted = countedPeople(request);
  const people = counted.request.data.people;
  // What a row shows of a person: where there is a score.
  const patternOf = ({ values }: PersonSeries) =>
    values.map((value, at) => (value === null ? "-" : "bxx"[at])).join("");
  // Rows of people without any score stand in the script where everybody may be counted.
  const everybody = counted.everybody("A") && change.enrolled.kind === "exact";
  const drawn = PATTERNS.map((pattern) =>
    pattern === "---" && !everybody ? 0 : people.filter((person) => patternOf(person) === pattern).length,
  );
  return { change, drawn, page: attrition(request, counted) };
}

/** Every list of so many counts that add up to at most so much. */
function* lines(length: number, most: number): Generator<number[]> {
  if (length === 0) {
    yield [];
    return;
  }
  for (let first = 0; first <= most; first += 1) {
    for (const rest of lines(length - 1, most - first)) yield [first, ...rest];
  }
}

/** Of so many people with each pattern, how many are scored at these times. */
function scoredAt(numbers: readonly number[], ...waves: readonly number[]): number {
  return numbers.filter((_, at) => waves.every((wave) => isScored(PATTERNS[at], wave))).reduce((sum, n) => sum + n, 0);
}

describe("what is drawn, said and carried by the script together", () => {
  it.each([
    [3, 1],
    [3, 2],
  ])(
    "lets nobody tell a small number of scores that are not drawn (threshold %i, time %i)",
    (k, wave) => {
      const most = 9;
      const worlds = new Map<string, { readonly unseen: readonly number[]; readonly size: number }[]>();
      for (const numbers of lines(PATTERNS.length, most)) {
        const { change, drawn, page } = look(numbers, wave, k);
        // The page opens only where the Change page says how many have both scores.
        const both = change.paired[wave - 1];
        if (both?.kind !== "exact" || both.n < k) continue;
        // Everybody whose scores are in a mean of people with both is drawn, and of everybody scored at a time, where the
        // Change page has their mean, all or all but as many as may be counted.
        for (const later of [1, 2]) expect(scoredAt(drawn, 0, later)).toBe(scoredAt(numbers, 0, later));
        const unseen = TIMES.map((at) => scoredAt(numbers, at) - scoredAt(drawn, at));
        unseen.forEach((count, at) => {
          if (change.scored[at]?.kind !== "exact") return;
          expect(suppressCount(count, k).kind, `${numbers} at ${at}`).toBe("exact");
        });
        const { flow, byLastWave, missingShare, bySite } = page;
        const groups = byLastWave.map(({ people }) => people);
        const key = JSON.stringify([change, drawn, flow, groups, missingShare, bySite]);
        const size = numbers.reduce((sum, n) => sum + n, 0);
        worlds.set(key, [...(worlds.get(key) ?? []), { unseen, size }]);
      }
      expect(worlds.size).toBeGreaterThan(100);
      for (const [key, group] of worlds) {
        // What looks like this may be larger than the largest looked at.
        if (group.some(({ size }) => size > most - 2 * (k - 1))) continue;
        for (const at of TIMES) {
          const values = new Set(group.map(({ unseen }) => unseen[at]));
          const [only = 0] = values;
          if (values.size === 1) expect(only === 0 || only >= k, `${only} at ${at} in ${key}`).toBe(true);
        }
      }
    },
    120_000,
  );

  it("never says a range that excludes what is drawn", () => {
    // Of 84 with a baseline two have the second score only: 82 and 10 with both scores on the Change page.
    const { change, drawn, page } = look([0, 0, 74, 2, 8, 0, 0, 0], 2, 5);
    expect(change.scored[0]).toEqual({ kind: "range", low: 83, high: 86 });
    expect(drawn.reduce((sum, n) => sum + n, 0)).toBe(84);
    expect(page.flow.waves.map(({ scorable }) => scorable)).toEqual([
      { kind: "range", low: 84, high: 86 },
      { kind: "exact", n: 82 },
      { kind: "exact", n: 10 },
    ]);
  });
});
