/** Which people a figure is about. Every analysis names its set; they are shown together in the flow. */
export const ANALYSIS_SETS = [
  /** Everybody enrolled. */
  "enrolled",
  /** Enrolled and scored at the baseline. */
  "baseline-measured",
  /** Everybody the model uses, some of them with missing waves. */
  "analysed",
  /** Scored at the baseline and at the timepoint in question. */
  "complete-cases",
] as const;
export type AnalysisSet = (typeof ANALYSIS_SETS)[number];

/** What is done about events after entry that change what a score means or whether there is one. */
export const EVENT_STRATEGIES = [
  /** The score counts whatever happened in between. */
  "treatment-policy",
  /** The question is about what would have been, had it not happened; by a model for what is missing. */
  "hypothetical",
  /** No score exists after it and none is made up: death. */
  "while-alive",
] as const;
export type EventStrategy = (typeof EVENT_STRATEGIES)[number];

/** The question a figure answers, in the five parts of ICH E9 (R1), before any method is named. */
export interface Estimand {
  readonly population: AnalysisSet;
  /** `${instrument}/${scale}` or `measure/${code}`. */
  readonly measure: string;
  readonly timepointId: string;
  readonly comparison:
    | { readonly kind: "baseline" }
    | { readonly kind: "cohorts"; readonly cohortId: string; readonly comparedWith: string };
  readonly events: readonly {
    readonly event: "left-project" | "moved-cohort" | "treatment-changed" | "died";
    readonly strategy: EventStrategy;
  }[];
  readonly summary:
    | "mean-change"
    | "mean-difference"
    /** Share after less share before, in the same people. */
    | "share-change"
    /** The same in one cohort less that in another. */
    | "share-difference";
}

/** The estimand of a change within one cohort: in complete cases, as the Change page reports it, or in more people. */
export function changeEstimand(measure: string, timepointId: string, population: AnalysisSet): Estimand {
  return {
    population,
    measure,
    timepointId,
    comparison: { kind: "baseline" },
    events: [
      { event: "left-project", strategy: population === "complete-cases" ? "treatment-policy" : "hypothetical" },
      { event: "moved-cohort", strategy: "treatment-policy" },
      { event: "treatment-changed", strategy: "treatment-policy" },
      { event: "died", strategy: "while-alive" },
    ],
    summary: "mean-change",
  };
}

/** The estimand of a difference between two cohorts, as the comparison reports it. */
export function comparisonEstimand(
  measure: string,
  timepointId: string,
  cohorts: { readonly cohortId: string; readonly comparedWith: string },
  population: AnalysisSet,
): Estimand {
  return {
    ...changeEstimand(measure, timepointId, population),
    comparison: { kind: "cohorts", ...cohorts },
    summary: "mean-difference",
  };
}
