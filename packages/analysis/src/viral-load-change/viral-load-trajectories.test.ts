import { describe, expect, it } from "vitest";
import { peopleAtWaves } from "../viral-load-rows/at-waves";
import { below, copies, type MadePerson, madeData } from "../viral-load-rows/made-data.fixture";
import { viralLoadTrajectories } from "./viral-load-trajectories";

function lines(people: readonly MadePerson[], threshold = 1) {
  return viralLoadTrajectories(peopleAtWaves(madeData(people), "own"), threshold);
}

describe("viralLoadTrajectories", () => {
  it("draws limits as limits, and nobody with one result", () => {
    const found = lines([
      { given: [copies(1000), below(20), { kind: "above", limit: 1e7 }] },
      { given: [copies(100), "missing", copies(10)] },
      { given: [copies(100), "missing", "died"] },
      { given: [copies(100), { kind: "not-detected", limit: null }] },
    ]);
    expect(found).toEqual({
      kind: "trajectories",
      of: 2,
      lines: [
        [
          { wave: 0, log10: 2, kind: "quantified" },
          { wave: 2, log10: 1, kind: "quantified" },
        ],
        [
          { wave: 0, log10: 3, kind: "quantified" },
          { wave: 1, log10: expect.closeTo(Math.log10(20), 12), kind: "below" },
          { wave: 2, log10: 7, kind: "above" },
        ],
      ],
    });
  });

  it("samples evenly, and hides the lines of nine", () => {
    const people = Array.from({ length: 200 }, (_, row): MadePerson => ({ given: [copies(row + 1), copies(5)] }));
    const found = lines(people, 5);
    if (found.kind !== "trajectories") throw new Error(found.kind);
    expect(found.lines).toHaveLength(80);
    expect(found.of).toBe(200);
    expect(found.lines[0]?.[0]?.log10).toBe(0);
    expect(found.lines[79]?.[0]?.log10).toBe(2.3);
    expect(lines(people.slice(0, 9), 5).kind).toBe("suppressed");
    expect(lines(people.slice(0, 9), 1)).toMatchObject({ of: 9 });
  });
});
