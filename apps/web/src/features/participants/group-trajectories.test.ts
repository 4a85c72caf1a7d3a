import { describe, expect, it } from "vitest";
import { groupTrajectories } from "./group-trajectories";

const one = (domain: string | null, ...values: (number | null)[]) => ({
  domain,
  points: values.map((value) => ({ value })),
});

describe("groupTrajectories", () => {
  it("follows the framework's order, with what belongs to no domain last", () => {
    const groups = groupTrajectories([
      one(null, 1, 2),
      one("outcome.made-up", 1, 2),
      one("outcome.psychological", 1, 2),
      one("outcome.physiological", 1, 2),
    ]);
    expect(groups.map((group) => group.domain)).toEqual(["outcome.physiological", "outcome.psychological", null]);
    expect(groups.at(-1)?.drawn).toHaveLength(2);
  });

  it("draws what was scored twice, and lists the rest, however often it was asked", () => {
    const [group] = groupTrajectories([one(null, 4, null, 6), one(null, 4), one(null, null, null, 5), one(null)]);
    expect(group?.drawn).toHaveLength(1);
    expect(group?.listed).toHaveLength(3);
  });
});
