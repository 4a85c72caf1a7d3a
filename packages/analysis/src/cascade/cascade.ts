import type { RuleReference, ThresholdRule } from "@alongside/domain/viral-load/categorise";
import type { Estimate } from "@alongside/statistics/estimate";
import { proportion } from "@alongside/statistics/proportions/proportion-intervals";
import { claimLevel } from "../claim/claim-level";
import { showNestedCounts } from "../disclosure-control/show-nested-counts";
import { effectiveThreshold, type ShownCount, SUPPRESSED } from "../disclosure-control/shown-count";
import { awaitingCount } from "../suppression/awaiting-figures";
import { type AnalysisFrame, viralLoadEstimand } from "../viral-load-rows/analysis-frame";
import { ruleReference } from "../viral-load-rows/category-rule";
import {
  type CascadeCounts,
  type CascadePerson,
  type CascadeWindow,
  cascadeCounts,
  TX_PVLS_WINDOW,
} from "./cascade-people";
import type { CascadeStepId } from "./cascade-steps";

/** One share of the cascade. Its words are `CASCADE_TEXTS`. */
export interface CascadeStep {
  readonly id: CascadeStepId;
  readonly numerator: ShownCount;
  /** Null where nobody in a programme can know it. */
  readonly denominator: ShownCount | null;
  readonly share: Estimate | { readonly kind: "not-knowable" };
  /** Lowest and highest share that those of whom nothing is known leave possible; null where hidden or none are unknown. */
  readonly bounds: { readonly low: number; readonly high: number } | null;
  /** The target: 95 of 100; null for coverage, which has none of its own. */
  readonly target: number | null;
}

/** What a programme of people living with HIV knows of the three 95s, and what it does not. */
export interface Cascade {
  readonly kind: "cascade";
  readonly rule: RuleReference;
  readonly window: CascadeWindow;
  readonly steps: readonly CascadeStep[];
  readonly unknown: { readonly treatment: ShownCount; readonly undetermined: ShownCount };
  /** Of those tested: with a latest result that waits for a second person or was queried. */
  readonly awaiting: ShownCount;
  readonly frame: AnalysisFrame;
}

export interface CascadeRequest {
  /** Everybody enrolled, of a programme or of one cohort. */
  readonly people: readonly CascadePerson[];
  readonly rule: ThresholdRule;
  readonly window?: CascadeWindow;
  readonly threshold: number;
}

const PROVENANCE = { analysis: "cascade/cascade", version: 1 } as const;
const TARGET = 0.95;

/**
 * The 95-95-95 cascade on the day of the report. Counts are of people, each by the latest result, and all of them go through
 * disclosure control together; a share stands only where both of its numbers do.
 */
export function cascade({ people, rule, window = TX_PVLS_WINDOW, threshold }: CascadeRequest): Cascade {
  const counts = cascadeCounts(people, rule, window);
  const shown = shownCounts(counts, threshold);
  const told = counts.suppressed + counts.unsuppressed;
  const target = TARGET;
  return {
    kind: "cascade",
    rule: ruleReference(rule),
    window,
    steps: [
      {
        id: "status",
        numerator: shown.inCare,
        denominator: null,
        share: { kind: "not-knowable" },
        bounds: null,
        target,
      },
      step("treatment", shown.onTreatment, shown.inCare, counts.treatmentUnknown, shown.treatmentUnknown, target),
      step("coverage", shown.tested, shown.eligible, 0, { kind: "exact", n: 0 }, null),
      step("suppressed-tested", shown.suppressed, shown.told, 0, { kind: "exact", n: 0 }, target),
      step("suppressed-all", shown.suppressed, shown.eligible, counts.eligible - told, shown.untold, target),
    ],
    awaiting: awaitingCount(
      counts.awaiting,
      counts.tested - counts.awaiting,
      shown.tested.kind === "exact" ? null : shown.tested,
      threshold,
    ),
    unknown: { treatment: shown.treatmentUnknown, undetermined: shown.undetermined },
    frame: {
      estimand: viralLoadEstimand({
        population: "enrolled",
        timepointId: "",
        comparison: { kind: "none" },
        summary: "share",
        rule: ruleReference(rule),
      }),
      claim: claimLevel({ waves: 1, compared: "nothing", adjusted: false, defended: false }),
      sets: [
        { set: "enrolled", count: shown.inCare },
        { set: "analysed", count: shown.eligible },
      ],
      assumptions: [
        { id: "missing-at-random", status: counts.tested < 0.9 * counts.eligible ? "warn" : "pass", limit: 0.1 },
        { id: "category-known", status: counts.undetermined > 0 ? "warn" : "pass" },
      ],
      provenance: PROVENANCE,
    },
  };
}

function step(
  id: CascadeStepId,
  numerator: ShownCount,
  denominator: ShownCount,
  unknown: number,
  shownUnknown: ShownCount,
  target: number | null,
): CascadeStep {
  if (numerator.kind !== "exact" || denominator.kind !== "exact") {
    return { id, numerator, denominator, share: SUPPRESSED, bounds: null, target };
  }
  const [x, n] = [numerator.n, denominator.n];
  const bounded = unknown > 0 && shownUnknown.kind === "exact" && n > 0;
  const bounds = bounded ? { low: x / n, high: (x + unknown) / n } : null;
  return { id, numerator, denominator, share: proportion(x, n), bounds, target };
}

/** All counts of the cascade, hidden together. `told`: tested with a category; `untold`: should have one, and has none. */
function shownCounts(counts: CascadeCounts, threshold: number) {
  const k = effectiveThreshold(threshold);
  const told = counts.suppressed + counts.unsuppressed;
  const untold = counts.eligible - told;
  const shown = showNestedCounts(
    [
      {
        id: "inCare",
        n: counts.inCare,
        contains: ["onTreatment", "treatmentUnknown", "on or unknown"],
      },
      { id: "treatmentUnknown", n: counts.treatmentUnknown, contains: [] },
      { id: "onTreatment", n: counts.onTreatment, contains: ["eligible"] },
      { id: "eligible", n: counts.eligible, contains: ["tested"] },
      { id: "tested", n: counts.tested, contains: ["told", "undetermined", "suppressed or undetermined"] },
      { id: "told", n: told, contains: ["suppressed"] },
      { id: "undetermined", n: counts.undetermined, contains: [] },
      { id: "suppressed", n: counts.suppressed, contains: [] },
    ],
    [
      { id: "on or unknown", plus: ["onTreatment", "treatmentUnknown"], minus: [] },
      { id: "suppressed or undetermined", plus: ["suppressed", "undetermined"], minus: [] },
    ],
    k,
  );
  const look = (id: string): ShownCount => shown.get(id) ?? { kind: "hidden", below: k };
  const [eligible, toldShown] = [look("eligible"), look("told")];
  const exact = eligible.kind === "exact" && toldShown.kind === "exact";
  return {
    inCare: look("inCare"),
    onTreatment: look("onTreatment"),
    treatmentUnknown: look("treatmentUnknown"),
    eligible,
    tested: look("tested"),
    told: toldShown,
    undetermined: look("undetermined"),
    suppressed: look("suppressed"),
    untold: exact ? ({ kind: "exact", n: untold } as const) : ({ kind: "hidden", below: k } as const),
  };
}
