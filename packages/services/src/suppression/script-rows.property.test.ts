import { suppression } from "@alongside/analysis/suppression/suppression";
import { timeToSuppression } from "@alongside/analysis/time-to-suppression/time-to-suppression";
import { viralLoadChange } from "@alongside/analysis/viral-load-change/viral-load-change";
import { peopleAtWaves } from "@alongside/analysis/viral-load-rows/at-waves";
import { copies, type MadePerson, madeData, times } from "@alongside/analysis/viral-load-rows/made-data.fixture";
import { findThresholdRule, THRESHOLD_RULES } from "@alongside/domain/viral-load/threshold-rules.data";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LoadedRequest } from "./load-request";
import { scriptShifts } from "./script-shifts";
import { scriptTimes } from "./script-times";
import { scriptValues } from "./script-values";

const [RULE] = THRESHOLD_RULES;
const BESIDE = findThresholdRule("less-than-200") ?? RULE;
const COHORT = { id: "own", name: "Own", kind: "peer-support", active: true } as const;
const K = 5;

function requestOf(people: readonly MadePerson[], seesSingleResults: boolean): LoadedRequest {
  const data = madeData(people);
  const waves = data.waves.map(({ timepointId, label, targetDay }, position) => {
    const kind = position === 0 ? ("baseline" as const) : ("follow-up" as const);
    return { id: timepointId, code: timepointId, label, kind, position, targetDay, daysBefore: 30, daysAfter: 30 };
  });
  return {
    programme: { name: "", timeZone: "UTC", dataLabel: null, threshold: K, sites: [], cohorts: [COHORT], waves },
    loaded: { data, cascade: [], today: "2026-06-15", waveRule: "", unreadable: 0 },
    rules: [RULE, BESIDE],
    ...{ cohorts: [COHORT], cohort: COHORT, comparedWith: null, wave: 1, seesSingleResults },
    ...{ siteIds: [], several: [], notExported: { kind: "exact", n: 0 }, partOf: null, enrolled: undefined },
  };
}

function scriptOf(request: LoadedRequest) {
  const { loaded, rules, wave } = request;
  const asked = { data: loaded.data, cohortId: COHORT.id, comparedWith: null, threshold: K };
  const found = suppression({ ...asked, wave, rules, design: "single-group" });
  const timed = { ...asked, rule: RULE, confirmed: false };
  const curves = [
    timeToSuppression({ ...timed, event: "suppression" }),
    timeToSuppression({ ...timed, event: "rebound" }),
  ];
  const change = viralLoadChange({ ...asked, wave, rule: RULE, design: "single-group" });
  return {
    found,
    shifts: scriptShifts(request, found),
    values: scriptValues(request, change),
    times: scriptTimes(request, curves),
  };
}

const copiesOf = (least: number, most: number) => fc.double({ min: least, max: most, noNaN: true }).map(copies);
const [low, middle, high] = [copiesOf(20, 199), copiesOf(300, 1000), copiesOf(1001, 1e6)];
const group = (before: typeof low, after: typeof low, counts: readonly number[]) =>
  fc.constantFrom(...counts).chain((count) =>
    fc.array(
      fc.tuple(before, after).map((given): MadePerson => ({ given })),
      { minLength: count, maxLength: count },
    ),
  );
const cohort = fc
  .tuple(
    group(high, low, [6, 12, 20]),
    group(low, low, [0, 6, 12]),
    group(high, high, [0, 6, 9]),
    group(low, high, [0, 0, 2, 4, 6]),
    group(high, middle, [0, 0, 3, 7]),
    group(middle, low, [0, 0, 2, 5]),
    fc.constantFrom(0, 0, 3, 6).map((count) => times(count, { given: [copies(50_000), "missing"] })),
  )
  .map((groups) => groups.flat());

describe("rows of the script", () => {
  it("are of no table that is hidden, and of no single result for whoever may not open these", () => {
    let hidden = 0;
    fc.assert(
      fc.property(cohort, fc.boolean(), (people, opens) => {
        const { found, shifts, values, times: days } = scriptOf(requestOf(people, opens));
        found.rules.forEach(({ own }, at) => {
          const rows = shifts.rows.filter(({ rule }) => rule === at + 1);
          const [tested] = own.figures;
          const told = rows.filter(({ before, after }) => `${before}${after}`.match(/^[su]{2}$/));
          if (tested?.shift.kind !== "shift") {
            hidden += 1;
            expect(rows).toEqual([]);
            expect(shifts.figures.filter(({ name }) => name.startsWith(`shift.${at + 1}.`))).toEqual([]);
            return;
          }
          expect(told).toHaveLength(tested.n ?? 0);
          // Whoever lacks a category is in a row only where every denominator shows its cells.
          const whole = own.sharpBounds && own.figures.every(({ shift }) => shift.kind === "shift");
          if (!whole) expect(rows).toHaveLength(told.length);
        });
        const celled = found.rules[0]?.own.figures[0]?.shift.kind === "shift";
        if (!opens || !celled) {
          expect([values.rows, values.figures, days.rows, days.figures]).toEqual([[], [], [], []]);
        } else {
          const pairs = peopleAtWaves(madeData(people), COHORT.id).filter(({ waves }) =>
            waves.every(({ kind }) => kind === "result"),
          );
          expect([0, 2 * pairs.length]).toContain(values.rows.length);
        }
      }),
      { numRuns: 60 },
    );
    expect(hidden).toBeGreaterThan(20);
  }, 120_000);
});
