import { describe, expect, it } from "vitest";
import { CLAIM_LEVELS, claimLevel } from "./claim-level";

const grounds = { waves: 2, compared: "cohorts", adjusted: true, defended: false } as const;

describe("claimLevel", () => {
  it.each([
    [{ waves: 1 }, 0, "describes"],
    [{ waves: 1, compared: "randomised-groups" }, 0, "describes"],
    [{ compared: "nothing" }, 1, "changed"],
    [{ compared: "nothing", defended: true }, 1, "changed"],
    [{ adjusted: false, defended: true }, 1, "changed"],
    [{}, 2, "associated"],
    [{ defended: true }, 3, "consistent-with-effect"],
    [{ compared: "randomised-groups", adjusted: false }, 4, "effect"],
  ] as const)("%o", (given, level, wording) => {
    expect(claimLevel({ ...grounds, ...given })).toEqual({ level, wording });
  });

  it("has one fixed wording for each level, and no causal one below the fourth", () => {
    expect(CLAIM_LEVELS.map(({ level }) => level)).toEqual([0, 1, 2, 3, 4]);
    expect(new Set(CLAIM_LEVELS.map(({ wording }) => wording)).size).toBe(5);
  });
});
