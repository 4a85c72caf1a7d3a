import { describe, expect, it } from "vitest";
import type { Assay, MeaningOfBelow } from "./assay";
import { findAssay } from "./assay-register";
import { ASSAYS } from "./assays.data";
import { parseResult } from "./parse-result";

const abbott = ASSAYS[0];
const arup = findAssay(ASSAYS, "arup-real-time-plasma");
const inIu = findAssay(ASSAYS, "roche-cobas-6800-plasma-iu");
const meaning = (meansOfBelow: MeaningOfBelow, over: Partial<Assay> = {}): Assay => ({
  ...abbott,
  lowerLimit: 20,
  meansOfBelow,
  ...over,
});
const inLogs = meaning("ask", { unit: "log10-copies-per-ml", lowerLimit: 1.3, upperLimit: 7 });

describe("what a laboratory means by its lower limit", () => {
  it.each([
    "<20",
    "< 20 copies/mL",
    "<1.30 log",
    "<1.3 log (<20 copies/mL)",
    "< 20 (1.30)",
    "<LLOQ",
    "BLQ",
    "LDL",
    "未检出 <20",
  ])("%s is not detected where the laboratory says so", (text) => {
    expect(parseResult(text, { assay: meaning("not-detected") })).toEqual({
      kind: "understood",
      question: null,
      state: "not-detected",
      comparator: null,
      value: null,
      unit: null,
      copiesPerMl: null,
    });
  });

  it.each([
    ["<20", "20", "copies-per-ml", 20],
    ["<1.30 log", "1.30", "log10-copies-per-ml", 10 ** 1.3],
    ["<LLOQ", null, null, 20],
    ["LDL", null, null, 20],
    ["LDL (<20)", "20", "copies-per-ml", 20],
  ] as const)("%s is detected below the limit where the laboratory says so", (text, value, unit, copiesPerMl) => {
    expect(parseResult(text, { assay: meaning("detected-below") })).toEqual({
      kind: "understood",
      question: null,
      state: "below-quantification",
      comparator: "<",
      value,
      unit,
      copiesPerMl,
    });
  });

  it.each(["<20", "<LLOQ", "LDL"])("%s is asked about where nobody has said", (text) => {
    expect(parseResult(text, { assay: meaning("ask") })).toMatchObject({
      kind: "question",
      question: "below-or-not-detected",
      readings: [{ state: "below-quantification", comparator: "<", copiesPerMl: 20 }, { state: "not-detected" }],
    });
  });

  it.each(["<40", "<1000", "<1.60 log", "<21"])("%s is not its limit, so what it means is asked", (text) => {
    for (const said of ["not-detected", "detected-below"] as const) {
      expect(parseResult(text, { assay: meaning(said) }).kind, said).toBe("question");
    }
  });

  it("is taken at its word where the limit of the assay is unknown", () => {
    expect(parseResult("<20", { assay: meaning("detected-below", { lowerLimit: null }) })).toMatchObject({
      kind: "understood",
      state: "below-quantification",
      copiesPerMl: 20,
    });
  });

  it("is overruled by the words beside it", () => {
    expect(parseResult("detected <20", { assay: meaning("not-detected") })).toMatchObject({
      state: "below-quantification",
    });
    expect(parseResult("not detected <20", { assay: meaning("detected-below") })).toMatchObject({
      state: "not-detected",
    });
  });

  it("reads ARUP as ARUP explains itself", () => {
    expect(parseResult("<1.3 log copies/mL (<20 copies/mL)", { assay: arup ?? null })).toMatchObject({
      kind: "understood",
      state: "not-detected",
    });
    expect(parseResult("Not Quantified", { assay: arup ?? null })).toMatchObject({
      kind: "understood",
      state: "below-quantification",
      comparator: "<",
      copiesPerMl: 20,
    });
  });
});

describe("the upper limit", () => {
  it.each([
    [">10000000", "understood"],
    [">7.00 log", "understood"],
    [">500000", "question"],
    [">20", "question"],
  ])("of Abbott RealTime: %s is %s", (text, kind) => {
    expect(parseResult(text, { assay: abbott }).kind).toBe(kind);
  });

  it("of an unknown assay is at least 100,000", () => {
    expect([parseResult(">100000").kind, parseResult(">99999").kind]).toEqual(["understood", "question"]);
  });

  it("gives its number where only its name is printed", () => {
    expect(parseResult(">ULOQ", { assay: abbott })).toMatchObject({ state: "above-upper", copiesPerMl: 10_000_000 });
    expect(parseResult(">ULOQ")).toMatchObject({ kind: "understood", state: "above-upper", copiesPerMl: null });
  });
});

describe("the unit of an assay", () => {
  it.each([
    ["4.23", "quantified", "4.23", "log10-copies-per-ml"],
    ["4.234", "quantified", "4.234", "log10-copies-per-ml"],
    ["20000", "quantified", "20000", "copies-per-ml"],
    ["4.23 copies/mL", "quantified", "4.23", "copies-per-ml"],
  ])("that reports logarithms: %s is %s %s %s", (text, state, value, unit) => {
    expect(parseResult(text, { assay: inLogs })).toMatchObject({ kind: "understood", state, value, unit });
  });

  it("that reports logarithms leaves a comma open", () => {
    expect(parseResult("4,234", { assay: inLogs })).toMatchObject({
      question: "thousands-or-decimal",
      readings: [{ copiesPerMl: 4234 }, { copiesPerMl: 4.234 }, { value: "4.234", unit: "log10-copies-per-ml" }],
    });
    expect(parseResult("12,345", { assay: inLogs })).toMatchObject({ kind: "understood", copiesPerMl: 12_345 });
  });

  it("that reports international units is believed, and not converted without a factor", () => {
    expect(parseResult("34", { assay: inIu ?? null })).toMatchObject({
      question: "iu-without-factor",
      readings: [{ value: "34", unit: "iu-per-ml", copiesPerMl: null }],
    });
    const converting = { ...(inIu ?? abbott), iuPerCopy: 1.7 };
    expect(parseResult("34", { assay: converting })).toMatchObject({ unit: "iu-per-ml", value: "34", copiesPerMl: 20 });
    expect(parseResult("34 copies/mL", { assay: converting })).toMatchObject({
      unit: "copies-per-ml",
      copiesPerMl: 34,
    });
  });

  it("that reports copies does not make a small number one of copies", () => {
    expect(parseResult("4.23", { assay: abbott })).toMatchObject({ question: "log-or-copies" });
  });
});

describe("a value", () => {
  it.each([
    ["20,50", "20.50"],
    ["2.0E+04", "2.0E4"],
    ["2 x 10^4", "2E4"],
    ["10^4", "1E4"],
    ["10 x 10^3", "1E4"],
    ["1.5万", "1.5E4"],
    ["2.0E+00 copies/mL", "2.0"],
    ["1.234E0 copies/mL", "1.234"],
    ["12,34,567.80", "1234567.80"],
    ["1'234.5", "1234.5"],
    ["1.30 log", "1.30"],
  ])("of %s keeps the digits that were printed: %s", (text, value) => {
    expect(parseResult(text)).toMatchObject({ kind: "understood", value });
  });

  it("of the longest print that is looked at", () => {
    expect(parseResult(`20${" ".repeat(198)}`)).toMatchObject({ value: "20" });
    expect(parseResult(`20${" ".repeat(199)}`)).toEqual({ kind: "unparsed", reason: "unknown" });
  });
});
