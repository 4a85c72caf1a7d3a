/** What a method takes for granted, each with a check of its own. */
export const ASSUMPTIONS = [
  /** Nobody's score says anything about another's. */
  "independence",
  /** The mean of the changes is close to normal: skewness and outliers against the number of people. */
  "normal-mean",
  /** People without the later score are like those with it, given what is known of them. */
  "missing-at-random",
  /** The same questions mean the same before and after. */
  "same-meaning",
  /** The scale has room to move: few at either end. */
  "room-to-move",
  /** Entry did not depend on a score that would have fallen anyway. */
  "no-entry-cut-off",
  /** The scale measures one thing, well enough. */
  "reliable-scale",
  /** Cohorts are alike in what was measured before. */
  "balance",
  /** Everybody could have been in either cohort. */
  "overlap",
  /** Without support, both cohorts would have changed alike. */
  "parallel-change",
  /** Enough clusters for intervals that allow for them. */
  "enough-clusters",
] as const;
export type AssumptionId = (typeof ASSUMPTIONS)[number];

/**
 * The outcome of a check. `figure` is the number it went by and `limit` what it was held against, where there is one, so
 * that the words on the page can say both.
 */
export interface Assumption {
  readonly id: AssumptionId;
  readonly status: "pass" | "warn" | "fail" | "cannot-check";
  readonly figure?: number;
  readonly limit?: number;
  /** Number of people, items or clusters the check rests on. */
  readonly n?: number;
  /** The score before is all that was known of people: whatever else may part them went unseen. */
  readonly scoreAlone?: boolean;
}
