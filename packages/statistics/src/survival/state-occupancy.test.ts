import { describe, expect, it } from "vitest";
import { type StateEpisode, stateOccupancy } from "./state-occupancy";

const states = ["in care", "interrupted", "died"];
const episodes: readonly StateEpisode[] = [
  { person: "a", state: "in care", from: 0, to: 30 },
  { person: "a", state: "interrupted", from: 30, to: 60 },
  { person: "a", state: "in care", from: 60, to: 100 },
  { person: "b", state: "in care", from: 0, to: 50 },
  { person: "b", state: "died", from: 50, to: 100 },
];

describe("stateOccupancy", () => {
  it("counts people in and out again, at the ends of their episodes too", () => {
    expect(stateOccupancy([...episodes].reverse(), states, [0, 30, 60, 100])).toEqual([
      { time: 0, observed: 2, counts: [2, 0, 0], shares: [1, 0, 0] },
      { time: 30, observed: 2, counts: [1, 1, 0], shares: [0.5, 0.5, 0] },
      { time: 60, observed: 2, counts: [1, 0, 1], shares: [0.5, 0, 0.5] },
      { time: 100, observed: 0, counts: [0, 0, 0], shares: null },
    ]);
  });

  it("refuses what cannot be", () => {
    const one = { person: "c", state: "in care", from: 0, to: 2 };
    expect(() => stateOccupancy([{ ...one, state: "moved" }], states, [])).toThrow(RangeError);
    expect(() => stateOccupancy([{ ...one, to: 0 }], states, [])).toThrow(RangeError);
    expect(() => stateOccupancy([one, { ...one, from: 1, to: 3 }], states, [])).toThrow(RangeError);
    expect(stateOccupancy([one, { ...one, person: "d", from: 1, to: 3 }], states, [1])[0]?.observed).toBe(2);
  });
});
