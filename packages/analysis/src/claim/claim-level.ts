/**
 * What a result may be said to show, by how it came about. Every result carries one level; the wording of each is fixed and
 * belongs to the level, not to the person who writes the report.
 */
export const CLAIM_LEVELS = [
  { level: 0, wording: "describes", when: "one wave" },
  { level: 1, wording: "changed", when: "one group before and after" },
  { level: 2, wording: "associated", when: "cohorts that were not randomised, adjusted" },
  { level: 3, wording: "consistent-with-effect", when: "as 2, with overlap, sensitivity and a negative control shown" },
  { level: 4, wording: "effect", when: "randomised groups" },
] as const;
export type ClaimLevel = (typeof CLAIM_LEVELS)[number]["level"];
export type Claim = Readonly<Pick<(typeof CLAIM_LEVELS)[number], "level" | "wording">>;

/** What decides the level. */
export interface ClaimGrounds {
  readonly waves: number;
  readonly compared: "nothing" | "cohorts" | "randomised-groups";
  /** Whether the comparison is adjusted for the score before. */
  readonly adjusted: boolean;
  /** Whether overlap, the sensitivity strip and a negative control are all shown beside the result. */
  readonly defended: boolean;
}

/** The highest level the grounds allow. An unadjusted comparison says no more than each cohort by itself. */
export function claimLevel({ waves, compared, adjusted, defended }: ClaimGrounds): Claim {
  if (waves < 2) return claimOf(0);
  if (compared === "randomised-groups") return claimOf(4);
  if (compared === "nothing" || !adjusted) return claimOf(1);
  return claimOf(defended ? 3 : 2);
}

function claimOf(level: ClaimLevel): Claim {
  const { wording } = CLAIM_LEVELS[level];
  return { level, wording };
}
