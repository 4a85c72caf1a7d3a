import type { ResultView } from "./stored-result";

/** A rule a row breaks. `field` names the cell; `values` are dates, limits and codes to say it with. */
export interface RowIssue {
  readonly field: string;
  readonly rule: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A soft check that fired and has no reason yet. */
export interface AskedCheck {
  readonly check: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What became of one row. */
export type RowOutcome =
  /** Stored; `verification` says whether a second person must look at it. */
  | { readonly resultId: string; readonly outcome: "saved"; readonly verification: "not-needed" | "awaiting" }
  /** The very same row was stored before. */
  | { readonly resultId: string; readonly outcome: "same" }
  /** Nothing of it was stored. */
  | { readonly resultId: string; readonly outcome: "refused"; readonly issues: readonly RowIssue[] }
  /** Nothing of it was stored; it may be sent again with a reason for each of these. */
  | { readonly resultId: string; readonly outcome: "needs-reason"; readonly checks: readonly AskedCheck[] }
  /** Another row is stored under this id, and it stays. */
  | { readonly resultId: string; readonly outcome: "conflict"; readonly stored: ResultView };
