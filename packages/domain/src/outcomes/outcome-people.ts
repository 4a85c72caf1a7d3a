/** By what a list of the people behind an outcome is in order. */
export const PEOPLE_ORDERS = ["worst", "best", "before", "after", "code"] as const;
export type PeopleOrder = (typeof PEOPLE_ORDERS)[number];

/** Which of these people: by what became of them, or those of whom that is not known. */
export const PEOPLE_KINDS = [
  "all",
  "recovered",
  "reliably-improved",
  "unchanged",
  "reliably-deteriorated",
  "not-known",
] as const;
export type PeopleKind = (typeof PEOPLE_KINDS)[number];
