/** Why an item has no answer. Both are kept, both are missing for scoring. */
export const NON_ANSWERS = ["skipped", "declined"] as const;
export type NonAnswer = (typeof NON_ANSWERS)[number];

/** One answer: a response code or a number as the item's response says, or the reason there is none. */
export type Answer = number | NonAnswer;

/** An answer sheet by item id. An absent key, undefined, "skipped" and "declined" all mean missing to the scorer. */
export type Answers = Readonly<Record<string, Answer | undefined>>;

/** True for the two words that stand for a missing answer. */
export function isNonAnswer(value: unknown): value is NonAnswer {
  return value === "skipped" || value === "declined";
}
