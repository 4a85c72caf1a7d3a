import { type CategoryVerdict, categorise, type ThresholdRule } from "@alongside/domain/viral-load/categorise";
import type { ViralLoad } from "@alongside/domain/viral-load/measurement";

/** A result that shows what a rule makes of it. */
export interface RuleExample {
  readonly id: string;
  readonly result: ViralLoad;
  readonly before: CategoryVerdict;
  readonly after: CategoryVerdict;
}

const COMMON = {
  specimen: "plasma",
  assay: null,
  reason: "routine",
  asPrinted: null,
  collectedOn: "2026-01-01",
  receivedOn: null,
  testedOn: null,
  returnedOn: null,
  upperLimitCopiesPerMl: null,
  detectionLimitCopiesPerMl: null,
} as const;

const counted = (value: number): ViralLoad => ({
  ...{ ...COMMON, lowerLimitCopiesPerMl: 20, state: "quantified", comparator: null },
  ...{ value: `${value}`, unit: "copies-per-ml" },
});
const below = (limit: number): ViralLoad => ({
  ...{ ...COMMON, lowerLimitCopiesPerMl: limit, state: "below-quantification", comparator: "<" },
  ...{ value: `${limit}`, unit: "copies-per-ml" },
});

/** Just under, at and just over every limit some rule has, and what laboratories print without a number. */
const RESULTS: readonly ViralLoad[] = [
  { ...COMMON, lowerLimitCopiesPerMl: 20, state: "not-detected" },
  below(20),
  ...[49, 50, 51].map(counted),
  below(150),
  ...[199, 200, 201].map(counted),
  below(400),
  ...[999, 1000, 1001].map(counted),
  below(1000),
];

/** The results about which two rules do not say the same. Empty for a rule and itself. */
export function rulesApart(before: ThresholdRule, after: ThresholdRule): readonly RuleExample[] {
  return RESULTS.map((result, at) => ({
    id: `${at}`,
    result,
    before: categorise(result, before),
    after: categorise(result, after),
  })).filter((example) => said(example.before) !== said(example.after));
}

function said(verdict: CategoryVerdict): string {
  return verdict.kind === "category" ? verdict.category : `${verdict.kind} ${verdict.reason}`;
}
