import type { RFigure } from "../r-script/r-script-input";

/** What stands of one person before and after: suppressed, unsuppressed, does not tell, missing. */
export type RStatus = "s" | "u" | "x" | "m";

/** One person before and after under one rule. */
export interface RShiftRow {
  /** Number of the rule, from 1. */
  readonly rule: number;
  /** The cohort in question, or the one it is compared with. */
  readonly cohort: "A" | "B";
  readonly before: RStatus;
  readonly after: RStatus;
}

/** One result on the logarithmic scale: the value lies from `low` to `high`; NA for an end that nobody knows. */
export interface RValueRow {
  readonly person: number;
  readonly cohort: "A" | "B";
  readonly after: 0 | 1;
  readonly low: number | null;
  readonly high: number | null;
}

/** How long one person was seen, and whether it ended by the event. */
export interface RTimeRow {
  readonly event: "suppression" | "rebound";
  readonly cohort: "A" | "B";
  readonly days: number;
  readonly happened: 0 | 1;
}

/** Everything that goes into the script. Plain values; what the page hides is not among them. */
export interface RResultsInput {
  readonly provenance: readonly { readonly label: string; readonly value: string }[];
  readonly shifts: readonly RShiftRow[];
  readonly values: readonly RValueRow[];
  readonly times: readonly RTimeRow[];
  readonly figures: readonly RFigure[];
}
