import { DEFAULT_LAB_SCHEDULE, labScheduleSchema } from "@alongside/domain/laboratory/schedule";
import { THRESHOLD_RULES } from "@alongside/domain/viral-load/threshold-rules.data";
import { z } from "zod";

/** Which results a second person must look at. `flagged`: unsuppressed by the programme's rule, or passed with a reason. */
export const VERIFICATION_POLICIES = ["none", "flagged", "all"] as const;

/** How a programme reads and checks its laboratory results. */
export const settingsFields = {
  ruleId: z.enum(THRESHOLD_RULES.map(({ id }) => id)),
  verification: z.enum(VERIFICATION_POLICIES),
  doubleEntry: z.boolean(),
  /** Whoever queried a result, or read it otherwise the second time, does not settle the doubt as well. */
  thirdPerson: z.boolean(),
  schedule: labScheduleSchema,
};
const settingsSchema = z.object({ version: z.number().int().min(0), ...settingsFields });
export type LaboratorySettings = z.output<typeof settingsSchema>;

/** What holds until a programme says otherwise; version 0 is never stored. */
export const DEFAULT_SETTINGS: LaboratorySettings = {
  version: 0,
  ruleId: "who-2023",
  verification: "flagged",
  doubleEntry: false,
  thirdPerson: false,
  schedule: DEFAULT_LAB_SCHEDULE,
};

/** Settings as stored. Throws for a row that this program has not written. */
export function storedSettings(row: unknown): LaboratorySettings {
  return settingsSchema.parse(row);
}
