/** How somebody stands with the programme. Every one but "active" has a day on which the enrolment ended. */
export const ENROLMENT_STATUSES = ["active", "completed", "withdrawn", "transferred", "lost", "died"] as const;
export type EnrolmentStatus = (typeof ENROLMENT_STATUSES)[number];
