/** What every outcome carries, so that a stored score can be traced to how it was made. */
interface ScoreProvenance {
  readonly edition: string;
  /** Version of the scoring engine. */
  readonly engine: string;
  /** The missing-item rule as an identifier, e.g. "7-of-9/person-mean/nearest-integer". */
  readonly rule: string;
  /** Items of the scale that apply to this person. */
  readonly itemsTotal: number;
  readonly itemsUsed: number;
  /** Ids of applicable items without an answer, in the scale's order. */
  readonly missing: readonly string[];
}

/** Why a scale has no score although nothing is missing. */
export type NotApplicableReason =
  /** No item of the scale is asked of this person. */
  | "no-item-applies"
  /** A share of nothing: the denominator is zero. */
  | "denominator-zero"
  /** A value under or over a reporting limit that cannot decide this threshold. */
  | "undecided-by-limit"
  /** The raw score is not in the published table. */
  | "not-in-table"
  /** A part of the total does not apply. */
  | "part-not-applicable";

export type ScoreOutcome =
  | (ScoreProvenance & {
      readonly outcome: "scored";
      readonly value: number;
      /** True when an allowed missing item was filled in. */
      readonly prorated: boolean;
    })
  | (ScoreProvenance & { readonly outcome: "incomplete"; readonly needed: number; readonly had: number })
  | (ScoreProvenance & { readonly outcome: "not-applicable"; readonly why: NotApplicableReason });
