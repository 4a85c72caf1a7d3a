import { describe, expect, it } from "vitest";
import type { Assay } from "./assay";
import { ASSAYS } from "./assays.data";
import { viralLoadProblems } from "./check-viral-load";
import type { ViralLoad } from "./measurement";
import { above, below, notDetected, quantified, withoutResult } from "./viral-load.fixture";

const [abbott] = ASSAYS;
const iu: Assay = { ...abbott, unit: "iu-per-ml", lowerLimit: 20, upperLimit: 6_000_000 };
const logs: Assay = { ...abbott, unit: "log10-copies-per-ml", lowerLimit: 1.6, upperLimit: 7 };

function rules(measurement: ViralLoad, over: Partial<Parameters<typeof viralLoadProblems>[1]> = {}): readonly string[] {
  const checking = { today: "2026-06-01", assay: null, earlier: [], replacesId: null, ...over };
  return viralLoadProblems(measurement, checking).map(({ field, rule }) => `${field} ${rule}`);
}

describe("dates", () => {
  it.each([
    [{ collectedOn: "2026-06-01" }, []],
    [{ collectedOn: "2026-06-02" }, ["collectedOn date-in-future"]],
    [{ returnedOn: "2026-06-02" }, ["returnedOn date-in-future"]],
    [{ receivedOn: "2026-05-10", testedOn: "2026-05-10", returnedOn: "2026-05-10" }, []],
    [{ receivedOn: "2026-05-09" }, ["receivedOn date-out-of-order"]],
    [{ testedOn: "2026-05-09" }, ["testedOn date-out-of-order"]],
    [{ receivedOn: "2026-05-12", returnedOn: "2026-05-11" }, ["returnedOn date-out-of-order"]],
    [
      { receivedOn: "2026-05-09", testedOn: "2026-05-09" },
      ["receivedOn date-out-of-order", "testedOn date-out-of-order"],
    ],
    [{ receivedOn: "2026-05-20", testedOn: "2026-05-12", returnedOn: "2026-05-21" }, ["testedOn date-out-of-order"]],
  ])("%j: %j", (over, expected) => {
    expect(rules(notDetected(over))).toEqual(expected);
  });

  it("say which comes before which", () => {
    const [problem] = viralLoadProblems(notDetected({ receivedOn: "2026-05-12", returnedOn: "2026-05-11" }), {
      today: "2026-06-01",
      assay: null,
      earlier: [],
      replacesId: null,
    });
    expect(problem?.values).toEqual({ date: "2026-05-11", before: "2026-05-12", beforeField: "receivedOn" });
  });
});

describe("numbers", () => {
  it.each([
    [quantified("0"), ["value not-positive"]],
    [quantified("-5"), ["value not-positive"]],
    [quantified("0", "log10-copies-per-ml"), ["value not-positive"]],
    [below("0"), ["value not-positive"]],
    [quantified("0.1"), []],
    [quantified("999999999"), []],
    [quantified("1000000000"), ["value too-large"]],
    [quantified("400", "log10-copies-per-ml"), ["value too-large"]],
    [quantified("9.1", "log10-copies-per-ml"), ["value too-large"]],
    [quantified("1E10", "iu-per-ml"), ["value too-large"]],
    [quantified("34", "iu-per-ml"), []],
    [below(null), []],
    [withoutResult("pending"), []],
  ])("%j: %j", (measurement, expected) => {
    expect(rules(measurement)).toEqual(expected);
  });

  it("have a unit, and a unit has its number", () => {
    const limit = below("20");
    if (limit.state !== "below-quantification") throw new Error("not a limit");
    expect(rules({ ...limit, unit: null })).toEqual(["unit number-and-unit"]);
    expect(rules({ ...limit, value: null })).toEqual(["value number-and-unit"]);
  });
});

