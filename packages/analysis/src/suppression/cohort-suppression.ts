import type { RuleReference, ThresholdRule } from "@alongside/domain/viral-load/categorise";
import { hideInLine } from "../disclosure-control/hide-in-line";
import { boundsOf, effectiveThreshold, type ShownCount, suppressCount } from "../disclosure-control/shown-count";
import { ruleReference } from "../viral-load-rows/category-rule";
import { type AwaitingFigures, awaitingFigures } from "./awaiting-figures";
import { type DenominatorFigures, denominatorFigures } from "./denominator-figures";
import { type ShownPeople, shownPeople } from "./shown-people";
import { DENOMINATORS, type Denominator, type StatusPairs } from "./status-table";
import type { UsableTable } from "./usable-table";

/** What deserves to be said beside the figures. */
export const SUPPRESSION_CAUTIONS = [
  /**
   * More people have no result before than after. Counting no result as unsuppressed then turns first tests into gains.
   */
  "missing-before",
  /** More than two fifths of people have no two categories. */
  "mostly-missing",
  /** Some results do not tell under this rule. */
  "undetermined",
] as const;
export type SuppressionCaution = (typeof SUPPRESSION_CAUTIONS)[number];

/** Suppression of one cohort before and after, by one rule. */
export interface CohortSuppression {
  readonly cohortId: string;
  readonly rule: RuleReference;
  readonly people: ShownPeople & {
    readonly enrolled: ShownCount;
    readonly died: ShownCount;
    readonly notExpected: ShownCount;
  };
  /** One per denominator, in their order: tested only, missing as unsuppressed, worst and best. */
  readonly figures: readonly DenominatorFigures[];
  /** Where false, the bounds are wider than they need be, so that no small group shows. */
  readonly sharpBounds: boolean;
  /** What waits for a second person. Null beside another rule, where the first rule's says it. */
  readonly awaiting: AwaitingFigures | null;
  readonly cautions: readonly SuppressionCaution[];
}

/** Share of people without two categories beyond which the tested cannot speak for all. House rule. */
const MOSTLY = 0.4;

interface ShownHow {
  readonly threshold: number;
  /** Whether it is the first of the rules. */
  readonly first: boolean;
  /** How everybody enrolled is shown, where that was decided for several pages at once. */
  readonly enrolled?: ShownCount | undefined;
}

/** Every figure of a cohort that may be shown. */
export function cohortSuppression(
  cohortId: string,
  rule: ThresholdRule,
  found: StatusPairs,
  usable: UsableTable,
  { threshold, first, enrolled }: ShownHow,
): CohortSuppression {
  const { pairs, died, notExpected } = found;
  const k = effectiveThreshold(threshold);
  const outside = died + notExpected;
  const few = k > 1 && outside > 0 && outside < k;
  const people = shownPeople(pairs, threshold);
  // Where everybody is told as a range, the two are told only as far as that and those to be tested tell them.
  const told = enrolled === undefined || enrolled.kind === "exact";
  const [diedShown, notExpectedShown] = few || !told ? [] : hideInLine([died, notExpected], k);
  const most = told ? (few ? k - 1 : outside) : boundsOf(enrolled).high - boundsOf(people.expected).low;
  const anything: ShownCount = { kind: "range", low: 0, high: Math.max(0, most) };
  return {
    cohortId,
    rule: ruleReference(rule),
    people: {
      ...people,
      enrolled: told ? shownEnrolled(people.expected, outside, k) : enrolled,
      died: diedShown ?? anything,
      notExpected: notExpectedShown ?? anything,
    },
    figures: DENOMINATORS.map((one: Denominator) => denominatorFigures(one, usable.shifts[one])),
    sharpBounds: usable.sharpBounds,
    awaiting: first ? awaitingFigures(pairs, usable.shifts["tested-only"].kind, people.tested, threshold) : null,
    cautions: cautionsOf(found, people, usable, k),
  };
}

/** Everybody enrolled: a range where the exact number, less those to be tested, would be a few. */
function shownEnrolled(expected: ShownCount, outside: number, k: number): ShownCount {
  const { low, high } = boundsOf(expected);
  const few = k > 1 && outside > 0 && outside < k;
  if (!few && expected.kind === "exact") return suppressCount(expected.n + outside, k);
  if (outside === 0) return expected;
  return { kind: "range", low: low + (few ? 1 : outside), high: high + (few ? k - 1 : outside) };
}

/** What can be said without telling more than the counts beside it do. */
function cautionsOf(
  { pairs }: StatusPairs,
  { expected, missing, undetermined }: ShownPeople,
  { sharpBounds }: UsableTable,
  k: number,
): readonly SuppressionCaution[] {
  const count = (which: (pair: StatusPairs["pairs"][number]) => boolean) => pairs.filter(which).length;
  const lacking = boundsOf(missing).low + boundsOf(undetermined).low;
  const without = (when: "before" | "after") => count((pair) => pair[when] === "missing");
  const holds: Readonly<Record<SuppressionCaution, boolean>> = {
    "missing-before": (sharpBounds || k === 1) && without("before") > without("after"),
    "mostly-missing": lacking > MOSTLY * boundsOf(expected).high,
    undetermined: boundsOf(undetermined).low > 0,
  };
  return SUPPRESSION_CAUTIONS.filter((caution) => holds[caution]);
}
