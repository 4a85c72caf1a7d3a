import { z } from "zod";

/** What a cohort receives: peer support, a comparison without it, or an arm of a study that is neither. */
export const COHORT_KINDS = ["peer-support", "comparison", "other"] as const;

export const cohortFields = {
  name: z.string().trim().min(1).max(80),
  kind: z.enum(COHORT_KINDS),
  description: z.string().trim().max(500).default(""),
  position: z.int().min(0).max(999).default(0),
} as const;
