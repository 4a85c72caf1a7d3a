/** What may happen in a loop, in this order: sessions, a repeat of the test, an end. */
export const COUNSELLING_EVENTS = ["session", "repeat", "closed"] as const;
export type CounsellingEventKind = (typeof COUNSELLING_EVENTS)[number];

/** What became of the result that opened a loop: it is as it was, was corrected since, or was taken back. */
export const LOOP_GROUNDS = ["stands", "corrected", "withdrawn"] as const;
export type LoopGround = (typeof LOOP_GROUNDS)[number];

/** How a loop ends. */
export const COUNSELLING_OUTCOMES = ["suppressed", "still-unsuppressed", "regimen-changed", "ended"] as const;
export type CounsellingOutcome = (typeof COUNSELLING_OUTCOMES)[number];
