import type { RuleReference } from "@alongside/domain/viral-load/categorise";
import type { Claim } from "../claim/claim-level";
import type { ShownCount } from "../disclosure-control/shown-count";
import type { AnalysisSet, Estimand } from "../estimand/estimand";

/** What the analyses of viral loads take for granted, each with a check of its own. */
export const VIRAL_LOAD_ASSUMPTIONS = [
  /** People without a result are like those with one. */
  "missing-at-random",
  /** Every result could be put into a category. */
  "category-known",
  /** Both results come from the same kind of specimen. */
  "same-specimen",
  /** Few enough values lie beyond limits for a mean. */
  "few-censored",
  /** The logarithms, as far as they are seen, lie like a normal distribution. */
  "normal-logarithm",
  /** Every "not detected" comes with what would have been found. */
  "limits-known",
  /** Between two specimens nobody knows; the event is dated by the first specimen that shows it. */
  "seen-at-visits",
  /** Whoever was last seen without the event has the prospects of those seen longer. */
  "non-informative-end",
  /** Cohorts alike in what was measured before. */
  "balance",
  /** Enough sites for an error that allows for them. */
  "enough-clusters",
] as const;

/** The outcome of a check; `figure` is the number it went by and `limit` what it was held against. */
export interface ViralLoadAssumption {
  readonly id: (typeof VIRAL_LOAD_ASSUMPTIONS)[number];
  readonly status: "pass" | "warn" | "fail" | "cannot-check";
  readonly figure?: number;
  readonly limit?: number;
}

/** The question a figure of viral loads answers. */
export interface ViralLoadEstimand extends Omit<Estimand, "summary" | "comparison"> {
  readonly comparison: Estimand["comparison"] | { readonly kind: "none" };
  readonly summary: "risk-difference" | "mean-change" | "mean-difference" | "share" | "time-to-event" | "counts";
  /** The rule that makes categories of results; null where none is needed. */
  readonly rule: RuleReference | null;
}

/** What every result carries beside its figures. */
export interface AnalysisFrame {
  readonly estimand: ViralLoadEstimand;
  readonly claim: Claim;
  /** The people of each set, as they may be shown. */
  readonly sets: readonly { readonly set: AnalysisSet; readonly count: ShownCount }[];
  readonly assumptions: readonly ViralLoadAssumption[];
  /** Which analysis, and which version of it; raised whenever the same rows would give another figure. */
  readonly provenance: { readonly analysis: string; readonly version: number };
}

/** Measure of every estimand here. */
const MEASURE = "laboratory/viral-load";

/**
 * The estimand of a figure of viral loads. Whoever was tested counts, whatever happened in between; of people who died
 * nothing is made up.
 */
export function viralLoadEstimand(
  parts: Pick<ViralLoadEstimand, "population" | "timepointId" | "comparison" | "summary" | "rule">,
): ViralLoadEstimand {
  return {
    ...parts,
    measure: MEASURE,
    events: [
      { event: "left-project", strategy: "treatment-policy" },
      { event: "moved-cohort", strategy: "treatment-policy" },
      { event: "treatment-changed", strategy: "treatment-policy" },
      { event: "died", strategy: "while-alive" },
    ],
  };
}
