import fc from "fast-check";
import { expect, it } from "vitest";
import { variableNames } from "./variable-names";

it("gives names that can be read", () => {
  expect([
    ...variableNames(["gad7/total", "measure/calm 1", "phq9/item-9", "抑郁", "焦虑", "and", "9lives"]).values(),
  ]).toEqual([...["gad7_total", "calm_1", "phq9_item_9", "score", "score_2", "v_and", "v_9lives"]]);
});

it("gives every key a name of its own that R, SPSS and Stata take", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.oneof(
          fc.string(),
          fc.string({ unit: "grapheme" }),
          fc.constantFrom("if", "_n", "a".repeat(50), `${"a".repeat(50)}b`),
        ),
      ),
      (keys) => {
        const names = variableNames(keys);
        expect(names.size).toBe(keys.length);
        expect(new Set(names.values()).size).toBe(keys.length);
        for (const name of names.values()) expect(name).toMatch(/^[a-z][a-z0-9_]{0,31}$/);
        expect(variableNames(keys)).toEqual(names);
      },
    ),
  );
});
