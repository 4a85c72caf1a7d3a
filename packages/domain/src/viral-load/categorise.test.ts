import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { categorise, VIRAL_LOAD_CATEGORIES } from "./categorise";
import type { ViralLoad } from "./measurement";
import { findThresholdRule, THRESHOLD_RULES, type ThresholdRuleId } from "./threshold-rules.data";
import { above, below, notDetected, quantified, withoutResult } from "./viral-load.fixture";

/** A category, or "?" with what is possible, or "-" with why there is no result. */
function outcome(measurement: ViralLoad, id: ThresholdRuleId): string {
  const rule = findThresholdRule(id);
  if (rule === undefined) return "no rule";
  const verdict = categorise(measurement, rule);
  expect(verdict.rule).toEqual({ id, validFrom: rule.validFrom });
  switch (verdict.kind) {
    case "category":
      return verdict.category;
    case "undetermined":
      return `? ${verdict.possible.join(" ")}, ${verdict.reason}`;
    case "no-result":
      return `- ${verdict.reason}`;
  }
}

const both = "? suppressed unsuppressed, limit-across-threshold";
const three = "? suppressed low-level unsuppressed, limit-across-threshold";
const two = "? suppressed low-level, limit-across-threshold";
const RULES = ["who-2023", "less-than-1000", "less-than-200", "at-most-50", "ethiopia-bands"] as const;

/** Typed out from the sources, not from the rules: at 1000 they contradict each other. */
const TABLE: readonly (readonly [string, ViralLoad, readonly string[]])[] = [
  ["20", quantified("20"), ["suppressed", "suppressed", "suppressed", "suppressed", "suppressed"]],
  ["50", quantified("50"), ["suppressed", "suppressed", "suppressed", "suppressed", "suppressed"]],
  ["50.1", quantified("50.1"), ["suppressed", "suppressed", "suppressed", "unsuppressed", "low-level"]],
  ["199", quantified("199"), ["suppressed", "suppressed", "suppressed", "unsuppressed", "low-level"]],
  ["200", quantified("200"), ["suppressed", "suppressed", "unsuppressed", "unsuppressed", "low-level"]],
  ["999", quantified("999"), ["suppressed", "suppressed", "unsuppressed", "unsuppressed", "low-level"]],
  ["1000", quantified("1000"), ["suppressed", "unsuppressed", "unsuppressed", "unsuppressed", "low-level"]],
  [
    "3.00 log",
    quantified("3.00", "log10-copies-per-ml"),
    ["suppressed", "unsuppressed", "unsuppressed", "unsuppressed", "low-level"],
  ],
  ["1001", quantified("1001"), ["unsuppressed", "unsuppressed", "unsuppressed", "unsuppressed", "unsuppressed"]],
  ["< 20", below("20"), ["suppressed", "suppressed", "suppressed", "suppressed", "suppressed"]],
  ["< 50", below("50"), ["suppressed", "suppressed", "suppressed", "suppressed", "suppressed"]],
  ["<= 50", below("50", "<="), ["suppressed", "suppressed", "suppressed", "suppressed", "suppressed"]],
  ["< 200", below("200"), ["suppressed", "suppressed", "suppressed", both, two]],
  ["<= 200", below("200", "<="), ["suppressed", "suppressed", both, both, two]],
  ["< 400", below("400"), ["suppressed", "suppressed", both, both, two]],
  ["< 1000", below("1000"), ["suppressed", "suppressed", both, both, two]],
  ["<= 1000", below("1000", "<="), ["suppressed", both, both, both, two]],
  ["< 1001", below("1001"), [both, both, both, both, three]],
  ["> 10000000", above("10000000"), ["unsuppressed", "unsuppressed", "unsuppressed", "unsuppressed", "unsuppressed"]],
  ["> 1000", above("1000"), ["unsuppressed", "unsuppressed", "unsuppressed", "unsuppressed", "unsuppressed"]],
  [
    ">= 1000",
    above("1000", ">="),
    [both, "unsuppressed", "unsuppressed", "unsuppressed", "? low-level unsuppressed, limit-across-threshold"],
  ],
  [
    "> 999",
    above("999"),
    [both, both, "unsuppressed", "unsuppressed", "? low-level unsuppressed, limit-across-threshold"],
  ],
  ["> 20", above("20"), [both, both, both, both, three]],
  ["not detected", notDetected(), ["undetectable", "suppressed", "suppressed", "suppressed", "suppressed"]],
  [
    "not detected of 40",
    notDetected({ detectionLimitCopiesPerMl: 40 }),
    ["undetectable", "suppressed", "suppressed", "suppressed", "suppressed"],
  ],
  // A dried spot in which nothing was found may hold 700 copies/mL.
  [
    "not detected of 790.2",
    notDetected({ detectionLimitCopiesPerMl: 790.2, lowerLimitCopiesPerMl: 20 }),
    ["undetectable", "suppressed", both, both, two],
  ],
  [
    "not detected, lower limit 1000",
    notDetected({ lowerLimitCopiesPerMl: 1000 }),
    ["undetectable", "suppressed", both, both, two],
  ],
  [
    "below its own limit of 40",
    below(null, "<", { lowerLimitCopiesPerMl: 40 }),
    ["suppressed", "suppressed", "suppressed", "suppressed", "suppressed"],
  ],
  [
    "above its own limit",
    above(null, ">", { upperLimitCopiesPerMl: 1e7 }),
    ["unsuppressed", "unsuppressed", "unsuppressed", "unsuppressed", "unsuppressed"],
  ],
  ["rejected", withoutResult("rejected"), RULES.map(() => "- rejected")],
  ["failed", withoutResult("failed"), RULES.map(() => "- failed")],
  ["pending", withoutResult("pending"), RULES.map(() => "- pending")],
];

