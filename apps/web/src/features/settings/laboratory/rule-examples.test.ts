import { findThresholdRule, THRESHOLD_RULES } from "@alongside/domain/viral-load/threshold-rules.data";
import { describe, expect, it } from "vitest";
import { type RuleExample, rulesApart } from "./rule-examples";

const ruleNamed = (id: string) => findThresholdRule(id) ?? THRESHOLD_RULES[0];
const apart = (one: string, other: string) => rulesApart(ruleNamed(one), ruleNamed(other)).map(written);

function written({ result, before, after }: RuleExample): string {
  const value = "value" in result ? result.value : "";
  const comparator = "comparator" in result ? (result.comparator ?? "") : "";
  const said = [before, after].map((verdict) => (verdict.kind === "category" ? verdict.category : verdict.kind));
  return `${value === "" ? result.state : `${comparator}${value}`}: ${said.join(" -> ")}`;
}

describe("where two rules part", () => {
  it("is nowhere for a rule and itself", () => {
    for (const rule of THRESHOLD_RULES) expect(rulesApart(rule, rule)).toEqual([]);
  });

  it("is at exactly 1000, and at what is not detected, between the two rules of 1000", () => {
    expect(apart("who-2023", "less-than-1000")).toEqual([
      "not-detected: undetectable -> suppressed",
      "1000: suppressed -> unsuppressed",
    ]);
  });

  it("leaves a limit above the threshold undetermined, never unsuppressed", () => {
    expect(apart("less-than-1000", "less-than-200")).toEqual([
      "200: suppressed -> unsuppressed",
      "201: suppressed -> unsuppressed",
      "<400: suppressed -> undetermined",
      "999: suppressed -> unsuppressed",
      "<1000: suppressed -> undetermined",
    ]);
  });

  it("is the middle band between two rules that share their ends", () => {
    expect(apart("at-most-50", "ethiopia-bands")).toContain("51: unsuppressed -> low-level");
    expect(apart("at-most-50", "ethiopia-bands").join()).not.toContain("1001");
  });
});
