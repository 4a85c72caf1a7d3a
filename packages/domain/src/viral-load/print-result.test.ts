import { describe, expect, it } from "vitest";
import { printResult } from "./print-result";
import { bareReading, type Reading } from "./reading";

const copies = (value: string, over: Partial<Reading> = {}): Reading => ({
  state: "quantified",
  comparator: null,
  value,
  unit: "copies-per-ml",
  copiesPerMl: Number(value),
  ...over,
});

describe("printResult", () => {
  it.each([
    [copies("20"), "20 copies/mL"],
    [copies("1.234"), "1.234E0 copies/mL"],
    [copies("1234.567"), "1234.567 copies/mL"],
    [copies("1.23"), "1.23 copies/mL"],
    [copies("4.234", { unit: "log10-copies-per-ml" }), "4.234 log10 copies/mL"],
    [copies("34", { unit: "iu-per-ml" }), "34 IU/mL"],
    [copies("20", { state: "below-quantification", comparator: "<=" }), "detected, <= 20 copies/mL"],
    [copies("20", { state: "below-quantification" }), "detected, < 20 copies/mL"],
    [bareReading("below-quantification", "<"), "detected, below the limit of quantification"],
    [
      copies("1E7", { state: "above-upper", comparator: ">=" }),
      "above the upper limit of quantification: >= 1E7 copies/mL",
    ],
    [copies("1E7", { state: "above-upper" }), "above the upper limit of quantification: > 1E7 copies/mL"],
    [bareReading("above-upper", ">"), "above the upper limit of quantification"],
    [bareReading("quantified"), "detected"],
    [bareReading("not-detected"), "not detected"],
    [bareReading("rejected"), "rejected"],
    [bareReading("failed"), "failed"],
    [bareReading("pending"), "pending"],
  ])("%j is %s", (reading, text) => {
    expect(printResult(reading)).toBe(text);
  });
});
