import { describe, expect, it } from "vitest";
import { parsedLine } from "./parsed-line";

describe("parsedLine", () => {
  it.each([
    ["20", "quantified", null, 20, false],
    ["<20", "below-quantification", "<", 20, true],
    ["LDL", "not-detected", null, null, true],
    ["TND", "not-detected", null, null, false],
    [">1E7", "above-upper", ">", 1e7, false],
    ["Not Quantified", "below-quantification", "<", null, false],
    ["1.234", "unparsed", null, null, true],
    ["34 IU/mL", "unparsed", null, null, true],
    ["pending", "unparsed", null, null, true],
    ["nonsense", "unparsed", null, null, false],
    ["", "unparsed", null, null, false],
  ])("%s: %s %s %s, asks: %s", (input, state, comparator, copiesPerMl, asks) => {
    const line = parsedLine(input);
    expect(Object.keys(line)).toEqual(["input", "state", "comparator", "copiesPerMl", "question"]);
    expect(line).toMatchObject({ input, state, comparator, copiesPerMl });
    expect(line.question === null).toBe(!asks);
  });
});