describe("the range of the assay", () => {
  it.each([
    [quantified("40"), abbott, []],
    [quantified("39.9"), abbott, ["value below-range"]],
    [quantified("10000000"), abbott, []],
    [quantified("10000001"), abbott, ["value above-range"]],
    // 1.60 is 39.8 copies/mL, and how this limit is printed.
    [quantified("1.60", "log10-copies-per-ml"), abbott, []],
    [quantified("1.59", "log10-copies-per-ml"), abbott, ["value below-range"]],
    [quantified("7.00", "log10-copies-per-ml"), abbott, []],
    [quantified("7.01", "log10-copies-per-ml"), abbott, ["value above-range"]],
    [quantified("1.6", "log10-copies-per-ml"), logs, []],
    [quantified("1.5", "log10-copies-per-ml"), logs, ["value below-range"]],
    [quantified("39"), logs, ["value below-range"]],
    [quantified("19", "iu-per-ml"), iu, ["value below-range"]],
    [quantified("20", "iu-per-ml"), iu, []],
    [quantified("6000001", "iu-per-ml"), iu, ["value above-range"]],
    // No factor, so nothing can be said of copies.
    [quantified("5"), iu, []],
    [quantified("5"), { ...iu, iuPerCopy: 2 }, ["value below-range"]],
    [quantified("79", "iu-per-ml"), { ...abbott, iuPerCopy: 2 }, ["value below-range"]],
    [quantified("80", "iu-per-ml"), { ...abbott, iuPerCopy: 2 }, []],
    [quantified("5"), { ...abbott, lowerLimit: null, upperLimit: null }, []],
    // With a comparator it is a limit, whatever its size.
    [below("20"), abbott, []],
    [above("20000000"), abbott, []],
  ] as const)("%j in %j: %j", (measurement, assay, expected) => {
    expect(rules(measurement, { assay })).toEqual(expected);
  });

  it("names the limit", () => {
    const checking = { today: "2026-06-01", assay: abbott, earlier: [], replacesId: null };
    expect(viralLoadProblems(quantified("20"), checking)[0]?.values).toEqual({ limit: 40, unit: "copies-per-ml" });
    expect(viralLoadProblems(quantified("2E7"), checking)[0]?.values).toEqual({ limit: 1e7, unit: "copies-per-ml" });
  });

  it("is that of its specimen", () => {
    expect(rules(notDetected({ specimen: "whole-blood" }), { assay: abbott })).toEqual(["specimen specimen-of-assay"]);
  });
});

describe("a number inside not detected", () => {
  it.each([
    ["20000", ["state number-in-not-detected"]],
    ["detected <20", ["state number-in-not-detected"]],
    ["not detected (<20)", []],
    ["<20", []],
    ["TND", []],
    [null, []],
  ])("printed as %s: %j", (asPrinted, expected) => {
    expect(rules(notDetected({ asPrinted }))).toEqual(expected);
  });

  it.each([
    [quantified("20000", "copies-per-ml", { asPrinted: "20 000 copies/mL" }), []],
    [quantified("20000", "copies-per-ml", { asPrinted: "2.0E+04" }), []],
    [quantified("20000", "copies-per-ml", { asPrinted: "<20" }), ["value print-differs"]],
    [quantified("2000", "copies-per-ml", { asPrinted: "20000" }), ["value print-differs"]],
    [quantified("4.23", "log10-copies-per-ml", { asPrinted: "4.23" }), []],
    [quantified("4.23", "copies-per-ml", { asPrinted: "4.23 log" }), ["value print-differs"]],
    // A bare number is the limit that the state says it is.
    [below("40", "<", { asPrinted: "40" }), []],
    [below("40", "<", { asPrinted: "<40" }), []],
    [below("50", "<", { asPrinted: "<40" }), ["value print-differs"]],
    [below(null, "<", { asPrinted: "detected, not quantified" }), []],
    [below(null, "<", { asPrinted: "12400" }), ["value print-differs"]],
    [below("40", "<", { asPrinted: "not detected" }), ["value print-differs"]],
    [notDetected({ asPrinted: "12400*" }), ["value print-not-read"]],
    [notDetected({ asPrinted: "12.400" }), ["state number-in-not-detected"]],
    [withoutResult("rejected", { asPrinted: "20000, label torn" }), []],
  ])("and any other reading of the print: %j", (measurement, expected) => {
    expect(rules(measurement)).toEqual(expected);
  });
});

describe("the same specimen twice", () => {
  const assay = { key: "abbott-realtime-plasma-600", edition: "1" };
  const earlier = [{ id: "a", measurement: quantified("50", "copies-per-ml", { assay }) }];
  it.each([
    ["same day, same assay", { assay }, null, ["collectedOn duplicate"]],
    ["same day, another edition of it", { assay: { ...assay, edition: "2" } }, null, ["collectedOn duplicate"]],
    ["same day, another assay", { assay: { ...assay, key: "other" } }, null, []],
    ["same day, no assay", {}, null, []],
    ["another day", { assay, collectedOn: "2026-05-11" }, null, []],
    ["as its own correction", { assay }, "a", []],
    ["as the correction of another", { assay }, "b", ["collectedOn duplicate"]],
  ])("%s", (_, over, replacesId, expected) => {
    expect(rules(notDetected(over), { earlier, replacesId })).toEqual(expected);
  });

  it("counts without an assay too", () => {
    expect(rules(notDetected(), { earlier: [{ id: "a", measurement: withoutResult("rejected") }] })).toEqual([
      "collectedOn duplicate",
    ]);
  });
});
