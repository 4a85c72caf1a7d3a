import { describe, expect, it } from "vitest";
import { ASSAYS } from "./assays.data";
import type { ViralLoad } from "./measurement";
import { type SoftChecking, VIRAL_LOAD_CHECKS, viralLoadWarnings } from "./soft-checks";
import { above, below, notDetected, quantified, withoutResult } from "./viral-load.fixture";

const before = { collectedOn: "2026-01-10" };
const earlierOf = (...measurements: readonly ViralLoad[]) =>
  measurements.map((measurement, at) => ({ id: `r${at}`, measurement }));

const NOTHING: SoftChecking = {
  earlier: [],
  replacesId: null,
  treatmentStartedOn: null,
  window: null,
  assay: null,
  today: "2026-05-20",
};

function checks(measurement: ViralLoad, over: Partial<SoftChecking> = {}): readonly string[] {
  return viralLoadWarnings(measurement, { ...NOTHING, ...over }).map(({ check }) => check);
}

describe("a jump", () => {
  it.each([
    [
      "4.00 to 4.50 log",
      quantified("4.00", "log10-copies-per-ml", before),
      quantified("4.50", "log10-copies-per-ml"),
      true,
    ],
    [
      "4.50 to 4.00 log",
      quantified("4.50", "log10-copies-per-ml", before),
      quantified("4.00", "log10-copies-per-ml"),
      true,
    ],
    [
      "4.00 to 4.49 log",
      quantified("4.00", "log10-copies-per-ml", before),
      quantified("4.49", "log10-copies-per-ml"),
      false,
    ],
    ["1000 to 3163", quantified("1000", "copies-per-ml", before), quantified("3163"), true],
    ["1000 to 3162", quantified("1000", "copies-per-ml", before), quantified("3162"), false],
    ["20000 to below 20", quantified("20000", "copies-per-ml", before), below("20"), true],
    ["50 to below 20", quantified("50", "copies-per-ml", before), below("20"), false],
    ["below 20 to 20000", below("20", "<", before), quantified("20000"), true],
    ["below 1000 to below 20: may be the same", below("1000", "<", before), below("20"), false],
    [
      "not detected of 20 to 1000",
      notDetected({ ...before, detectionLimitCopiesPerMl: 20, lowerLimitCopiesPerMl: 900 }),
      quantified("1000"),
      true,
    ],
    [
      "not detected, lower limit 20, to 1000",
      notDetected({ ...before, lowerLimitCopiesPerMl: 20 }),
      quantified("1000"),
      true,
    ],
    ["not detected of an unknown limit to 1000", notDetected(before), quantified("1000"), false],
    ["10000 to above 10 million", quantified("10000", "copies-per-ml", before), above("1E7"), true],
    ["above 10 million to 10000", above("1E7", ">", before), quantified("10000"), true],
    ["a failed test is no comparison", withoutResult("failed", before), quantified("1E6"), false],
    ["international units without a factor", quantified("20", "iu-per-ml", before), quantified("1E6"), false],
  ])("%s", (_, previous, next, isJump) => {
    expect(checks(next, { earlier: earlierOf(previous) }).includes("jump")).toBe(isJump);
  });

  it("is measured from the last result before it, and says how large it is", () => {
    const earlier = earlierOf(
      quantified("10", "copies-per-ml", { collectedOn: "2025-01-01" }),
      quantified("1000", "copies-per-ml", { collectedOn: "2026-01-01" }),
      quantified("20", "copies-per-ml", { collectedOn: "2025-06-01" }),
      withoutResult("pending", { collectedOn: "2026-05-01" }),
    );
    const checking = { ...NOTHING, earlier };
    expect(viralLoadWarnings(quantified("10000"), checking)).toEqual([
      { check: "jump", values: { log10: 1, since: "2026-01-01" } },
    ]);
    // The result that is being corrected does not count against its own correction.
    expect(viralLoadWarnings(quantified("10000"), { ...checking, replacesId: "r1" })).toEqual([
      { check: "jump", values: { log10: expect.closeTo(2.69897, 5), since: "2025-06-01" } },
    ]);
  });
});

describe("a result entered late", () => {
  it("is compared with what came after it, and with the same day by another assay", () => {
    const after = earlierOf(quantified("100", "copies-per-ml", { collectedOn: "2026-06-04" }));
    expect(checks(quantified("900"), { earlier: after })).toEqual(["jump"]);
    expect(checks(quantified("200"), { earlier: after })).toEqual([]);
    const sameDay = earlierOf(quantified("500", "copies-per-ml", { assay: { key: "b", edition: "1" } }));
    const other = quantified("90000", "copies-per-ml", { assay: { key: "a", edition: "1" } });
    expect(checks(other, { earlier: sameDay })).toEqual(["jump"]);
  });

  it("names the largest of its jumps", () => {
    const earlier = earlierOf(
      quantified("1000", "copies-per-ml", before),
      quantified("10", "copies-per-ml", { collectedOn: "2026-06-04" }),
    );
    expect(viralLoadWarnings(quantified("10000"), { ...NOTHING, earlier, today: "2026-06-10" })).toEqual([
      { check: "jump", values: { log10: 3, since: "2026-06-04" } },
    ]);
  });

  it("asks about a day more than five years ago", () => {
    expect(checks(quantified("100", "copies-per-ml", { collectedOn: "2021-05-20" }))).toEqual(["long-ago"]);
    expect(checks(quantified("100", "copies-per-ml", { collectedOn: "2021-06-01" }))).toEqual([]);
  });
});

