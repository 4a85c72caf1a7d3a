import { describe, expect, it } from "vitest";
import { weightRows } from "./weight-rows";

const few = (had: number) => ({ kind: "insufficient-data", reason: "too-few", needed: 30, had }) as const;

describe("weightRows", () => {
  it("puts the three weights into one order, whichever was chosen", () => {
    const byOverlap = weightRows({
      target: "overlap",
      weighted: few(1),
      otherWeights: [
        { target: "everyone", estimate: few(2) },
        { target: "treated", estimate: few(3) },
      ],
    });
    expect(byOverlap).toEqual([
      { target: "everyone", estimate: few(2) },
      { target: "treated", estimate: few(3) },
      { target: "overlap", estimate: few(1) },
    ]);
    const byEveryone = weightRows({
      target: "everyone",
      weighted: few(1),
      otherWeights: [{ target: "overlap", estimate: few(2) }],
    });
    expect(byEveryone.map(({ target }) => target)).toEqual(["everyone", "overlap"]);
  });
});
