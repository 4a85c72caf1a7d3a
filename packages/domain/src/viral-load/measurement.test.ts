import { describe, expect, it } from "vitest";
import { copiesPerMl } from "./copies";
import { RESULT_STATES, viralLoadSchema } from "./measurement";
import { above, below, notDetected, quantified, withoutResult } from "./viral-load.fixture";

const all = [
  quantified("2.0E4"),
  below("20"),
  below(null, "<="),
  above("7", ">="),
  notDetected(),
  withoutResult("rejected"),
  withoutResult("failed"),
  withoutResult("pending"),
];

describe("viralLoadSchema", () => {
  it("takes every state as it is", () => {
    for (const one of all) expect(viralLoadSchema.parse(one)).toEqual(one);
    expect(new Set(all.map(({ state }) => state))).toEqual(new Set(RESULT_STATES));
  });

  it.each([
    ["a number in not detected", { ...notDetected(), value: "20" }],
    ["a number in pending", { ...withoutResult("pending"), value: "20", unit: "copies-per-ml" }],
    ["a quantified result without its number", { ...quantified("20"), value: null }],
    ["a quantified result with a comparator", { ...quantified("20"), comparator: "<" }],
    ["a limit with the sign of the other side", { ...below("20"), comparator: ">" }],
    ["an upper limit with the sign of the other side", { ...above("20"), comparator: "<" }],
    ["a rejection without a reason", { ...withoutResult("rejected"), rejectionCode: "because" }],
    ["a failure with the reason of a rejection", { ...withoutResult("failed"), failureCode: "haemolysed" }],
    ["a day that does not exist", notDetected({ collectedOn: "2026-02-30" })],
    ["grouped digits", quantified("1,234")],
    ["a limit of zero", notDetected({ lowerLimitCopiesPerMl: 0 })],
    ["an unknown state", { ...notDetected(), state: "undetectable" }],
  ])("refuses %s", (_, input) => {
    expect(viralLoadSchema.safeParse(input).success).toBe(false);
  });
});

describe("copiesPerMl", () => {
  it.each([
    [quantified("2.0E4"), { kind: "copies", value: 20_000 }],
    [quantified("4", "log10-copies-per-ml"), { kind: "copies", value: 10_000 }],
    [quantified("34", "iu-per-ml"), { kind: "none", reason: "factor-unknown" }],
    [below("20"), { kind: "censored", side: "below", limit: 20, inclusive: false }],
    [below("20", "<="), { kind: "censored", side: "below", limit: 20, inclusive: true }],
    [below(null), { kind: "none", reason: "limit-unknown" }],
    [
      below(null, "<", { lowerLimitCopiesPerMl: 40, upperLimitCopiesPerMl: 1e7 }),
      { kind: "censored", side: "below", limit: 40, inclusive: false },
    ],
    [above("1E7"), { kind: "censored", side: "above", limit: 1e7, inclusive: false }],
    [above("1E7", ">="), { kind: "censored", side: "above", limit: 1e7, inclusive: true }],
    [
      above(null, ">", { lowerLimitCopiesPerMl: 40, upperLimitCopiesPerMl: 1e7 }),
      { kind: "censored", side: "above", limit: 1e7, inclusive: false },
    ],
    [above(null, ">", { lowerLimitCopiesPerMl: 40 }), { kind: "none", reason: "limit-unknown" }],
    [notDetected({ detectionLimitCopiesPerMl: 20 }), { kind: "none", reason: "not-detected" }],
    [withoutResult("rejected"), { kind: "none", reason: "rejected" }],
    [withoutResult("failed"), { kind: "none", reason: "failed" }],
    [withoutResult("pending"), { kind: "none", reason: "pending" }],
  ] as const)("of %j is %j", (measurement, reading) => {
    expect(copiesPerMl(measurement)).toEqual(reading);
  });

  it("converts international units by the factor of the assay, limits too", () => {
    const factor = { iuPerCopy: 1.7 };
    expect(copiesPerMl(quantified("34", "iu-per-ml"), factor)).toEqual({ kind: "copies", value: 20 });
    const limit = { ...below("34"), unit: "iu-per-ml" } as const;
    expect(copiesPerMl(viralLoadSchema.parse(limit), factor)).toMatchObject({ limit: 20 });
    expect(copiesPerMl(viralLoadSchema.parse(limit))).toEqual({ kind: "none", reason: "factor-unknown" });
  });
});