describe("categorise", () => {
  it.each(TABLE)("%s", (_, measurement, expected) => {
    expect(RULES.map((rule) => outcome(measurement, rule))).toEqual(expected);
  });

  it("cannot tell without a limit, and not without a factor", () => {
    expect(outcome(below(null), "who-2023")).toBe("? suppressed unsuppressed, limit-unknown");
    expect(outcome(above(null), "who-2023")).toBe("? suppressed unsuppressed, limit-unknown");
    expect(outcome(quantified("34", "iu-per-ml"), "at-most-50")).toBe("? suppressed unsuppressed, factor-unknown");
  });

  it("converts with the factor of the assay", () => {
    const rule = findThresholdRule("at-most-50");
    if (rule === undefined) throw new Error("no such rule");
    const verdict = (factor: number) => categorise(quantified("100", "iu-per-ml"), rule, { iuPerCopy: factor });
    expect([verdict(2), verdict(1.9)].map((one) => one.kind === "category" && one.category)).toEqual([
      "suppressed",
      "unsuppressed",
    ]);
  });

  it("never calls a result below 1000 unsuppressed, and a limit allows the category of every value behind it", () => {
    const limit = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(limit, fc.integer({ min: 1, max: 20_000 }), fc.constantFrom("<", "<="), (upTo, value, sign) => {
        for (const rule of THRESHOLD_RULES) {
          const verdict = categorise(below(String(upTo), sign), rule);
          if (upTo <= 1000) expect(verdict.kind === "category" && verdict.category).not.toBe("unsuppressed");
          const single = categorise(quantified(String(value)), rule);
          if (single.kind !== "category") throw new Error("a number always has a category");
          const isBehind = sign === "<" ? value < upTo : value <= upTo;
          const possible =
            verdict.kind === "category" ? [verdict.category] : verdict.kind === "undetermined" ? verdict.possible : [];
          if (isBehind) expect(possible).toContain(single.category);
        }
      }),
    );
  });

  it("gets no better as the number grows", () => {
    const copies = fc.integer({ min: 1, max: 3000 });
    fc.assert(
      fc.property(copies, copies, (a, b) => {
        for (const rule of THRESHOLD_RULES) {
          const rank = (value: number) => {
            const verdict = categorise(quantified(String(value)), rule);
            return verdict.kind === "category" ? VIRAL_LOAD_CATEGORIES.indexOf(verdict.category) : -1;
          };
          if (a < b) expect(rank(a)).toBeLessThanOrEqual(rank(b));
        }
      }),
    );
  });
});
