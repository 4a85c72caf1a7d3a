import { z } from "zod";
import { MOST_COHORTS } from "../cohort-definition/count";

/** One outcome: a measure at a follow-up, in one cohort. */
export const outcomeInput = z.object({
  programmeId: z.uuid(),
  /** Only this site, for those who may look at single sites. */
  siteId: z.uuid().optional(),
  /** A data set that was frozen, in place of the records as they are. */
  snapshotId: z.uuid().optional(),
  /** Cohorts that somebody defined, in place of the arms; then the cohorts below are among them. */
  definitionIds: z.array(z.uuid()).min(1).max(MOST_COHORTS).optional(),
  measure: z.string().min(1).max(200),
  timepointId: z.uuid(),
  cohortId: z.uuid(),
  /** The cohort to compare with; "none" for no comparison; the programme's own choice when absent. */
  comparedWith: z.union([z.uuid(), z.literal("none")]).optional(),
});
export type OutcomeInput = z.output<typeof outcomeInput>;
