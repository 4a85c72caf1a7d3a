import { describe, expect, it } from "vitest";
import { analyseOutcome } from "../outcome/analyse-outcome";
import { BTHEB_DATA, bthebRequest } from "../outcome/btheb-request.fixture";
import type { OutcomeRequest } from "../outcome/outcome-request";

/** The check of an outcome of which everybody's later scores are moved by so much. */
function checked(given: Partial<OutcomeRequest> = {}, shift = 0) {
  const people = BTHEB_DATA.people.map((person) => ({
    ...person,
    values: person.values.map((value, wave) => (value === null || wave === 0 ? value : value + shift)),
  }));
  const request = bthebRequest({ wave: 1, data: { ...BTHEB_DATA, people }, ...given });
  return analyseOutcome(request).nullResult;
}

/** At two months people under treatment as usual fell by 4.4 points, sd 9.2. */
const UNCLEAR = 4;

describe("nullResultCheck", () => {
  it("is there only where an interval holds 0, and only for psychological outcomes", () => {
    expect(checked()).toBeNull();
    expect(checked({}, UNCLEAR)?.power.map(({ about }) => about)).toEqual(["change"]);
    const social = { ...bthebRequest().description, domain: "outcome.social" };
    expect(checked({ description: social }, UNCLEAR)).toBeNull();
  });

  it("calls it inconclusive while the interval holds the important difference", () => {
    const verdict = (importantDifference: number | null) =>
      checked({ importantDifference }, UNCLEAR)?.power[0]?.verdict;
    // The interval is -3.2 to 2.4.
    expect(verdict(3)).toBe("inconclusive");
    expect(verdict(2)).toBe("inconclusive");
    expect(verdict(4)).toBe("important-unlikely");
    expect(verdict(null)).toBe("unknown");
  });

  it("plans by the people and the spread there were, never by the result", () => {
    const power = checked({ importantDifference: 3 }, UNCLEAR)?.power[0];
    const other = checked({ importantDifference: 3 }, UNCLEAR + 1)?.power[0];
    if (power?.detectable.kind !== "value" || power.needed?.kind !== "value") throw new Error("none");
    // R: power.t.test(n = 45, sd = sd(change), power = .8, type = "one.sample")$delta.
    expect(power.detectable.value).toBeCloseTo(3.92903214025687, 4);
    expect(other?.detectable).toEqual(power.detectable);
    expect(power.needed.value).toBeGreaterThan(45);
    expect(checked({ importantDifference: null }, UNCLEAR)?.power[0]?.needed).toBeNull();
  });

  it("looks at the difference between cohorts too, by the planned model", () => {
    const given = { cohortId: "BtheB", comparedWith: "TAU", design: "cohorts", importantDifference: 3 } as const;
    // ANCOVA's interval leaves out 0, that of the difference in differences does not.
    expect(checked(given)).toBeNull();
    const planned = checked({ ...given, model: "difference-in-differences" });
    expect(planned?.power.map(({ about, verdict }) => [about, verdict])).toEqual([["difference", "inconclusive"]]);
    const [check] = planned?.power ?? [];
    if (check?.needed?.kind !== "value" || check.detectable.kind !== "value") throw new Error("none");
    // R: power.t.test(delta = 3, sd = 9.366369, power = .8)$n is 153.98; sites make it no smaller.
    expect(check.needed.value).toBeGreaterThanOrEqual(153.98);
    expect(check.detectable.value).toBeGreaterThan(5);
  });

  it("says when nobody recorded the support, and holds it against the plan when somebody did", () => {
    expect(checked({}, UNCLEAR)?.dose).toEqual({ kind: "not-recorded" });
    const dose = {
      emotionalMinutes: [0, 30, 79, 120],
      totalMinutes: [60, 60, 79, 220],
      planned: 100,
      plannedMinimum: 30,
    };
    expect(checked({ dose }, UNCLEAR)?.dose).toEqual({
      ...{ kind: "recorded", n: 4, medianMinutes: 54.5, planned: 100, shareOfPlan: 0.545 },
      ...{ emotionalShare: 229 / 419, belowMinimum: 0.25, low: true },
    });
    const enough = checked({ dose: { ...dose, emotionalMinutes: [80, 80, 80, 80] } }, UNCLEAR)?.dose;
    expect(enough).toMatchObject({ low: false, belowMinimum: 0 });
    const none = { ...dose, emotionalMinutes: [0, 0], totalMinutes: [0, 0] };
    expect(checked({ dose: none }, UNCLEAR)?.dose).toMatchObject({ emotionalShare: null, low: true });
    expect(checked({ dose: { ...none, emotionalMinutes: [] } }, UNCLEAR)?.dose).toEqual({ kind: "not-recorded" });
  });

  it("asks whether the scale could have moved", () => {
    const tool = (given: Partial<OutcomeRequest>) => checked(given, UNCLEAR)?.tool;
    expect(tool({})).toMatchObject({ reasons: [], verdict: "able-to-move", retest: { value: 0.9 } });
    const weak = { value: 0.69, kind: "test-retest", source: { en: "", zh: "" } } as const;
    expect(tool({ reliability: weak })).toMatchObject({ reasons: ["low-retest"], verdict: "noisy" });
    expect(tool({ reliability: { ...weak, value: 0.7 } })?.reasons).toEqual([]);
    // What says nothing of repeating is not read as if it did.
    expect(tool({ reliability: { ...weak, kind: "internal-consistency" } })?.reasons).toEqual([]);
    const inclusive = { from: false, to: false };
    const normalRange = { band: "minimal", from: 0, to: 24, exclusive: inclusive };
    const median = tool({})?.baseline?.median ?? 0;
    expect(tool({ normalRange })).toMatchObject({ reasons: ["ordinary-at-baseline"], verdict: "unlikely-to-move" });
    // Noise beside it does not give the scores room again.
    expect(tool({ normalRange, reliability: weak })).toMatchObject({
      ...{ reasons: ["ordinary-at-baseline", "low-retest"], verdict: "unlikely-to-move" },
    });
    expect(tool({ normalRange: { ...normalRange, to: median } })?.reasons).toEqual(["ordinary-at-baseline"]);
    const open = { ...normalRange, to: median, exclusive: { from: false, to: true } };
    expect(tool({ normalRange: open })?.reasons).toEqual([]);
    const above = { ...normalRange, from: median, to: 63, exclusive: { from: true, to: false } };
    expect(tool({ normalRange: above })?.reasons).toEqual([]);
    const items = { itemIds: ["a", "b", "c"], incomplete: 0, rows: noise(60) };
    expect(tool({ items })).toMatchObject({ reasons: ["low-consistency"], verdict: "noisy" });
    // Every fifth person had the best score already, and kept it.
    const data = {
      ...BTHEB_DATA,
      people: BTHEB_DATA.people.map((person) => {
        const moved = person.values.map((value, wave) => (value === null || wave === 0 ? value : value + UNCLEAR));
        return { ...person, values: Math.floor(person.row / 2) % 5 === 0 ? moved.map(() => 0) : moved };
      }),
    };
    const crowded = analyseOutcome(bthebRequest({ wave: 1, data })).nullResult?.tool;
    expect(crowded).toMatchObject({ reasons: ["good-end-crowded"], verdict: "unlikely-to-move" });
  });

  it("never says the forbidden words", () => {
    expect(JSON.stringify(checked({}, UNCLEAR))).not.toMatch(/no[- ]effect/i);
  });
});

/** Three items that have hardly anything to do with each other. */
function noise(people: number): number[][] {
  return Array.from({ length: people }, (_, row) => [row % 3, row % 4, row % 5]);
}
