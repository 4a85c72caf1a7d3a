/** The lists of what a clinic still has to do about results. Computed each time, never stored. */
export const WORKLISTS = [
  /** A result is due, and not yet overdue. */
  "due",
  /** A result was due more than the grace period ago. */
  "overdue",
  /** A second person has to look at it. */
  "awaiting-verification",
  /** A second person has queried it; it waits for a correction. */
  "queried",
  /** The last result is unsuppressed, and the time for a repeat has passed without a new specimen. */
  "unsuppressed",
  /** The newest specimen gave no result. */
  "rejected",
  /** Counselling that is open. */
  "counselling",
] as const;
export type Worklist = (typeof WORKLISTS)[number];
