import { describe, expect, it } from "vitest";
import { parseQuantity } from "./parse-quantity";

describe("parseQuantity", () => {
  it.each([
    ["350", 0, null, "350"],
    ["350 cells/µL", 0, null, "350"],
    ["350 cells/mm3", 0, null, "350"],
    ["1 234", 0, null, "1234"],
    ["1,234", 0, null, "1234"],
    ["<20", 0, "<", "20"],
    ["≥ 2000", 0, ">=", "2000"],
    ["14,5 %", 1, null, "14.5"],
    ["61.25kg", 1, null, "61.25"],
    ["６１．５ 公斤", 1, null, "61.5"],
    ["0.300", 1, null, "0.300"],
  ])("%s", (text, decimals, comparator, value) => {
    expect(parseQuantity(text, decimals)).toEqual({ kind: "understood", comparator, value });
  });

  it("asks where a point may group thousands", () => {
    expect(parseQuantity("1.234", 0)).toEqual({ kind: "question", values: ["1234", "1.234"] });
    expect(parseQuantity("61,250", 1)).toEqual({ kind: "question", values: ["61250", "61.250"] });
  });

  it.each(["", "abc", "3 to 4", "12-14", "-5", "1.2.3", "5 stone"])("%s is no number", (text) => {
    expect(parseQuantity(text, 1)).toEqual({ kind: "unparsed" });
  });
});
