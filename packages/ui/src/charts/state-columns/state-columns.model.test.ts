import { describe, expect, it } from "vitest";
import { stateColumns } from "./state-columns.model";

const states = [
  { id: "here", label: "Here", tone: "seen" },
  { id: "away", label: "Away", tone: "interrupted" },
  { id: "gone", label: "Gone", tone: "left" },
] as const;

describe("stateColumns", () => {
  it("stacks everybody from the bottom up, and leaves out who nobody is", () => {
    const { parts, key } = stateColumns({
      ...{ states, locale: "en" },
      columns: [
        { day: 0, shares: [{ state: "here", share: 1 }] },
        {
          day: 30,
          shares: [
            { state: "away", share: 0.25 },
            { state: "here", share: 0.75 },
          ],
        },
      ],
    });
    expect(parts.map(({ id, y, height }) => [id, y, height])).toEqual([
      ["0 here", 0, 100],
      ["30 here", 25, 75],
      ["30 away", 0, 25],
    ]);
    expect(key.map(({ id }) => id)).toEqual(["away", "here"]);
  });

  it("writes as many days as fit beside each other, the first among them", () => {
    const columns = Array.from({ length: 13 }, (_, at) => ({ day: 30 * at, shares: [{ state: "here", share: 1 }] }));
    const { days, levels } = stateColumns({ states, columns, locale: "en" });
    expect(days.map(({ text }) => text)).toEqual(["0", "90", "180", "270", "360"]);
    expect(levels.map(({ text }) => text)).toEqual(["0%", "25%", "50%", "75%", "100%"]);
    expect(stateColumns({ states, columns: [], locale: "en" }).parts).toEqual([]);
  });
});
