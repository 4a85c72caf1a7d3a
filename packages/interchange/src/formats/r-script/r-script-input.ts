/**
 * How closely R has to agree with a figure. Closed formulas differ by rounding only; a search stops a little before its
 * goal; degrees of freedom of a likelihood rest on second derivatives. P values are held relative to themselves.
 */
export const FIGURE_TOLERANCES = {
  exact: { tolerance: 0, floor: 1 },
  closed: { tolerance: 1e-9, floor: 1 },
  search: { tolerance: 1e-6, floor: 1 },
  likelihood: { tolerance: 1e-5, floor: 1 },
  degrees: { tolerance: 1e-3, floor: 1 },
  "p-value": { tolerance: 1e-6, floor: 1e-300 },
  "likelihood-p-value": { tolerance: 1e-2, floor: 1e-300 },
} as const satisfies Record<string, { readonly tolerance: number; readonly floor: number }>;
export type FigureTolerance = keyof typeof FIGURE_TOLERANCES;

/** One number of the page. The part of its name before the first dot is the section that computes it again. */
export interface RFigure {
  readonly name: string;
  readonly value: number;
  readonly tolerance: FigureTolerance;
}

/** Why there is or is not a form: scored, prorated, unscored, not measured, not expected. */
export type RWaveState = "s" | "p" | "u" | "n" | "x";

/** One person: a row number and nothing else to tell them by. */
export interface RPerson {
  readonly row: number;
  /** The cohort in question, or the one it is compared with. */
  readonly cohort: "A" | "B";
  /** Number of the site; null in every row when sites are not to be told apart. */
  readonly site: number | null;
  /** Number of the supporting volunteer; null where there is none or it is not known. */
  readonly volunteer: number | null;
  /** Null in every row when standings are not to be told apart. */
  readonly standing: string | null;
  /** By wave, the baseline first; null where there is none. */
  readonly scores: readonly (number | null)[];
  readonly states: readonly RWaveState[];
  /** What else a comparison adjusts for; as many in every row. */
  readonly covariates: readonly (number | null)[];
}

/** What decided the figures besides the scores. */
export interface RSettings {
  /** Position of the follow-up; the baseline is 0. */
  readonly wave: number;
  readonly improvement: "increase" | "decrease" | "none";
  readonly range: { readonly minimum: number; readonly maximum: number } | null;
  readonly importantDifference: number | null;
  readonly reliability: number | null;
  /** Whether the reliability comes from measuring people twice, and so stands before that of the items. */
  readonly retested: boolean;
  readonly entry: { readonly cutOff: number; readonly side: "at-least" | "at-most" } | null;
  /** Rung of the covariance ladder of the model over all waves; null where there is no model. */
  readonly structure: string | null;
  /** The same of the model that compares two cohorts over all waves. */
  readonly overWavesStructure: string | null;
  /** What the difference of two cohorts is planned by: scores after at equal scores before, or changes. */
  readonly plannedBy: "ancova" | "difference-in-differences";
  /** Whether the weighted differences have sites as clusters. */
  readonly weightedBySites: boolean;
  /** What sites add to the number of people a difference needs, where the rows do not say which site is whose; else null. */
  readonly designEffect: number | null;
  readonly bootstrap: { readonly resamples: number; readonly seed: readonly number[] } | null;
  /** Furthest shift looked at for the tipping point, with its sign; null where none was looked for. */
  readonly tippingReach: number | null;
}

/** Everything that goes into the script. Plain values; what the page hides is not among them. */
export interface RScriptInput {
  /** Day of the computation, YYYY-MM-DD; also in the file's name. */
  readonly date: string;
  /** Where the figures come from, as lines of a comment: hashes, versions, plan, seed. */
  readonly provenance: readonly { readonly label: string; readonly value: string }[];
  /** Figures of the page that are not computed again, each with the reason; lines of a comment. */
  readonly leftOut: readonly { readonly what: string; readonly why: string }[];
  readonly settings: RSettings;
  readonly people: readonly RPerson[];
  /** Changes of the people without a later score, one list for each time they were filled in. */
  readonly imputedChanges: readonly (readonly number[])[];
  /** Answers to the items at the baseline, one row a person; empty where there are none or they are not to be shown. */
  readonly items: readonly (readonly number[])[];
  /** P values of the tests in the outcome's family, its own first, and of how many tests the family is. */
  readonly familyPValues: readonly number[];
  readonly familyTests: number;
  readonly figures: readonly RFigure[];
}
