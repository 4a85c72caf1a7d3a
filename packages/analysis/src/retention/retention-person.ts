import type { EnrolmentStatus } from "@alongside/domain/enrolment/enrolment-status";

/** Somebody in a cohort from their enrolment on. */
export interface RetentionPerson {
  readonly cohortId: string;
  /** Whole days from enrolment to its end or, where it has not ended, to the day of the report. At least 0. */
  readonly days: number;
  /** How it stands on the last of these days. */
  readonly status: EnrolmentStatus;
  /** Days after enrolment on which somebody saw them: a contact, answers or a specimen; in any order. */
  readonly seen: readonly number[];
  /** The day after their enrolment, also before it, from which contacts are logged in their cohort; null where none ever was. */
  readonly loggedFrom: number | null;
}

/** How somebody stops being in a programme before its planned end. */
export const ENDINGS = ["left", "transferred", "died"] as const;
export type Ending = (typeof ENDINGS)[number];

const ENDING_OF = {
  active: null,
  completed: "completed",
  // Who says that they go and who stays away without a word left before the end, both.
  withdrawn: "left",
  lost: "left",
  transferred: "transferred",
  died: "died",
} as const satisfies Record<EnrolmentStatus, Ending | "completed" | null>;

/** How a status ends the time; null where it goes on. Completing the programme is no loss, and yet nobody can be lost after it. */
export function endingOf(status: EnrolmentStatus): Ending | "completed" | null {
  return ENDING_OF[status];
}
