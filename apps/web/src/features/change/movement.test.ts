import { describe, expect, it } from "vitest";
import { byMovement, movementOf } from "./movement";

function cohort(name: string, change: readonly [number, number] | "suppressed" | "insufficient-data") {
  const known =
    typeof change === "string"
      ? { kind: change }
      : { kind: "estimate" as const, interval: { low: change[0], high: change[1], level: 0.95 } };
  return { name, followUp: { change: known } };
}

describe("movementOf", () => {
  it.each([
    ["fell", [-4, -1]],
    ["rose", [1, 4]],
    ["unclear", [-1, 4]],
    ["unclear", [0, 4]],
    ["unclear", [-4, 0]],
    ["hidden", "suppressed"],
    ["unknown", "insufficient-data"],
  ] as const)("says %s of %j", (movement, change) => {
    expect(movementOf(cohort("A", change))).toBe(movement);
  });
});

describe("byMovement", () => {
  it("groups cohorts that went the same way and keeps their order", () => {
    const groups = byMovement([cohort("A", [-1, 1]), cohort("B", [-4, -1]), cohort("C", [-3, -2])]);
    expect(groups.map(({ movement, cohorts }) => [movement, cohorts.map((one) => one.name)])).toEqual([
      ["fell", ["B", "C"]],
      ["unclear", ["A"]],
    ]);
  });
});