describe("a limit", () => {
  const [assay] = ASSAYS.filter(({ lowerLimit, unit }) => lowerLimit === 40 && unit === "copies-per-ml");
  if (assay === undefined) throw new Error("no assay with a limit of 40");
  it.each([
    ["the assay's", below("40"), assay, []],
    ["a number with a sign before it", below("12400"), assay, ["unusual-limit"]],
    ["an upper limit far under the assay's", above("900"), assay, ["unusual-limit"]],
    ["the assay's upper limit", above(String(assay.upperLimit)), assay, []],
    ["the assay's, unsaid", below(null), assay, []],
    ["of no known assay", below("1001"), null, ["unusual-limit"]],
    ["of some assay", below("839"), null, []],
    ["no upper limit of any assay", above("99999"), null, ["unusual-limit"]],
    ["an upper limit of some assay", above("100000"), null, []],
  ])("%s", (_, measurement, from, expected) => {
    expect(checks(measurement, { assay: from })).toEqual(expected);
  });
});

describe("a switch", () => {
  const assay = (key: string, edition = "1") => ({ assay: { key, edition } });
  it.each([
    ["of the specimen", { ...before, specimen: "dried-blood-spot" }, {}, ["specimen-switch"]],
    ["of the assay", { ...before, ...assay("a") }, assay("b"), ["assay-switch"]],
    ["of the edition is none", { ...before, ...assay("a") }, assay("a", "2"), []],
    ["from an unknown assay is none", before, assay("b"), []],
    ["to an unknown assay is none", { ...before, ...assay("a") }, {}, []],
  ] as const)("%s", (_, previous, next, expected) => {
    expect(checks(notDetected(next), { earlier: earlierOf(notDetected(previous)) })).toEqual(expected);
  });
});

describe("an unlikely number", () => {
  it.each([
    [quantified("10000000"), []],
    [quantified("10000001"), ["above-7-log"]],
    [quantified("7.00", "log10-copies-per-ml"), []],
    [quantified("7.01", "log10-copies-per-ml"), ["above-7-log"]],
    [above("10000000"), []],
    [above("20000000"), ["above-7-log"]],
    [quantified("7.99"), ["likely-log"]],
    [quantified("8"), []],
    [quantified("4.23", "log10-copies-per-ml"), []],
    [quantified("4.23", "iu-per-ml"), []],
    [below("1.3"), ["likely-log"]],
    [below(null), []],
    [notDetected(), []],
  ])("%j: %j", (measurement, expected) => {
    expect(checks(measurement)).toEqual(expected);
  });
});

describe("treatment and window", () => {
  it.each([
    ["2026-02-11", "routine", true],
    ["2026-02-10", "routine", false],
    ["2026-05-10", "routine", true],
    ["2026-05-10", "initial", false],
    ["2026-05-11", "routine", false],
    [null, "routine", false],
  ] as const)("started on %s, %s, tested on 2026-05-10: early %s", (treatmentStartedOn, reason, isEarly) => {
    expect(checks(notDetected({ reason }), { treatmentStartedOn })).toEqual(isEarly ? ["early-treatment"] : []);
  });

  it.each([
    ["2026-05-10", "2026-05-10", false],
    ["2026-05-11", "2026-06-10", true],
    ["2026-04-01", "2026-05-09", true],
  ])("window from %s to %s: outside %s", (opensOn, closesOn, isOutside) => {
    const window = { opensOn, targetOn: opensOn, closesOn };
    expect(checks(notDetected(), { window })).toEqual(isOutside ? ["outside-window"] : []);
  });

  it("ask nothing about a specimen without a result", () => {
    const window = { opensOn: "2020-01-01", targetOn: "2020-01-01", closesOn: "2020-01-02" };
    for (const state of ["rejected", "failed", "pending"] as const) {
      expect(checks(withoutResult(state), { window, treatmentStartedOn: "2026-05-01" })).toEqual([]);
    }
  });

  it("come in the order of the list", () => {
    const window = { opensOn: "2020-01-01", targetOn: "2020-01-01", closesOn: "2020-01-02" };
    const earlier = earlierOf(
      quantified("1E6", "copies-per-ml", { ...before, specimen: "whole-blood", assay: { key: "a", edition: "1" } }),
    );
    const all = { earlier, window, treatmentStartedOn: "2026-05-01" };
    const assay = { key: "b", edition: "1" };
    expect(checks(quantified("5", "copies-per-ml", { assay }), all)).toEqual(
      VIRAL_LOAD_CHECKS.filter((check) => !["above-7-log", "unusual-limit", "long-ago"].includes(check)),
    );
  });
});
