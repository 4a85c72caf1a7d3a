export const COHORT_KINDS = ["peer-support", "comparison", "other"] as const;
export type CohortKind = (typeof COHORT_KINDS)[number];

/** A stored kind as one of those this screen knows. */
export function kindOf(text: string): CohortKind {
  return COHORT_KINDS.find((kind) => kind === text) ?? "other";
}
