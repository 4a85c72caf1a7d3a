import { expect, it } from "vitest";
import { readUnlockProblem } from "./unlock-problem";

it("reads the tries left, known problems, and nothing else", () => {
  expect(readUnlockProblem({ problem: "3" })).toEqual({ left: 3 });
  expect(readUnlockProblem({ problem: "elsewhere" })).toBe("elsewhere");
  for (const problem of [undefined, "0", "12", "<b>", ["3"]]) expect(readUnlockProblem({ problem })).toBeNull();
});
