import { describe, expect, it } from "vitest";
import { careColumns, careStates } from "./care-columns";
import type { CohortRetention } from "./retention-screen";

const share = (value: number) => ({ share: value, interval: null });
const cohort: CohortRetention = {
  ...{ cohortId: "one", endsEarly: false, logged: true, n: { kind: "exact", n: 100 } },
  groups: [
    { endings: ["left"], people: 12 },
    { endings: ["transferred", "died"], people: 8 },
  ],
  curve: { kind: "insufficient-data", reason: "too-few", needed: 1, had: 0 },
};
const care = { seen: 30, interrupted: 15, unknown: 5, share: null };

describe("careColumns", () => {
  it("divides those still there as those at risk divide, and adds up to everybody", () => {
    const [column] = careColumns(cohort, [
      { days: 60, atRisk: 50, stayed: share(0.8), completed: share(0.1), ended: [share(0.12), share(0.08)], care },
    ]);
    const expected = {
      seen: 0.42,
      interrupted: 0.21,
      unknown: 0.07,
      completed: 0.1,
      left: 0.12,
      "transferred died": 0.08,
    };
    expect(column?.shares.map(({ state }) => state)).toEqual(Object.keys(expected));
    for (const [at, value] of Object.values(expected).entries()) {
      expect(column?.shares[at]?.share).toBeCloseTo(value, 12);
    }
  });

  it("leaves together what may not be told apart", () => {
    const [column] = careColumns(cohort, [
      { days: 60, atRisk: 50, stayed: share(0.75), completed: null, ended: null, care: null },
    ]);
    expect(column?.shares).toEqual([
      { state: "undivided", share: 0.75 },
      { state: "completed", share: 0 },
      { state: "any-ending", share: 0.25 },
    ]);
  });

  it("names every state, endings told together among them", () => {
    const states = careStates(cohort, (state, endings) => [state, ...endings].join("/"));
    expect(states.map(({ label, tone }) => `${label}:${tone}`)).toEqual([
      "seen:seen",
      "interrupted:interrupted",
      "unknown:unknown",
      "undivided:undivided",
      "completed:completed",
      "ended/left:left",
      "ended/transferred/died:joined",
      "any-ending/left/transferred/died:gone",
    ]);
  });
});
