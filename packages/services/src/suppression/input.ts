import { THRESHOLD_RULES } from "@alongside/domain/viral-load/threshold-rules.data";
import { z } from "zod";

/** Which results are asked for. What is left out, the programme's own choice decides. */
export const suppressionInput = z.object({
  programmeId: z.uuid(),
  /** Only this site, for those who may look at single sites. */
  siteId: z.uuid().optional(),
  cohortId: z.uuid().optional(),
  timepointId: z.uuid().optional(),
  /** The cohort to compare with; "none" for no comparison. */
  comparedWith: z.union([z.uuid(), z.literal("none")]).optional(),
  /** A second rule beside the programme's own. */
  besideRuleId: z.enum(THRESHOLD_RULES.map(({ id }) => id)).optional(),
  /** Rebound counts only when the next result that tells confirms it. */
  confirmed: z.boolean().optional(),
});
export type SuppressionInput = z.output<typeof suppressionInput>;
