import { describe, expect, it } from "vitest";
import { parseQuantity } from "./parse-quantity";

describe("parseQuantity", () => {
  it.each([
    ["350", "cd4-count", null, "350"],
    ["350 cells/µL", "cd4-count", null, "350"],
    ["350 cells/mm3", "cd4-count", null, "350"],
    ["350/µL", "cd4-count", null, "350"],
    ["1 234", "cd4-count", null, "1234"],
    ["1,234", "cd4-count", null, "1234"],
    ["<20", "cd4-count", "<", "20"],
    ["≥ 2000", "cd4-count", ">=", "2000"],
    ["14,5 %", "cd4-percent", null, "14.5"],
    ["61.25kg", "weight", null, "61.25"],
    ["６１．５ 公斤", "weight", null, "61.5"],
    ["0.300", "weight", null, "0.300"],
  ] as const)("%s", (text, kind, comparator, value) => {
    expect(parseQuantity(text, kind)).toEqual({ kind: "understood", comparator, value });
  });

  it("asks where a point may group thousands", () => {
    expect(parseQuantity("1.234", "cd4-count")).toEqual({ kind: "question", values: ["1234", "1.234"] });
    expect(parseQuantity("61,250", "weight")).toEqual({ kind: "question", values: ["61250", "61.250"] });
  });

  it.each(["", "abc", "3 to 4", "12-14", "-5", "1.2.3", "5 stone"])("%s is no number", (text) => {
    expect(parseQuantity(text, "weight")).toEqual({ kind: "unparsed" });
  });

  it.each([
    ["35%", "cd4-count"],
    ["70 kg", "cd4-count"],
    ["28 kg", "cd4-percent"],
    ["350 cells/µL", "cd4-percent"],
    ["150 cells/µL", "weight"],
    ["70%", "weight"],
    ["00350", "cd4-count"],
  ] as const)("%s is no %s", (text, kind) => {
    expect(parseQuantity(text, kind)).toEqual({ kind: "unparsed" });
  });
});
